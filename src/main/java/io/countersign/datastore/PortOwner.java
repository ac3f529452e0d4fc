package io.countersign.datastore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells whether a port is held by the server on our own data, or by a stranger that we must not talk to. */
final class PortOwner {

    private static final int PORT_LINE = 3;

    private PortOwner() {
    }

    static void refuseForeign(int port, Path data) {
        if (port != 0 && answers(port) && !servedFrom(data, port)) {
            throw new DatabaseUnavailable("Port " + port + " is held by another program, so the embedded database cannot use it",
                    "Stop that program, or choose another port with COUNTERSIGN_DATABASE_PORT");
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** {@code postmaster.pid}: process id in line 1, port in line 4. */
    private static boolean servedFrom(Path data, int port) {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() > PORT_LINE && lines.get(PORT_LINE).strip().equals(Integer.toString(port))
                    && ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent();
        } catch (IOException | NumberFormatException unreadable) {
            return false;
        }
    }
}
