package io.countersign.connector.nftables;

/**
 * The commands that are sent, one line each, for a shell or for {@code docker/nftables/countersign-nft}, which takes exactly these. They are put together from names that
 * the settings checked, canonical addresses, numbers and our mark; nothing else ever gets into one.
 */
final class Commands {

    private final String table;
    private final String set4;
    private final String set6;
    private final NativeLease lease;

    Commands(NftablesSettings settings) {
        this.table = "inet " + settings.table();
        this.set4 = settings.setIpv4();
        this.set6 = settings.setIpv6();
        this.lease = new NativeLease(settings.nativeLease());
    }

    String set(boolean ipv4) {
        return ipv4 ? set4 : set6;
    }

    String list(boolean ipv4) {
        return "nft -j list set " + table + " " + set(ipv4);
    }

    /** Without elements. */
    String listTable() {
        return "nft -j -t list table " + table;
    }

    /** Fails where the element is there, whoever added it. */
    String create(Block block, Mark mark) {
        return "nft create element " + place(block) + " '{ " + block + lease.words() + " comment \"" + mark + "\" }'";
    }

    /** Would create it, and does not. */
    String tryCreate(Block block, Mark mark) {
        return create(block, mark).replaceFirst("nft", "nft -c");
    }

    /** nft itself does not compare the comment; {@code countersign-nft} does. */
    String delete(Block block, Mark mark) {
        return "nft delete element " + place(block) + " '{ " + block + " comment \"" + mark + "\" }'";
    }

    private String place(Block block) {
        return table + " " + set(block.ipv4());
    }
}
