package io.countersign.connector.rpz;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;

/**
 * One TCP connection to one server (RFC 7766), and one message after the other on it. It is opened by itself, so that whoever sends knows
 * whether anything was sent; the library's own clients open, send and repeat in one call.
 */
final class DnsConnection implements AutoCloseable {

    private final Socket socket;
    private final TSIG key;

    private DnsConnection(Socket socket, TSIG key) {
        this.socket = socket;
        this.key = key;
    }

    /**
     * @param key signs what is sent and must have signed the answer; null where neither is signed
     * @throws IOException if the server cannot be reached; then nothing was sent
     */
    static DnsConnection open(String server, TSIG key, Duration connectWithin, Duration answerWithin) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(RpzSettings.host(server), RpzSettings.port(server)), Math.toIntExact(connectWithin.toMillis()));
            socket.setSoTimeout(Math.toIntExact(answerWithin.toMillis()));
            socket.setTcpNoDelay(true);
            return new DnsConnection(socket, key);
        } catch (IOException | RuntimeException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    /** @throws IOException if no answer came, or none that can be believed; what was sent may have arrived */
    Message ask(Message question) throws IOException {
        if (key != null) {
            key.apply(question, null);
        }
        byte[] sent = question.toWire(Message.MAXLENGTH);
        new DataOutputStream(socket.getOutputStream()).write(ByteBuffer.allocate(2 + sent.length).putShort((short) sent.length).put(sent).array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] received = new byte[in.readUnsignedShort()];
        in.readFully(received);
        return believed(question, received);
    }

    private Message believed(Message question, byte[] received) throws IOException {
        Message answer = new Message(received);
        if (answer.getHeader().getID() != question.getHeader().getID() || !answer.getHeader().getFlag(Flags.QR)) {
            throw new IOException("the answer is to another question");
        }
        int error = key == null ? Rcode.NOERROR : key.verify(answer, received, question.getTSIG());
        if (error != Rcode.NOERROR) {
            throw new IOException("the answer (" + Rcode.string(answer.getRcode()) + ") is not signed with the key: " + Rcode.TSIGstring(error)
                    + ". Compare name, algorithm and secret of the key, and the clocks");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
