package io.countersign.faults;

import io.countersign.testing.FullDisk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Breaks one thing after the other, as the seed says, and brings dead nodes back. */
final class Mischief implements AutoCloseable {

    /** Where a node dies: in the transaction that states this, or, with a plus, right after it committed; or in the connector. */
    private static final List<String> POINTS = List.of("act", "act-claimed", "acted", "undo", "undone", "ACTION_ATTEMPTED", "ACTION_ATTEMPTED+", "ACTION_OBSERVED",
            "ACTION_OBSERVED+", "UNDO_ATTEMPTED", "UNDO_ATTEMPTED+", "UNDO_OBSERVED", "UNDO_OBSERVED+", "APPROVAL_GIVEN", "APPROVAL_GIVEN+", "APPROVAL_EXPIRED",
            "LEASE_EXPIRED", "LEASE_EXPIRED+", "LEASE_STARTED", "LEASE_RELEASED+", "ROLLBACK_REQUESTED", "ROLLBACK_REQUESTED+", "ROLLBACK_ENDED", "PLAYBOOK_STARTED+",
            "PLAYBOOK_SELECTED", "RECOMMENDATION_MADE+", "PERSON_DECIDED", "ALERT_RECEIVED+");
    private static final List<Duration> JUMPS = List.of(Duration.ofSeconds(20), Duration.ofMinutes(11), Duration.ofMinutes(31), Duration.ofHours(5), Duration.ofHours(9),
            Duration.ofHours(26));
    private static final List<String> ODDS = List.of("kill", "kill", "doom", "doom", "doom", "doom", "cut database", "cut database", "stall database", "cut targets",
            "cut targets", "stall targets", "terminate backends", "terminate backends", "restart database", "disk full", "clock forward", "clock forward", "clock skew", "stranger", "stranger",
            "rolling restart");

    /** Tables that cannot be written while the disk is full. */
    private static final List<String> FULL = List.of("evidence", "action_run", "lease", "approval", "act_ru_execution", "act_hi_actinst");

    /** A node that died, and when. */
    record Death(String node, Instant at) {
    }

    final Map<String, Integer> counts = Collections.synchronizedMap(new TreeMap<>());
    final List<Death> deaths = Collections.synchronizedList(new ArrayList<>());
    final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private final Rig rig;
    private final Random random;
    private final List<String> deck = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "mischief");
    private final Thread nurse = new Thread(this::nurse, "nurse");
    private volatile boolean breaking = true;
    private volatile boolean running = true;

    Mischief(Rig rig) {
        this.rig = rig;
        this.random = new Random(rig.plan.seed() * 17);
        thread.start();
        nurse.start();
    }

    private void run() {
        while (breaking) {
            try {
                Thread.sleep(300 + random.nextInt(2200));
                String what = next();
                if (harm(what, rig.nodes.get(random.nextInt(rig.nodes.size())))) {
                    counts.merge(what, 1, Integer::sum);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception failed) {
                problems.add(failed.toString());
            }
        }
    }

    /** Like cards of a shuffled deck: also a short run meets nearly everything. */
    private String next() {
        if (deck.isEmpty()) {
            deck.addAll(ODDS);
            Collections.shuffle(deck, random);
        }
        return deck.remove(deck.size() - 1);
    }

    /** @return whether it could be done */
    private boolean harm(String what, Node node) throws Exception {
        switch (what) {
            case "kill" -> {
                return othersReady(node) && killed(node);
            }
            case "doom" -> {
                return othersReady(node) && doomed(node, POINTS.get(random.nextInt(POINTS.size())));
            }
            case "cut database" -> node.database.cut();
            case "stall database" -> node.database.stall(1000 + random.nextInt(12000));
            case "cut targets" -> node.targets.cut();
            case "stall targets" -> node.targets.stall(500 + random.nextInt(5000));
            case "terminate backends" -> rig.postgres.owner().sql("""
                    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'countersign' order by random() limit 5""").query().listOfRows();
            case "restart database" -> {
                rig.postgres.crash();
                Thread.sleep(random.nextInt(4000));
                rig.postgres.start();
            }
            case "disk full" -> diskFull();
            case "clock forward" -> rig.advance(JUMPS.get(random.nextInt(JUMPS.size())));
            case "clock skew" -> node.skew(random.nextInt(120_000) - 60_000L);
            case "stranger" -> rig.stranger("ADDRESS 203.0.113." + random.nextInt(12), "block-address");
            default -> {
                return othersReady(node) && restarted(node);
            }
        }
        return true;
    }

    private void diskFull() throws InterruptedException {
        try {
            FullDisk.fills(rig.postgres.owner(), FULL.get(random.nextInt(FULL.size())));
            Thread.sleep(500 + random.nextInt(4000));
        } finally {
            FullDisk.hasSpaceAgain(rig.postgres.owner());
        }
    }

    private boolean othersReady(Node node) {
        return node.alive() && rig.nodes.stream().filter(other -> other != node).allMatch(Node::ready);
    }

    private boolean killed(Node node) {
        node.kill();
        return true;
    }

    private boolean doomed(Node node, String point) throws Exception {
        node.doom(point);
        for (int wait = 0; wait < 40 && node.alive(); wait++) {
            Thread.sleep(100);
        }
        if (node.alive() && node.recall()) {
            return false;
        }
        counts.merge("  died at " + point, 1, Integer::sum);
        return true;
    }

    private boolean restarted(Node node) throws Exception {
        if (!node.terminate()) {
            problems.add("Node " + node.name + " did not end when asked to");
            node.kill();
        }
        return true;
    }

    private void nurse() {
        while (running) {
            try {
                for (Node node : rig.nodes) {
                    if (!node.alive()) {
                        deaths.add(new Death(node.name, Instant.now()));
                        node.start();
                    }
                }
                Thread.sleep(100);
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception failed) {
                problems.add(failed.toString());
            }
        }
    }

    int total() {
        synchronized (counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Nothing more is broken; what is broken is mended. */
    void calm() throws Exception {
        breaking = false;
        thread.interrupt();
        thread.join();
        for (Node node : rig.nodes) {
            node.recall();
            node.skew(0);
        }
        rig.calm();
        // A restart that was interrupted.
        if (!rig.postgres.answers()) {
            rig.postgres.start();
        }
        FullDisk.hasSpaceAgain(rig.postgres.owner());
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        breaking = false;
        for (Thread one : List.of(thread, nurse)) {
            one.interrupt();
            one.join();
        }
    }
}
