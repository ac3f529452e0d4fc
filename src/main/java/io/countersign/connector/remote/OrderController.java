package io.countersign.connector.remote;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Where workers fetch orders and bring what became of them. {@link WorkerSecurity} lets nobody else in. */
@RestController
@ConditionalOnProperty("countersign.connector.remote.port")
class OrderController {

    private static final long POLL_MILLIS = 20_000;

    private final RemoteOrders orders;
    private final WorkerRegister workers;
    private final Body body;

    OrderController(RemoteOrders orders, WorkerRegister workers, Body body) {
        this.orders = orders;
        this.workers = workers;
        this.body = body;
    }

    @PostMapping(WorkerLine.NEXT)
    DeferredResult<ResponseEntity<RemoteOrder>> next(HttpServletRequest request, Principal worker) throws IOException {
        WorkerLine.Ask ask = body.read(request, WorkerLine.Ask.class, Body.USUAL);
        if (ask.version() != WorkerLine.VERSION) {
            workers.refused(worker.getName(), "it speaks version " + ask.version() + " of the line, this node " + WorkerLine.VERSION);
            throw new LineRefusal(HttpStatus.CONFLICT, "This node speaks version " + WorkerLine.VERSION + " of the line to workers, this worker version "
                    + ask.version() + ". Run the same version of Countersign at both ends");
        }
        Set<String> products = workers.products(worker.getName(), ask.connectors());
        Poll poll = new Poll(worker.getName(), ask.process(), products, POLL_MILLIS);
        orders.ask(poll, products);
        return poll.answer();
    }

    @PostMapping(WorkerLine.LEAVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(HttpServletRequest request, Principal worker) throws IOException {
        orders.leave(worker.getName(), body.read(request, WorkerLine.Leave.class, Body.USUAL).process());
    }

    @PostMapping(WorkerLine.ORDER + "/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void result(@PathVariable UUID id, HttpServletRequest request, Principal worker) throws IOException {
        orders.find(id).answer(worker.getName(), body.read(request, RemoteResult.class, Body.LARGEST));
    }
}
