package io.countersign.desk.web;

import io.countersign.console.Banner;
import io.countersign.console.BannerSource;
import io.countersign.console.NavigationCount;
import io.countersign.execution.Leases;
import io.countersign.people.People;
import io.countersign.people.Role;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.playbook.StuckWork;
import io.countersign.playbook.gate.Submissions;
import io.countersign.report.ConnectorChecks;
import io.countersign.report.Inbox;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the shell shows on every page about work: how much waits, what is contained, what is stuck, which product cannot be reached. */
@Configuration(proxyBeanMethods = false)
class DeskCounts {

    @Bean
    NavigationCount inboxCount(Inbox inbox) {
        return count("/inbox", inbox::count);
    }

    @Bean
    NavigationCount containmentCount(Leases leases) {
        return count("/containment", person -> leases.countInForce());
    }

    /** Governors see how much waits for one of them. */
    @Bean
    NavigationCount playbookCount(Submissions submissions, People people) {
        return count("/playbooks", username -> people.find(username).filter(person -> person.mayAct(Role.GOVERNOR)).isPresent() ? submissions.countWaiting() : 0);
    }

    @Bean
    BannerSource suspendedBanner(PlaybookLibrary library) {
        return () -> library.suspended().stream().map(key -> new Banner(Banner.Level.ALARM, "Nothing starts on " + key + ": it does not hold by the rules of today.",
                "/playbooks/" + key, "See why")).toList();
    }

    @Bean
    BannerSource stuckBanner(StuckWork stuck) {
        return () -> Stream.of(stuck.count()).filter(count -> count > 0).map(count -> new Banner(Banner.Level.ALARM,
                count + (count == 1 ? " piece of work is" : " pieces of work are") + " stuck and will not go on without a person.",
                "/inbox#stuck", "See what and why")).toList();
    }

    @Bean
    BannerSource connectorBanner(ConnectorChecks checks) {
        return () -> checks.latest().stream().filter(check -> check.checkedAt() != null && !check.usable()).map(check -> Banner.of(Banner.Level.WARNING,
                check.name() + " cannot be used at present: " + String.join(" ", check.findings()))).toList();
    }

    private static NavigationCount count(String path, ToLongFunction<String> of) {
        return new NavigationCount() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public long count(String username) {
                return of.applyAsLong(username);
            }
        };
    }
}
