package io.countersign.faults;

import io.countersign.faults.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever was told that something is done may rely on it: decisions are on the record once, alerts were looked at. */
final class Promises {

    private Promises() {
    }

    static List<Violation> broken(Books books, Alerts alerts, People people, Mischief mischief) {
        List<Violation> broken = new ArrayList<>();
        Set<String> kept = books.said().values().stream().flatMap(List::stream).map(Books.Said::request).collect(Collectors.toSet());
        people.decided.forEach((request, times) -> {
            if (!kept.contains(request) || times.get() > 1) {
                broken.add(new Violation(Kind.PROMISE_BROKEN, null, "Approval " + request + " was confirmed " + times + " times, and is kept: " + kept.contains(request)));
            }
        });
        Set<String> selected = books.record().stream().filter(fact -> fact.kind().equals("PLAYBOOK_SELECTED")).filter(fact -> !fact.facts().contains("could be started"))
                .map(Books.Fact::incident).collect(Collectors.toSet());
        alerts.incidents.stream().filter(incident -> !selected.contains(incident))
                .forEach(incident -> broken.add(new Violation(Kind.PROMISE_BROKEN, null, "The alert of " + incident + " was taken, and no playbook was chosen for it")));
        mischief.problems.forEach(problem -> broken.add(new Violation(Kind.PROMISE_BROKEN, null, "The harness: " + problem)));
        return broken;
    }
}
