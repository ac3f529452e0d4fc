package io.countersign.execution;

import com.zaxxer.hikari.HikariDataSource;
import io.countersign.action.ActionCatalogue;
import io.countersign.agent.AgentModule;
import io.countersign.agent.AgentRegister;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.CredentialVerifier;
import io.countersign.agent.NewAgent;
import io.countersign.action.RiskTier;
import io.countersign.connector.Connector;
import io.countersign.connector.Connectors;
import io.countersign.connector.NoConnector;
import io.countersign.evidence.Actor;
import io.countersign.policy.Assessment;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger, the leases and what carries actions out, as in the product, on a database of their own; whatever is asked has authority, and nothing but the test moves the clock. */
@Import({AgentModule.class, ActionRuns.class, ActionRunMapper.class, LeaseMapper.class, LeaseRows.class, LeaseHistory.class, LeaseRegister.class, Leases.class, AfterReview.class, Ledger.class,
    ExecutionRecord.class, PlaybookRuns.class, Claims.class, UndoClaims.class, Settlement.class, UndoSettlement.class, TargetWatch.class, TargetLook.class,
    ActionExecutor.class, ActionUndo.class, LedgerUndo.class})
@ComponentScan(basePackages = "io.countersign.policy", useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.JdbcAssessments"))
class ExecutionModule {

    static final String AGENT = "responder-of-the-ledger";

    /** What a test works with. */
    record Parts(ActionExecutor executor, Claims claims, ActionUndo undo, UndoClaims undoClaims, LedgerUndo ledgerUndo, Ledger ledger, Leases leases, AfterReview review,
                 PlaybookRuns runs, io.countersign.policy.Assessments assessments, HonestTarget target, Clock clock, JdbcClient jdbc, TransactionTemplate transaction) {
    }

    static Parts start() {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ExecutionModule.class).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF)
                .profiles("test").properties("logging.level.io.countersign.execution=ERROR").run();
        context.getBean(AgentRegister.class).register(new NewAgent(AGENT, "Responder", "Blocks", "olga", "soc", Set.of(HonestTarget.ACTION), RiskTier.DUAL,
                Instant.now().plus(Duration.ofDays(3650))), Actor.person("ada"));
        context.getBean(Agents.class).changeStatus(AGENT, AgentStatus.ACTIVE, "for the test", Actor.person("ada"));
        return new Parts(context.getBean(ActionExecutor.class), context.getBean(Claims.class), context.getBean(ActionUndo.class), context.getBean(UndoClaims.class),
                context.getBean(LedgerUndo.class), context.getBean(Ledger.class), context.getBean(Leases.class), context.getBean(AfterReview.class), context.getBean(PlaybookRuns.class),
                context.getBean(io.countersign.policy.Assessments.class), context.getBean(HonestTarget.class), context.getBean(Clock.class),
                context.getBean("jdbc", JdbcClient.class), new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
    }

    @Bean
    @Primary
    HikariDataSource alone() {
        return TestDatabase.alone("ledger_alone");
    }

    @Bean
    @Primary
    Clock movedByTheTest() {
        return new Clock();
    }

    @Bean
    HonestTarget target(CredentialVerifier verifier, DataSource alone, InstantSource clock) {
        return new HonestTarget(verifier, JdbcClient.create(alone), clock);
    }

    @Bean
    Connectors connectors(HonestTarget target) {
        return new Connectors() {
            @Override
            public Connector forAction(String actionType) {
                return target;
            }

            @Override
            public Connector byId(String id) {
                if (!id.equals(target.id())) {
                    throw new NoConnector("There is no connector " + id);
                }
                return target;
            }

            @Override
            public List<Connector> all() {
                return List.of(target);
            }
        };
    }

    @Bean
    ExecutionSettings execution() {
        return new ExecutionSettings(Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(60));
    }

    @Bean
    Clearance cleared(ActionCatalogue catalogue, Agents agents) {
        return new Cleared(catalogue, agents);
    }

    /** Authority, guardrails and stops have tests of their own. */
    static class Cleared extends Clearance {

        private final ActionCatalogue catalogue;
        private final Agents agents;

        Cleared(ActionCatalogue catalogue, Agents agents) {
            super(null, null, null, null);
            this.catalogue = catalogue;
            this.agents = agents;
        }

        @Override
        void unlessStopped(Assessment assessment, String connector) {
        }

        @Override
        AuthorityCheck.Authority of(Assessment assessment, String connector) {
            return new AuthorityCheck.Authority.Proven(catalogue.get(assessment.request().actionType()), agents.find(assessment.request().agent()).orElseThrow());
        }

        @Override
        void nothingNew(Assessment assessment) {
        }
    }

    /** Stands still until it is moved. */
    static class Clock implements InstantSource {

        private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        @Override
        public Instant instant() {
            return now;
        }

        /** Each thing that happens has a time of its own. */
        void advance(Duration by) {
            now = now.plus(by);
        }
    }
}
