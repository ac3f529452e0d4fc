package io.countersign.connector.rpz;

import io.countersign.connector.SelfCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;

/** Looks whether the connector could work now: the zone is there, the key may update and transfer it, and the resolver uses it. Changes nothing. */
final class RpzCheck {

    static final String PROBE = "probe." + Mark.LABEL;

    private final RpzSettings settings;
    private final PolicyZone zone;
    private final Primary primary;
    private final Transfer transfer;
    private final Resolver resolver;

    RpzCheck(RpzSettings settings, PolicyZone zone, Primary primary, Transfer transfer, Resolver resolver) {
        this.settings = settings;
        this.zone = zone;
        this.primary = primary;
        this.transfer = transfer;
        this.resolver = resolver;
    }

    SelfCheck run() {
        List<String> missing = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean probe = false;
        try (DnsConnection connection = primary.open()) {
            long serial = serial(connection);
            mayUpdate(connection, missing, notes);
            mayTransfer(serial, missing);
            probe = primary.has(connection, zone.inside(PROBE));
        } catch (IOException | RuntimeException unusable) {
            missing.add("The zone " + zone.apex() + " cannot be used on its primary " + settings.primary() + ": " + unusable.getMessage());
        }
        if (!probe) {
            notes.add("Whether the resolver uses the zone cannot be seen: put '" + PROBE + " TXT \"" + Mark.WORD + "\"' into it once");
        }
        answers(probe, missing);
        List<String> findings = new ArrayList<>(missing);
        findings.addAll(notes);
        return new SelfCheck(missing.isEmpty(), findings);
    }

    private long serial(DnsConnection connection) throws IOException {
        Message answer = connection.ask(Message.newQuery(Record.newRecord(zone.apex(), Type.SOA, DClass.IN)));
        return answer.getSection(Section.ANSWER).stream().filter(record -> record instanceof SOARecord && record.getName().equals(zone.apex()))
                .map(record -> ((SOARecord) record).getSerial()).findFirst().orElseThrow(() -> new IOException("it has no such zone (" + Rcode.string(answer.getRcode()) + ")"));
    }

    private void mayUpdate(DnsConnection connection, List<String> missing, List<String> notes) throws IOException {
        Record never = new TXTRecord(zone.inside("check." + Mark.LABEL), DClass.IN, PolicyZone.TTL, Mark.WORD);
        int said = connection.ask(zone.futile(never)).getRcode();
        if (said == Rcode.REFUSED || said == Rcode.NOTAUTH) {
            missing.add("The key " + settings.keyName() + " may not update the zone " + zone.apex() + " (" + Rcode.string(said) + "). Grant it that");
        } else if (said != Rcode.YXRRSET) {
            notes.add("Whether the zone " + zone.apex() + " can be updated could not be seen: the primary answered " + Rcode.string(said));
        }
    }

    private void mayTransfer(long serial, List<String> missing) {
        try {
            transfer.tryFrom(serial);
        } catch (IOException | ZoneTransferException | RuntimeException refused) {
            missing.add("The key " + settings.keyName() + " may not transfer the zone " + zone.apex() + ": " + refused.getMessage() + ". Grant it that");
        }
    }

    private void answers(boolean probe, List<String> missing) {
        try {
            if (!resolver.usesTheZone() && probe) {
                missing.add("The resolver " + settings.resolver() + " does not use the zone " + zone.apex() + ": what is put into it has no effect");
            }
        } catch (IOException silent) {
            missing.add("The resolver " + settings.resolver() + " gave no answer: " + Primary.words(silent));
        }
    }
}
