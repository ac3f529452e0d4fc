package io.countersign.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection that can be cut in the middle, or hold everything up for a while. */
final class Wire implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long stalledUntil;

    Wire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every connection breaks; new ones can be made. */
    void cut() {
        open.forEach(Wire::close);
    }

    /** Nothing passes for so long; connections stay. */
    void stall(long millis) {
        stalledUntil = System.currentTimeMillis() + millis;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                join(from);
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void join(Socket from) {
        try {
            Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            open.add(from);
            open.add(to);
            thread(() -> copy(from, to));
            thread(() -> copy(to, from));
        } catch (IOException nobodyThere) {
            close(from);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hold();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException broken) {
            // Either side closed it, or it was cut: both ends go.
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void hold() {
        for (long left = stalledUntil - System.currentTimeMillis(); left > 0; left = stalledUntil - System.currentTimeMillis()) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        cut();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
