package io.countersign.connector.nftables;

import java.util.Locale;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** What came from another machine, in words for people: one line, no control characters, bounded. */
final class Words {

    private static final int MOST = 300;

    private Words() {
    }

    static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").replaceAll("\\^{2,}", "").replaceAll(" +", " ").strip();
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }

    /** Why a connection does not stand, or stood no longer. */
    static String of(Throwable failure) {
        int code = failure instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
        if (code == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE) {
            return "its host key is not the one in known-hosts-file. If the firewall was given another key, compare it there and put it into the file; "
                    + "otherwise somebody stands in between";
        }
        if (code == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            return "it does not let the account in with this key. Put the public key into the account's authorized_keys";
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return line(failure.getClass().getSimpleName() + (message.isBlank() ? "" : ": " + message));
    }

    /** Whether nft says no because the element, or one that overlaps it, is in the set. */
    static boolean isThere(String said) {
        return overlaps(said) || said.toLowerCase(Locale.ROOT).contains("file exists");
    }

    private static boolean overlaps(String said) {
        String text = said.toLowerCase(Locale.ROOT);
        return text.contains("overlaps with an existing") || text.contains("conflicting intervals");
    }

    /** Why nft, or what stands before it, said no. */
    static String refusal(int exit, String said) {
        String text = said.toLowerCase(Locale.ROOT);
        if (overlaps(said)) {
            return "the set holds an element that overlaps it, and takes no other over the same addresses: " + line(said);
        }
        if (isThere(said)) {
            return "somebody added it at the same time: " + line(said);
        }
        if (text.contains("no such file or directory")) {
            return "there is no such table, set or element: " + line(said);
        }
        if (text.contains("operation not permitted") || text.contains("must be root")) {
            return "the account may not use nft. Let it, by docker/nftables/countersign-nft: " + line(said);
        }
        return "exit code " + exit + (said.isBlank() ? "" : ": " + line(said));
    }
}
