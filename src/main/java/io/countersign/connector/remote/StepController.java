package io.countersign.connector.remote;

import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.connector.remote.WorkerLine.Claim;
import io.countersign.connector.remote.WorkerLine.Within;
import io.countersign.connector.remote.WorkerLine.Yes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The steps of an order that need the books: its worker has none. Product, call and credential are those of the order, whatever the
 * worker says, and each step excludes that the giver goes on meanwhile.
 */
@RestController
@RequestMapping(WorkerLine.ORDER)
@ConditionalOnProperty("countersign.connector.remote.port")
class StepController {

    private final RemoteOrders orders;
    private final CallClaims claims;
    private final CredentialVerifier verifier;
    private final Body body;

    StepController(RemoteOrders orders, CallClaims claims, CredentialVerifier verifier, Body body) {
        this.orders = orders;
        this.claims = claims;
        this.verifier = verifier;
        this.body = body;
    }

    @PostMapping("/claim")
    Yes claim(@PathVariable UUID id, HttpServletRequest request, Principal worker) throws IOException {
        boolean changes = body.read(request, Claim.class, Body.USUAL).changes();
        return new Yes(step(id, worker, open -> {
            boolean first = claims.claim(open.product(), open.order().call(), changes, open.credential());
            open.redeemedNow();
            return first;
        }));
    }

    @PostMapping("/redeem")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void redeem(@PathVariable UUID id, Principal worker) {
        step(id, worker, open -> {
            Verb verb = open.order().kind() == RemoteOrder.Kind.UNDO ? Verb.UNDO : Verb.ACT;
            verifier.redeem(open.credential(), verb, open.product(), open.order().call().digest(), open.order().call().target());
            open.redeemedNow();
            return true;
        });
    }

    @PostMapping("/answered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answered(@PathVariable UUID id, Principal worker) {
        step(id, worker, open -> {
            claims.answered(open.product(), open.order().call());
            return true;
        });
    }

    @PostMapping("/may-still-arrive")
    Yes mayStillArrive(@PathVariable UUID id, HttpServletRequest request, Principal worker) throws IOException {
        Duration within = Duration.ofMillis(body.read(request, Within.class, Body.USUAL).millis());
        return new Yes(step(id, worker, open -> claims.mayStillArrive(open.product(), open.order().call(), within)));
    }

    @PostMapping("/may-have-changed")
    Yes mayHaveChanged(@PathVariable UUID id, Principal worker) {
        return new Yes(step(id, worker, open -> claims.mayHaveChanged(open.product(), open.order().call())));
    }

    private boolean step(UUID id, Principal worker, Function<OpenOrder, Boolean> step) {
        OpenOrder open = orders.find(id);
        return open.whileOpen(worker.getName(), () -> {
            if (!open.order().kind().changes()) {
                throw new LineRefusal(HttpStatus.UNPROCESSABLE_ENTITY, "An order to look gives no leave to change anything");
            }
            return step.apply(open);
        });
    }
}
