package io.countersign.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Several people at once, each doing what comes to mind. At the end they tidy up: nothing new is approved, all is taken back, and every task is answered. */
final class People implements AutoCloseable {

    private static final String REASON = "Because the fault run wants it so";
    private static final List<String> DECIDERS = List.of("sam", "ben", "eva", "ivo", "chen", "noa");
    private static final List<String> ANALYSTS = List.of("ana", "sam", "eva", "chen", "noa");

    /** Requests for approval that a person was told to have decided, with how often. */
    final Map<String, AtomicInteger> decided = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    final Set<String> withoutAnswer = ConcurrentHashMap.newKeySet();
    private final Map<String, Person> persons;
    private final Postgres postgres;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean tidying;
    private volatile boolean running = true;

    People(Map<String, Person> persons, Postgres postgres, long seed, int count) {
        this.persons = persons;
        this.postgres = postgres;
        for (int number = 0; number < count; number++) {
            Random random = new Random(seed * 31 + number);
            Thread thread = new Thread(() -> live(random), "person-" + number);
            threads.add(thread);
            thread.start();
        }
    }

    void tidyUp() {
        tidying = true;
    }

    private void live(Random random) {
        while (running) {
            try {
                Thread.sleep(30 + random.nextInt(tidying ? 50 : 200));
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3, 4 -> approve(random);
                    case 5, 6, 7 -> answerTask(random);
                    case 8 -> order(random);
                    default -> retry(random);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException databaseAway) {
                count("database away");
            }
        }
    }

    private void approve(Random random) {
        Person person = any(random, DECIDERS);
        JsonNode item = pick(person.get("/api/approvals?limit=100"), random);
        if (item == null || !tidying && random.nextInt(12) == 0) {
            return;
        }
        boolean approve = !tidying && random.nextInt(8) != 0;
        Map<String, String> decision = Map.of("digest", item.path("digest").asText(), "decision", approve ? "APPROVE" : "REFUSE", "rationale", REASON);
        String path = "/api/approvals/" + item.path("id").asText() + "/decision";
        if (random.nextInt(10) == 0) {
            CompletableFuture<Void> twin = CompletableFuture.runAsync(() -> decide(item, person, path, decision));
            decide(item, person, path, decision);
            twin.join();
        } else {
            decide(item, person, path, decision);
        }
    }

    private void decide(JsonNode item, Person person, String path, Map<String, String> decision) {
        int status = person.post(path, decision).status();
        if (status == 200) {
            decided.computeIfAbsent(item.path("id").asText(), none -> new AtomicInteger()).incrementAndGet();
        }
        count(decision.get("decision").toLowerCase(java.util.Locale.ROOT) + " " + status);
    }

    private void answerTask(Random random) {
        Person person = any(random, ANALYSTS);
        JsonNode item = pick(person.get("/api/tasks?limit=100"), random);
        if (item == null) {
            return;
        }
        String kind = item.path("kind").asText();
        Map<String, ?> values = switch (kind) {
            case "RESOLVE" -> Map.of("next", tidying ? "ROLL_BACK" : one(random, "RETRY", "RETRY", "GO_ON", "ROLL_BACK"), "reason", REASON);
            case "BY_HAND" -> Map.of("result", tidying ? "NOT_DONE" : one(random, "DONE", "NOT_DONE"), "performed", REASON, "at", Instant.now().toString());
            default -> Map.of("checked", REASON, "statement", tidying ? "ACCEPTED" : one(random, "ACCEPTED", "RESTORED"), "reason", REASON);
        };
        int status = person.post("/api/tasks/" + item.path("id").asText() + "/completion", Map.of("values", values, "password", person.password())).status();
        count("answer " + kind + " " + status);
    }

    private void order(Random random) {
        List<String> open = postgres.owner().sql("select id from playbook_run where state = 'RUNNING' order by id").query(String.class).list();
        if (open.isEmpty()) {
            return;
        }
        String run = "/api/runs/" + open.get(random.nextInt(open.size()));
        Person person = any(random, ANALYSTS);
        String what = one(random, "rollback", "rollback", "release", "release", "keep");
        if (tidying) {
            int released = person.post(run + "/release", Map.of("reason", REASON)).status();
            count("release " + released);
            what = released == 409 ? "rollback" : null;
        }
        if (what != null) {
            Map<String, String> body = what.equals("keep") ? Map.of("reason", REASON, "until", Instant.now().plus(40, ChronoUnit.DAYS).toString()) : Map.of("reason", REASON);
            count(what + " " + person.post(run + "/" + what, body).status());
        }
    }

    private void retry(Random random) {
        Person person = any(random, ANALYSTS);
        JsonNode item = pick(person.get("/api/stuck?limit=100"), random);
        if (item != null) {
            count("try again " + person.post("/api/stuck/" + item.path("id").asText() + "/retry", Map.of()).status());
        }
    }

    private void count(String what) {
        done.computeIfAbsent(what, none -> new AtomicInteger()).incrementAndGet();
    }

    private Person any(Random random, List<String> names) {
        return persons.get(names.get(random.nextInt(names.size())));
    }

    private static JsonNode pick(Person.Answer list, Random random) {
        List<JsonNode> items = StreamSupport.stream(list.body().path("items").spliterator(), false).filter(item -> item.path("whyNot").isMissingNode()
                || item.path("whyNot").isNull()).toList();
        return items.isEmpty() ? null : items.get(random.nextInt(items.size()));
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }
}
