package io.countersign.connector.rpz;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connector.DomainName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Update;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/** Somebody else who has a key for the zone: reads and changes it past the connector. */
final class RpzStranger {

    private static final PolicyZone ZONE = PolicyZone.of(Named.ZONE);

    private final RpzSettings settings;
    private final TSIG key;

    RpzStranger(RpzSettings settings) {
        this.settings = settings;
        this.key = KeyFile.read(settings);
    }

    /** Every record of the zone whose name or text has this in it. */
    Map<String, String> everythingWith(String text) {
        Map<String, String> records = new TreeMap<>();
        transfer().stream().filter(record -> record.toString().contains(text)).forEach(record -> records.put(record.toString(), "there"));
        return records;
    }

    Map<String, String> allow(DomainName domain) {
        Record exception = new CNAMERecord(ZONE.inside("www." + domain), DClass.IN, 60, absolute("rpz-passthru."));
        Update update = new Update(ZONE.apex());
        update.add(exception);
        send(update);
        return Map.of(exception.toString(), "there");
    }

    void block(DomainName domain) {
        PolicyZone.Entry entry = ZONE.entry(domain);
        Update update = new Update(ZONE.apex());
        update.add(new Record[] {entry.exact(), entry.beneath()});
        send(update);
    }

    void blockBeneath(DomainName domain) {
        Update update = new Update(ZONE.apex());
        update.add(ZONE.entry(domain).beneath());
        send(update);
    }

    void free(DomainName domain) {
        PolicyZone.Entry entry = ZONE.entry(domain);
        Update update = new Update(ZONE.apex());
        update.delete(entry.exact().getName());
        update.delete(entry.beneath().getName());
        send(update);
    }

    void remove(Name name) {
        Update update = new Update(ZONE.apex());
        update.delete(name);
        send(update);
    }

    private void send(Update update) {
        try (DnsConnection connection = DnsConnection.open(settings.primary(), key, settings.connectTimeout(), settings.responseTimeout())) {
            assertThat(connection.ask(update).getRcode()).isEqualTo(Rcode.NOERROR);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Record> transfer() {
        try {
            ZoneTransferIn transfer = ZoneTransferIn.newAXFR(ZONE.apex(),
                    new InetSocketAddress(RpzSettings.host(settings.primary()), RpzSettings.port(settings.primary())), key);
            transfer.run();
            return transfer.getAXFR();
        } catch (IOException | ZoneTransferException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Name absolute(String name) {
        return Name.fromConstantString(name);
    }
}
