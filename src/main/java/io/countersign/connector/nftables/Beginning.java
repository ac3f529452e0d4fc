package io.countersign.connector.nftables;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what another machine writes, and drops the rest. */
final class Beginning extends OutputStream {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean whole = true;

    Beginning(int most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        int fits = Math.min(length, most - kept.size());
        kept.write(bytes, from, fits);
        whole &= fits == length;
    }

    synchronized boolean whole() {
        return whole;
    }

    @Override
    public synchronized String toString() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
