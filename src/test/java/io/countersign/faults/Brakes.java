package io.countersign.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Somebody stops new effects now and then, or lets a playbook only pretend; others put an end to that after a while. At the end nothing of it is left. */
final class Brakes implements AutoCloseable {

    private static final Map<String, String> BECAUSE = Map.of("reason", "Because the fault run wants it so");
    private static final List<String> PLAYBOOKS = List.of("block-malicious-address", "contain-compromised-account", "isolate-infected-host", "contain-data-exfiltration");
    private static final List<String> ACTIONS = List.of("block-address", "disable-account", "isolate-host", "end-sessions");

    final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final Map<String, Person> persons;
    private final Random random;
    private final Thread thread = new Thread(this::run, "brakes");
    private volatile boolean running = true;

    Brakes(Map<String, Person> persons, long seed) {
        this.persons = persons;
        this.random = new Random(seed * 41);
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(2000 + random.nextInt(5000));
                press();
                Thread.sleep(500 + random.nextInt(3000));
                release();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException notNow) {
                count("no answer");
            }
        }
    }

    private void press() {
        switch (random.nextInt(6)) {
            case 0, 1 -> count("stop " + persons.get("ben").post("/api/stops", order("EVERYTHING", "")).status());
            case 2 -> count("stop " + persons.get("ana").post("/api/stops", order("PLAYBOOK", any(PLAYBOOKS))).status());
            case 3 -> count("stop " + persons.get("ana").post("/api/stops", order("ACTION_TYPE", any(ACTIONS))).status());
            case 4 -> count("stop " + persons.get("ben").post("/api/stops", order("CONNECTOR", "simulator")).status());
            default -> count("dry run " + persons.get("dan").post("/api/dry-runs", order("PLAYBOOK", any(PLAYBOOKS))).status());
        }
    }

    /** Two of two teams lift a stop. */
    private void release() {
        for (JsonNode stop : StreamSupport.stream(persons.get("eli").get("/api/stops").body().path("items").spliterator(), false).toList()) {
            String address = "/api/stops/" + stop.path("id").asLong();
            count("ask to lift " + persons.get("sam").post(address + "/lift-request", BECAUSE).status());
            count("lift " + persons.get("chen").post(address + "/lift", BECAUSE).status());
        }
        for (JsonNode dryRun : persons.get("dan").get("/api/dry-runs").body()) {
            count("end a dry run " + persons.get("dan").post("/api/dry-runs/" + dryRun.path("id").asLong() + "/end", BECAUSE).status());
        }
    }

    /** Nothing is held back any more. */
    void letGo() throws InterruptedException {
        close();
        for (int tries = 0; tries < 60 && !free(); tries++) {
            release();
            Thread.sleep(500);
        }
    }

    private boolean free() {
        Person.Answer stops = persons.get("eli").get("/api/stops");
        Person.Answer dryRuns = persons.get("dan").get("/api/dry-runs");
        return stops.status() == 200 && stops.body().path("items").isEmpty() && dryRuns.status() == 200 && dryRuns.body().isEmpty();
    }

    Map<String, AtomicInteger> counts() {
        return new TreeMap<>(done);
    }

    private static Map<String, String> order(String scope, String name) {
        Map<String, String> order = new TreeMap<>(BECAUSE);
        order.put("scope", scope);
        order.put("name", name);
        return order;
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private void count(String what) {
        done.computeIfAbsent(what, none -> new AtomicInteger()).incrementAndGet();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join();
    }
}
