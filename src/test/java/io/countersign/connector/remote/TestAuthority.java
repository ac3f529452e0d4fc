package io.countersign.connector.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority that signs certificates for a test run, made anew by the JDK's keytool. */
public final class TestAuthority {

    private static final String PASSWORD = "only-for-this-test-run";
    private static final String SELF = "authority";

    private final Path folder;

    /** A certificate with its chain, and its key, as PEM. */
    public record Pem(Path certificate, Path key) {
    }

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    public static TestAuthority in(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        TestAuthority authority = new TestAuthority(Files.createDirectories(folder));
        authority.keytool("-alias", SELF, "-dname", "CN=Authority of the test", "-ext", "BC:critical=ca:true", "-ext", "KU=keyCertSign");
        authority.write(SELF);
        return authority;
    }

    public Path certificate() {
        return folder.resolve(SELF + ".crt");
    }

    /** @param name the common name; the host is this one in every certificate */
    public Pem issue(String name) throws IOException, GeneralSecurityException, InterruptedException {
        keytool("-alias", name, "-dname", "CN=" + name + ", O=Test", "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-signer", SELF);
        return write(name);
    }

    private void keytool(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
                "-groupname", "secp256r1", "-validity", "2", "-storetype", "PKCS12", "-keystore", store().toString(), "-storepass", PASSWORD));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate: " + output);
        }
    }

    private Pem write(String alias) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : keys.getCertificateChain(alias)) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return new Pem(Files.writeString(folder.resolve(alias + ".crt"), chain),
                Files.writeString(folder.resolve(alias + ".key"), pem("PRIVATE KEY", keys.getKey(alias, PASSWORD.toCharArray()).getEncoded())));
    }

    private Path store() {
        return folder.resolve("keys.p12");
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind + "-----\n";
    }
}
