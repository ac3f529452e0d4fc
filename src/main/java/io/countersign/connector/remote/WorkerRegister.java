package io.countersign.connector.remote;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.SparingEvidence;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Which worker may serve what. The certificate says who it is, the settings what it may; whatever else it asks for is refused and recorded. */
final class WorkerRegister {

    static final String WORKER = "WORKER";
    private static final Logger LOG = LoggerFactory.getLogger(WorkerRegister.class);

    private final RemoteSettings settings;
    private final SparingEvidence evidence;

    WorkerRegister(RemoteSettings settings, SparingEvidence evidence) {
        this.settings = settings;
        this.evidence = evidence;
    }

    /** @param name the common name of a certificate that the authority of workers signed */
    UserDetails byCertificate(String name) {
        if (settings.products().values().stream().noneMatch(product -> product.workers().contains(name))) {
            refused(name.replaceAll("[^A-Za-z0-9._-]", "?"), "no connector may be served by it");
            throw new UsernameNotFoundException("No product names the worker");
        }
        return User.withUsername(name).password("").authorities(WORKER).build();
    }

    /** The products that these connectors of this worker are. @throws NotYours if it may not serve one of them */
    Set<String> products(String worker, Set<String> connectors) {
        for (String connector : connectors) {
            if (of(worker, Set.of(connector)).isEmpty()) {
                refused(worker, "it may not serve '" + connector + "'");
                throw new NotYours("'" + worker + "' may not serve '" + connector + "': no countersign.connector.remote.products.… of this node names both");
            }
        }
        return of(worker, connectors);
    }

    /** Puts on the record what a worker asked for and may not have. */
    void refused(String worker, String why) {
        LOG.warn("worker.refused worker={} why={}", worker, why);
        evidence.append(EvidenceEntry.of(EvidenceKind.WORKER_REFUSED, Actor.system("connector")).with("worker", worker).with("why", why));
    }

    private Set<String> of(String worker, Set<String> connectors) {
        return settings.products().entrySet().stream().filter(product -> product.getValue().workers().contains(worker))
                .map(Map.Entry::getKey).filter(product -> connectors.contains(settings.connectorOf(product))).collect(Collectors.toSet());
    }

    /** The message says what it may not. */
    static class NotYours extends RuntimeException {

        NotYours(String message) {
            super(message);
        }
    }
}
