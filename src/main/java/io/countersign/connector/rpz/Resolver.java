package io.countersign.connector.rpz;

import io.countersign.connector.DomainName;
import io.countersign.connector.TargetUnreadable;
import java.io.IOException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The resolver as any client sees it. */
final class Resolver {

    private final RpzSettings settings;
    private final PolicyZone zone;

    Resolver(RpzSettings settings, PolicyZone zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * Whether a policy says that the domain does not exist. That a domain really does not exist is told with the SOA of the zone above it (RFC
     * 2308); a policy is told without it, as Unbound does, or with that of the policy zone, as BIND does. So a malicious domain that its registry
     * takes down meanwhile does not look like one that we block.
     *
     * @throws TargetUnreadable if the resolver gives no answer; that it could not find one is an answer, and no block
     */
    boolean blocks(DomainName domain) {
        try {
            Message answer = ask(domain.ascii(), Type.A);
            return answer.getRcode() == Rcode.NXDOMAIN && answer.getSection(Section.AUTHORITY).stream()
                    .filter(record -> record.getType() == Type.SOA).allMatch(record -> record.getName().equals(zone.apex()));
        } catch (IOException silent) {
            throw new TargetUnreadable("The resolver " + settings.resolver() + " gave no answer about '" + domain + "': " + Primary.words(silent), silent);
        }
    }

    /** Whether it answers from the zone: the probe is a name that exists nowhere else. */
    boolean usesTheZone() throws IOException {
        Message answer = ask(RpzCheck.PROBE, Type.TXT);
        return answer.getSection(Section.ANSWER).stream().anyMatch(record -> record instanceof TXTRecord text && text.getStrings().contains(Mark.WORD));
    }

    private Message ask(String name, int type) throws IOException {
        try (DnsConnection connection = DnsConnection.open(settings.resolver(), null, settings.connectTimeout(), settings.responseTimeout())) {
            return connection.ask(Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN)));
        } catch (TextParseException impossible) {
            throw new IOException("not a name: " + name, impossible);
        }
    }
}
