package io.countersign.connector.rpz;

import io.countersign.connector.ConnectorCall;
import io.countersign.connector.DomainName;
import io.countersign.connector.TargetUnreadable;
import io.countersign.evidence.ActionRunId;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/**
 * The names of the zone, and the updates of it. An update is carried out whole or not at all, and only if the zone is as its prerequisites
 * say, which the primary checks in the same step: so nobody can come in between.
 */
record PolicyZone(Name apex) {

    /** Short, so that resolvers of other kinds do not keep it for long. */
    static final long TTL = 60;

    /** The two records that block one domain and all beneath it. */
    record Entry(DomainName domain, Record exact, Record beneath) {
    }

    static PolicyZone of(String zone) {
        try {
            return new PolicyZone(Name.fromString(zone, Name.root));
        } catch (TextParseException notAName) {
            throw RpzSettings.refused("zone", "is not the name of a zone");
        }
    }

    /** @throws TargetUnreadable if the zone has no place for it: names that end in rpz-… mean addresses and servers there, not domains */
    Entry entry(DomainName domain) {
        if (domain.ascii().matches(".*\\.rpz-[a-z-]+")) {
            throw new TargetUnreadable("'" + domain + "' has a meaning of its own in a response policy zone and cannot be blocked by one");
        }
        return new Entry(domain, block(domain.ascii()), block("*." + domain.ascii()));
    }

    /** Where the mark of a run is: a name that no client asks for, and not beneath the blocked one, where it would be a hole in the wildcard. */
    Name mark(ActionRunId run) {
        return inside(run.value() + "." + Mark.LABEL);
    }

    Name inside(String name) {
        try {
            return Name.fromString(name, apex);
        } catch (TextParseException tooLong) {
            throw new TargetUnreadable("'" + name + "' is too long for the zone " + apex, tooLong);
        }
    }

    /** Blocks, if nobody has any policy for the domain, and marks it as ours. */
    Update add(Entry entry, ConnectorCall call) {
        Record mark = Mark.of(call, entry.domain()).record(this);
        Update update = new Update(apex);
        update.absent(entry.exact().getName());
        update.absent(entry.beneath().getName());
        update.absent(mark.getName());
        update.add(new Record[] {entry.exact(), entry.beneath(), mark});
        return update;
    }

    /** Takes out what {@link #add} put in, if all of it is there as it was. */
    Update remove(Entry entry, ConnectorCall call) {
        Record mark = Mark.of(call, entry.domain()).record(this);
        Update update = new Update(apex);
        for (Record ours : new Record[] {entry.exact(), entry.beneath(), mark}) {
            update.present(asPrerequisite(ours));
            update.delete(ours);
        }
        return update;
    }

    /**
     * Asks whether a name has records, and never changes anything: NXDOMAIN if not, YXRRSET if so. A plain query would be answered from
     * somebody's wildcard further up. The last prerequisite never holds, since an update that succeeds, even an empty one, makes BIND read the zone anew.
     */
    Update question(Name name) {
        Update update = new Update(apex);
        update.present(name);
        update.absent(apex, Type.SOA);
        return update;
    }

    /** An update as {@link #add} makes it that can never be carried out: refused to who may not update, YXRRSET to who may. */
    Update futile(Record record) {
        Update update = new Update(apex);
        update.absent(apex, Type.SOA);
        update.add(record);
        return update;
    }

    /** RFC 2136 wants it without a time to live, and the library leaves that to us. */
    private static Record asPrerequisite(Record record) {
        return Record.newRecord(record.getName(), record.getType(), record.getDClass(), 0, record.rdataToWireCanonical());
    }

    private Record block(String name) {
        return new CNAMERecord(inside(name), DClass.IN, TTL, Name.root);
    }
}
