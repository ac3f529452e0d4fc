package io.countersign.connector.nftables;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.connector.SelfCheck;
import io.countersign.evidence.ActionRunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks on the firewall whether the connector could work now: signed in, both sets there and as they must be, a rule that drops what is in them, and the account may list and
 * add. Adding is only tried, by nft's own check mode.
 */
final class FirewallCheck {

    private static final String RULES = "docker/nftables/countersign.nft has all that is needed";
    /** Of the networks kept for documentation. */
    private static final List<String> SAMPLES = List.of("192.0.2.1", "2001:db8::1");
    /** What may become of a packet there: dropped at once, or by another chain. */
    private static final List<String> ENDS = List.of("drop", "reject", "jump", "goto");
    private static final Mark NOBODY = new Mark(new ActionRunId(new UUID(0, 0)));

    private final SshHost host;
    private final Commands commands;
    private final NftablesSettings settings;

    FirewallCheck(SshHost host, Commands commands, NftablesSettings settings) {
        this.host = host;
        this.commands = commands;
        this.settings = settings;
    }

    SelfCheck run() {
        List<String> findings = new ArrayList<>();
        try (FreshConnection firewall = host.afresh()) {
            Optional<String> table = asked(firewall, commands.listTable(), "list the table inet " + settings.table(), findings);
            table.ifPresent(listing -> Stream.of(true, false).forEach(ipv4 -> set(firewall, listing, ipv4, findings)));
        } catch (IllegalArgumentException strange) {
            findings.add("The firewall's answer is not understood: " + strange.getMessage());
        } catch (RuntimeException unexpected) {
            findings.add("The self-check itself failed: " + unexpected.getClass().getSimpleName());
        }
        return new SelfCheck(findings.isEmpty(), findings);
    }

    private void set(FreshConnection firewall, String listing, boolean ipv4, List<String> findings) {
        String name = commands.set(ipv4);
        Optional<JsonNode> set = BlockSet.object(listing, "set", name);
        if (set.isEmpty()) {
            findings.add("The table inet " + settings.table() + " of the firewall has no set " + name + ": " + RULES);
            return;
        }
        shape(set.get(), name, ipv4 ? "ipv4_addr" : "ipv6_addr", findings);
        if (BlockSet.all(listing, "rule").stream().noneMatch(rule -> drops(rule, "@" + name))) {
            findings.add("No rule of the table inet " + settings.table() + " drops what is in the set " + name + ", so nothing would be blocked: " + RULES);
        }
        asked(firewall, commands.list(ipv4), "list the set " + name, findings).ifPresent(elements -> BlockSet.of(elements, name, ipv4));
        Block sample = Block.parse(SAMPLES.get(ipv4 ? 0 : 1)).orElseThrow();
        asked(firewall, commands.tryCreate(sample, NOBODY), "add an element to the set " + name, findings);
    }

    private void shape(JsonNode set, String name, String type, List<String> findings) {
        if (!set.path("type").asText().equals(type)) {
            findings.add("The firewall's set " + name + " must be of the type " + type + " and is of " + Words.line(set.path("type").toString()) + ": " + RULES);
        }
        List<String> flags = new ArrayList<>();
        set.path("flags").forEach(flag -> flags.add(flag.asText()));
        if (!flags.contains("interval") || !flags.contains("timeout")) {
            findings.add("The firewall's set " + name + " must have the flags interval and timeout: " + RULES);
        }
        if (set.path("auto-merge").asBoolean()) {
            findings.add("The firewall's set " + name + " merges elements by itself (auto-merge), so that ours could not be told from others: " + RULES);
        }
    }

    private static boolean drops(JsonNode rule, String set) {
        return rule.findValuesAsText("right").contains(set) && ENDS.stream().anyMatch(verdict -> !rule.findValues(verdict).isEmpty());
    }

    /** What nft answers; a finding where it does not. That there is such an element already is an answer, too. */
    private Optional<String> asked(FreshConnection firewall, String command, String what, List<String> findings) {
        Outcome outcome = firewall.run(command);
        if (outcome instanceof Outcome.Done done && (done.exit() == 0 || Words.isThere(done.err()))) {
            return Optional.of(done.out());
        }
        String why = outcome instanceof Outcome.Done done ? "The account " + settings.user() + " cannot " + what + ", " + Words.refusal(done.exit(), done.err())
                : "The firewall " + settings.host() + " cannot be used: " + (outcome instanceof Outcome.NotSent not ? not.reason() : ((Outcome.NoAnswer) outcome).reason());
        if (!findings.contains(why)) {
            findings.add(why);
        }
        return Optional.empty();
    }
}
