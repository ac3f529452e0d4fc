package io.countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn -Pfaults verify}: incidents go through all playbooks on two nodes while everything fails that can; then all is taken
 * back, and what the target saw is held against what the product says. {@code -Dfaults.incidents} is the length,
 * {@code -Dfaults.seed} the dice.
 */
class FaultRun {

    @Test
    void everyEffectIsKnownAndComesBack() throws Exception {
        Plan plan = Plan.ofProperties();
        System.out.printf("faults: seed %d, %d incidents, logs in %s%n", plan.seed(), plan.incidents(), plan.folder());
        try (Rig rig = new Rig(plan)) {
            List<Violation> violations = run(plan, rig);
            assertThat(violations.stream().map(violation -> violation.kind().words + ": " + violation.text())).as("seed %d", plan.seed()).isEmpty();
        }
    }

    private static List<Violation> run(Plan plan, Rig rig) throws Exception {
        Map<String, Person> persons = new TreeMap<>();
        rig.passwords().forEach((name, password) -> persons.put(name, new Person(name, password, rig.nodes)));
        Alerts alerts = new Alerts(rig.nodes, persons.get("ada"), plan.seed());
        long begun = System.nanoTime();
        try (People people = new People(persons, rig.postgres, plan.seed(), 5); Mischief mischief = new Mischief(rig); Brakes brakes = new Brakes(persons, plan.seed())) {
            for (int number = 0; number < plan.incidents(); number++) {
                alerts.send(number);
                pace(rig, mischief, number);
            }
            mischief.calm();
            brakes.letGo();
            people.tidyUp();
            boolean settled = settles(rig);
            System.out.printf("faults: %s after %d s%n", settled ? "settled" : "did not settle", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            mischief.close();
            people.close();
            Books books = Books.of(plan, rig.postgres.owner());
            List<Violation> violations = new ArrayList<>(Judge.violations(books));
            violations.addAll(Promises.broken(books, alerts, people, mischief));
            Report.print(books, alerts, people, brakes, mischief, violations);
            return violations;
        }
    }

    /** Neither do runs pile up nor do alerts run ahead of the faults, however slow the machine is: two alerts for each fault. */
    private static void pace(Rig rig, Mischief mischief, int sent) throws InterruptedException {
        do {
            Thread.sleep(200);
        } while (mischief.total() * 2 < sent - 6 || rig.openRuns() > 20);
    }

    /** Until every run has ended and holds nothing any more; people answer all that they are asked meanwhile. */
    private static boolean settles(Rig rig) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("faults.settle", 240)).toNanos();
        while (System.nanoTime() < end) {
            if (rig.nodes.stream().allMatch(Node::ready) && rig.openRuns() == 0 && rig.openLeases() == 0) {
                return true;
            }
            Thread.sleep(1000);
        }
        return false;
    }
}
