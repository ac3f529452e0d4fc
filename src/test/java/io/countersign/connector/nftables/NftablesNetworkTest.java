package io.countersign.connector.nftables;

/** Networks of IPv6. */
class NftablesNetworkTest extends NftablesConnectorTest {

    @Override
    String fresh(int n) {
        return "2001:db8:" + Integer.toHexString(n + 1) + "::/48";
    }

    @Override
    String set() {
        return "blocked6";
    }
}
