package io.countersign.connector.rpz;

import io.countersign.connector.Holding;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/** The whole zone, transferred from its primary, for what bears our marks. */
final class Transfer {

    private final RpzSettings settings;
    private final PolicyZone zone;
    private final TSIG key;

    Transfer(RpzSettings settings, PolicyZone zone, TSIG key) {
        this.settings = settings;
        this.zone = zone;
        this.key = key;
    }

    /** Marked domains that are blocked; a mark whose block somebody took out holds nothing. @throws TargetUnreadable if the zone cannot be transferred */
    List<Holding> holdings() {
        Marked marked = new Marked();
        try {
            run(ZoneTransferIn.newAXFR(zone.apex(), primary(), key), marked);
        } catch (IOException | ZoneTransferException | RuntimeException refused) {
            throw new TargetUnreadable("The zone " + zone.apex() + " could not be transferred from its primary: " + refused.getMessage(), refused);
        }
        return marked.marks.stream().filter(mark -> marked.blocks(zone.entry(mark.domain())))
                .map(mark -> new Holding(mark.run(), mark.actionType(), mark.target(), TargetState.of(Map.of("zone", zone.apex().toString(true))))).toList();
    }

    /** Asks for what changed since {@code serial}, the present one: nothing, if we may transfer at all. */
    void tryFrom(long serial) throws IOException, ZoneTransferException {
        run(ZoneTransferIn.newIXFR(zone.apex(), serial, false, primary(), key), new Marked());
    }

    private void run(ZoneTransferIn transfer, ZoneTransferIn.ZoneTransferHandler records) throws IOException, ZoneTransferException {
        transfer.setTimeout(settings.connectTimeout().plus(settings.responseTimeout()));
        transfer.run(records);
    }

    private InetSocketAddress primary() {
        return new InetSocketAddress(RpzSettings.host(settings.primary()), RpzSettings.port(settings.primary()));
    }

    /** Keeps what matters of a zone that passes by. */
    private final class Marked implements ZoneTransferIn.ZoneTransferHandler {

        private final List<Mark> marks = new ArrayList<>();
        private final Set<Name> blocked = new HashSet<>();

        boolean blocks(PolicyZone.Entry entry) {
            return blocked.contains(entry.exact().getName()) && blocked.contains(entry.beneath().getName());
        }

        @Override
        public void handleRecord(Record record) {
            Mark.read(zone, record).ifPresent(marks::add);
            if (record instanceof CNAMERecord alias && alias.getTarget().equals(Name.root)) {
                blocked.add(record.getName());
            }
        }

        @Override
        public void startAXFR() {
            marks.clear();
        }

        @Override
        public void startIXFR() {
            marks.clear();
        }

        @Override
        public void startIXFRDeletes(Record soa) {
            marks.clear();
        }

        @Override
        public void startIXFRAdds(Record soa) {
            marks.clear();
        }
    }
}
