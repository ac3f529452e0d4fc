package io.countersign.execution;

import io.countersign.action.ActionCatalogue;
import io.countersign.agent.Agents;
import io.countersign.policy.Assessment;
import org.springframework.context.support.GenericApplicationContext;

/** For a fault run that has to find something: whatever is asked has authority. */
public final class Unguarded {

    private Unguarded() {
    }

    public static void register(GenericApplicationContext context) {
        context.registerBean("unguarded", Anything.class, () -> new Anything(context.getBean(ActionCatalogue.class), context.getBean(Agents.class)),
                definition -> definition.setPrimary(true));
    }

    /** The check that checks nothing. */
    static class Anything extends AuthorityCheck {

        private final ActionCatalogue catalogue;
        private final Agents agents;

        Anything(ActionCatalogue catalogue, Agents agents) {
            super(null, catalogue, agents, null, null);
            this.catalogue = catalogue;
            this.agents = agents;
        }

        @Override
        Authority prove(Assessment assessment) {
            return new Authority.Proven(catalogue.get(assessment.request().actionType()), agents.find(assessment.request().agent()).orElseThrow());
        }
    }
}
