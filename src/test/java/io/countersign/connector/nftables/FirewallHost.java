package io.countersign.connector.nftables;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A firewall in a network namespace of its own, with the rules, the SSH server and the allow-list that we ship, and a client in another behind it. Nothing of the machine's own network, SSH or nftables
 * is touched but one more interface, by which the namespace is reached.
 */
final class FirewallHost implements AutoCloseable {

    static final int PORT = 2222;

    /** Addresses of the client, each of which is the sender towards the address of the firewall that stands behind it. */
    static final String CLIENT = "203.0.113.10";
    static final String IN_NETWORK = "198.51.100.130";
    static final String BESIDE_NETWORK = "198.51.100.40";
    static final String CLIENT_IPV6 = "2001:db8:77::10";

    private static final List<String> TOOLS = List.of("nft", "sshd", "ssh-keygen", "ip", "timeout", "awk", "bash");

    private final String id = Long.toHexString(ThreadLocalRandom.current().nextLong(0x10000000L, 0x100000000L));
    private final int network = ThreadLocalRandom.current().nextInt(1 << 15) << 2;
    private final String firewall = "cs" + id + "f";
    private final String client = "cs" + id + "c";
    private final Thread atTheEnd = new Thread(this::remove);
    private final Path folder;
    private Process sshd;

    private FirewallHost(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where it cannot be; fails it there if {@code COUNTERSIGN_REQUIRE_NFTABLES=1}. */
    static FirewallHost start(Path folder) throws IOException {
        List<String> missing = TOOLS.stream().filter(tool -> !Shell.has(tool)).toList();
        require(missing.isEmpty(), "Not installed: " + missing + ". On Debian, apt-get install nftables openssh-server iproute2");
        FirewallHost host = new FirewallHost(folder);
        Runtime.getRuntime().addShutdownHook(host.atTheEnd);
        try {
            require(Shell.attempt("ip", "netns", "add", host.firewall).exit() == 0, "No network namespace can be made here: the tests of the firewall run as root");
            host.connect();
            host.listen();
            return host;
        } catch (RuntimeException | IOException failed) {
            host.close();
            throw failed;
        }
    }

    private static void require(boolean there, String message) {
        if (!there) {
            Assertions.assertNotEquals("1", System.getenv("COUNTERSIGN_REQUIRE_NFTABLES"), message);
            Assumptions.abort(message);
        }
    }

    private void connect() {
        Shell.run("ip", "netns", "add", client);
        Shell.run("ip", "link", "add", "cs" + id + "a", "type", "veth", "peer", "name", "outside", "netns", firewall);
        Shell.run("ip", "address", "add", "198." + ours(1) + "/30", "dev", "cs" + id + "a");
        Shell.run("ip", "link", "set", "cs" + id + "a", "up");
        ip(firewall, "address", "add", address() + "/30", "dev", "outside");
        ip(firewall, "link", "add", "inside", "type", "veth", "peer", "name", "wire", "netns", client);
        Stream.of("203.0.113.1/24", "198.51.100.1/24", "10.99.0.1/32", "10.99.0.2/32", "10.99.0.3/32").forEach(own -> ip(firewall, "address", "add", own, "dev", "inside"));
        Stream.of("lo", "outside", "inside").forEach(link -> ip(firewall, "link", "set", link, "up"));
        ip(firewall, "-6", "address", "add", "2001:db8:77::1/64", "dev", "inside", "nodad");
        Stream.of(CLIENT + "/24", IN_NETWORK + "/24", BESIDE_NETWORK + "/24").forEach(own -> ip(client, "address", "add", own, "dev", "wire"));
        ip(client, "link", "set", "wire", "up");
        ip(client, "-6", "address", "add", CLIENT_IPV6 + "/64", "dev", "wire", "nodad");
        List<String> senders = List.of(CLIENT, IN_NETWORK, BESIDE_NETWORK);
        senders.forEach(sender -> ip(client, "route", "add", "10.99.0." + (senders.indexOf(sender) + 1), "dev", "wire", "src", sender));
        in(firewall, "nft", "-f", Path.of("docker/nftables/countersign.nft").toAbsolutePath().toString());
    }

    private void listen() throws IOException {
        Files.createDirectories(Path.of("/run/sshd"));
        String allowed = "command=\"" + Path.of("docker/nftables/countersign-nft").toAbsolutePath() + "\"";
        Path keys = Files.writeString(folder.resolve("authorized_keys"), "restrict," + allowed + " " + makeKey("countersign")
                + "restrict,command=\"case $SSH_ORIGINAL_COMMAND in *list*) eval $SSH_ORIGINAL_COMMAND;; *) echo not you >&2; exit 1;; esac\" " + makeKey("reader")
                + "restrict,command=\"eval \\\"$SSH_ORIGINAL_COMMAND\\\"\" " + makeKey("shell")
                + "restrict,command=\"case $SSH_ORIGINAL_COMMAND in *create*) sleep 60;; *) eval $SSH_ORIGINAL_COMMAND;; esac\" " + makeKey("slow")
                + "restrict,command=\"[ -e " + folder.resolve("looked") + " ] || { touch " + folder.resolve("looked") + "; kill -9 $PPID; }; "
                + "case $SSH_ORIGINAL_COMMAND in *create*) kill -9 $PPID;; *) eval $SSH_ORIGINAL_COMMAND;; esac\" " + makeKey("dying"));
        makeKey("stranger");
        String host = makeKey("host-ed25519");
        makeKey("host-ecdsa", "-t", "ecdsa");
        Files.writeString(folder.resolve("known_hosts"), "[" + address() + "]:" + PORT + " " + host);
        Path configuration = Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                HostKey %s
                HostKey %s
                AuthorizedKeysFile %s
                PermitRootLogin forced-commands-only
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                UsePAM no
                StrictModes no
                PidFile none
                MaxStartups 100
                """.formatted(PORT, folder.resolve("host-ed25519"), folder.resolve("host-ecdsa"), keys));
        sshd = Shell.start(ProcessBuilder.Redirect.to(folder.resolve("sshd.out").toFile()), "ip", "netns", "exec", firewall, Shell.find("sshd").toString(), "-D", "-e", "-f", configuration.toString());
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(this::answers);
    }

    String address() {
        return "198." + ours(2);
    }

    /** The private key of an account: countersign has what we ship; reader may only list; shell runs what it is told; slow hangs when it should add; dying loses its connection then, and at the first command of all; stranger is let in nowhere. */
    Path key(String name) {
        return folder.resolve(name);
    }

    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    /** Past the connector, with every right. */
    String nft(String... words) {
        return in(firewall, Stream.concat(Stream.of("nft"), Stream.of(words)).toArray(String[]::new));
    }

    /** What the allow-list that we ship does when our account asks for this. */
    Shell.Result allowList(String command) {
        return Shell.attempt("ip", "netns", "exec", firewall, Path.of("docker/nftables/countersign-nft").toAbsolutePath().toString(), command);
    }

    /** Whether a connection from this address of the client is answered by the firewall's SSH server. */
    boolean letsIn(String sender) {
        String to = sender.equals(CLIENT_IPV6) ? "2001:db8:77::1" : "10.99.0." + (List.of(CLIENT, IN_NETWORK, BESIDE_NETWORK).indexOf(sender) + 1);
        return Shell.attempt("ip", "netns", "exec", client, "timeout", "1.5", "bash", "-c",
                "exec 3<>/dev/tcp/" + to + "/" + PORT + "; read -r line <&3; [[ $line == SSH-2.0-* ]]").exit() == 0;
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    private void remove() {
        Stream.of(firewall, client).forEach(namespace -> Shell.attempt("ip", "netns", "pids", namespace).out().lines().filter(pid -> pid.matches("\\d+"))
                .forEach(pid -> Shell.attempt("kill", "-9", pid)));
        Stream.of(firewall, client).forEach(namespace -> Shell.attempt("ip", "netns", "delete", namespace));
        Shell.attempt("ip", "link", "delete", "cs" + id + "a");
    }

    private boolean answers() throws IOException {
        if (!sshd.isAlive()) {
            throw new IllegalStateException("sshd did not start: " + Files.readString(folder.resolve("sshd.out")));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), PORT), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Makes a key without passphrase. @return its public half, as a line */
    private String makeKey(String name, String... kind) throws IOException {
        Shell.run(Stream.concat(Stream.of("ssh-keygen", "-q", "-N", "", "-C", name, "-f", folder.resolve(name).toString()),
                kind.length == 0 ? Stream.of("-t", "ed25519") : Stream.of(kind)).toArray(String[]::new));
        return Files.readString(folder.resolve(name + ".pub"));
    }

    /** One of the few addresses of a network of our own, among those that are kept for measuring. */
    private String ours(int last) {
        return (18 + (network >> 16)) + "." + (network >> 8 & 0xff) + "." + (network & 0xfc | last);
    }

    private static void ip(String namespace, String... words) {
        in(namespace, Stream.concat(Stream.of("ip"), Stream.of(words)).toArray(String[]::new));
    }

    private static String in(String namespace, String... command) {
        return Shell.run(Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(command)).toArray(String[]::new));
    }
}
