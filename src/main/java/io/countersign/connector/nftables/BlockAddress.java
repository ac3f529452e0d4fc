package io.countersign.connector.nftables;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.Answer;
import io.countersign.connector.Holding;
import io.countersign.connector.SingleOrder;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Blocks exactly the addresses that the target names, by an element that carries our mark, and removes that element. An element of somebody else over the same addresses
 * counts as blocked and stays; one over others too, or over some of them only, makes the firewall refuse ours.
 */
final class BlockAddress {

    static final String TYPE = "block-address";

    private static final String BLOCKED = "blocked";

    private final Firewall firewall;
    private final int widestIpv4;
    private final int widestIpv6;

    BlockAddress(Firewall firewall, NftablesSettings settings) {
        this.firewall = firewall;
        this.widestIpv4 = settings.widestIpv4();
        this.widestIpv6 = settings.widestIpv6();
    }

    record Seen(Block block, Optional<Element> exactly, Optional<Element> overlapping) implements SingleOrder.Seen {

        @Override
        public TargetState state() {
            return TargetState.of(BLOCKED, String.valueOf(exactly.isPresent()));
        }
    }

    /** @throws TargetUnreadable if the target is nothing that a firewall should block, or the firewall does not answer */
    Seen see(Target target) {
        Block block = block(target);
        BlockSet set = firewall.read(block.ipv4());
        return new Seen(block, set.exactly(block), set.overlapping(block));
    }

    TargetState expected() {
        return TargetState.of(BLOCKED, "true");
    }

    Answer act(Seen seen, Mark mark, BooleanSupplier late) {
        return seen.overlapping().<Answer>map(other -> new Answer.Refused("The firewall holds " + other.text() + " already, and takes no other element over the same addresses. "
                + "Nothing was sent. Remove that, or block what it covers")).orElseGet(() -> firewall.add(seen.block(), mark, late));
    }

    Answer undo(Seen seen, Mark mark) {
        return seen.exactly().flatMap(Element::mark).filter(mark::equals).isPresent() ? firewall.remove(seen.block(), mark)
                : new Answer.Refused("Somebody else put " + seen.block() + " into the set since. It was left alone");
    }

    List<Holding> holdings() {
        return Stream.of(true, false).flatMap(ipv4 -> firewall.read(ipv4).elements().stream()).flatMap(element -> element.mark().stream()
                .map(mark -> new Holding(mark.run(), TYPE, new Target(TargetKind.ADDRESS, element.text()), expected()))).toList();
    }

    private Block block(Target target) {
        if (target.kind() != TargetKind.ADDRESS) {
            throw new TargetUnreadable("A firewall blocks addresses, not " + target);
        }
        Block block = Block.parse(target.value()).orElseThrow(() -> new TargetUnreadable("'" + target.value()
                + "' is neither an address nor a network such as 198.51.100.0/24 or 2001:db8::/48, whose address is its first"));
        if (!block.unicast()) {
            throw new TargetUnreadable("'" + block + "' is no address beyond a single link or machine, or no single one: a firewall has nothing to block there");
        }
        int widest = block.ipv4() ? widestIpv4 : widestIpv6;
        if (block.prefix() < widest) {
            throw new TargetUnreadable("'" + block + "' is wider than may be blocked here: at most /" + widest + " (countersign.connector.nftables.widest-ipv"
                    + (block.ipv4() ? "4" : "6") + ")");
        }
        return block;
    }
}
