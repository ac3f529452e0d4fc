package io.countersign.faults.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.faults.target.Entry.Happened;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** {@code Simulator JOURNAL SEED}: serves on a free port, which it prints first. */
public final class Simulator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final Weather weather;
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4);

    private Simulator(Path journal, long seed) throws IOException {
        world = new World(new Journal(journal));
        weather = new Weather(seed);
    }

    public static void main(String[] args) throws IOException {
        Simulator simulator = new Simulator(Path.of(args[0]), Long.parseLong(args[1]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/state", simulator::state);
        server.createContext("/order", simulator::order);
        server.createContext("/by-hand", simulator::byHand);
        server.createContext("/weather", simulator::weather);
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private void state(HttpExchange call) throws IOException {
        String target = new String(call.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Weather.Fault fault = weather.ofRead(target);
        sleep(fault.millis());
        if (fault.kind() == Weather.Kind.REQUEST_LOST) {
            call.close();
            return;
        }
        answer(call, 200, world.look(target));
    }

    private void order(HttpExchange call) throws IOException {
        Order order = JSON.readValue(call.getRequestBody(), Order.class);
        Weather.Fault fault = weather.of(order);
        String name = fault.kind().name();
        switch (fault.kind()) {
            case REQUEST_LOST -> {
                world.note(Happened.LOST, name, order);
                call.close();
            }
            case REQUEST_LATE -> {
                later.schedule(() -> world.arrives(order, name), fault.millis(), TimeUnit.MILLISECONDS);
                call.close();
            }
            case ANSWER_LOST -> {
                world.arrives(order, name);
                call.close();
            }
            case ACCEPTED_FIRST -> {
                world.note(Happened.ACCEPTED, name, order);
                later.schedule(() -> world.arrives(order, name), fault.millis(), TimeUnit.MILLISECONDS);
                answer(call, 202, Map.of("said", "taken, done later"));
            }
            case REFUSED -> {
                world.note(Happened.REFUSED, name, order);
                answer(call, 409, Map.of("said", "refused"));
            }
            default -> {
                Entry entry = world.arrives(order, name);
                if (fault.kind() == Weather.Kind.DOUBLED) {
                    later.schedule(() -> world.arrives(order, name), fault.millis(), TimeUnit.MILLISECONDS);
                } else {
                    sleep(fault.millis());
                }
                answer(call, entry.happened() == Happened.STRANGERS ? 409 : 200, Map.of("said", entry.happened().name()));
            }
        }
    }

    private void byHand(HttpExchange call) throws IOException {
        world.byHand(JSON.readValue(call.getRequestBody(), Order.class));
        answer(call, 200, Map.of());
    }

    private void weather(HttpExchange call) throws IOException {
        weather.calm("calm".equals(call.getRequestURI().getQuery()));
        answer(call, 200, Map.of());
    }

    private static void answer(HttpExchange call, int status, Map<String, String> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        try (call) {
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
