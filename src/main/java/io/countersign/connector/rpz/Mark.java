package io.countersign.connector.rpz;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.DomainName;
import io.countersign.connector.TargetUnreadable;
import io.countersign.evidence.ActionRunId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/**
 * The record that says which action run blocked which domain, in the same zone and by the same update: that it is ours, and nobody else's.
 * Where somebody took the block out by hand, the mark may be left; it holds nothing, and no client is answered differently for it.
 */
record Mark(ActionRunId run, String actionType, DomainName domain, Target target) {

    static final String LABEL = "_countersign";
    static final String WORD = "countersign";

    private static final int LONGEST_STRING = 255;
    private static final int FIRST_OF_TARGET = 3;

    static Mark of(ConnectorCall call, DomainName domain) {
        return new Mark(call.actionRun(), call.actionType(), domain, call.target());
    }

    Record record(PolicyZone zone) {
        List<String> strings = new ArrayList<>(List.of(WORD, actionType, domain.ascii()));
        String named = URLEncoder.encode(target.value(), StandardCharsets.UTF_8);
        for (int at = 0; at < named.length(); at += LONGEST_STRING) {
            strings.add(named.substring(at, Math.min(named.length(), at + LONGEST_STRING)));
        }
        return new TXTRecord(zone.mark(run), DClass.IN, PolicyZone.TTL, strings);
    }

    /** Empty if it is no mark of ours. */
    static Optional<Mark> read(PolicyZone zone, Record record) {
        if (!(record instanceof TXTRecord text) || !record.getName().subdomain(zone.inside(LABEL)) || text.getStrings().size() <= FIRST_OF_TARGET
                || !text.getStrings().get(0).equals(WORD)) {
            return Optional.empty();
        }
        try {
            List<String> strings = text.getStrings();
            String named = URLDecoder.decode(String.join("", strings.subList(FIRST_OF_TARGET, strings.size())), StandardCharsets.UTF_8);
            return Optional.of(new Mark(new ActionRunId(UUID.fromString(record.getName().getLabelString(0))), strings.get(1), DomainName.of(strings.get(2)),
                    new Target(TargetKind.DOMAIN, named)));
        } catch (IllegalArgumentException | TargetUnreadable somebodyElses) {
            return Optional.empty();
        }
    }
}
