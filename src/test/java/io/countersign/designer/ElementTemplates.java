package io.countersign.designer;

import static io.countersign.designer.Field.about;
import static io.countersign.designer.Field.fixed;
import static io.countersign.designer.Field.fixedProperty;
import static io.countersign.designer.Field.name;
import static io.countersign.designer.Field.teams;

import io.countersign.action.ActionType;
import io.countersign.action.Reversibility;
import io.countersign.proof.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All element templates, generated from the vocabulary and the catalogue: by file name, in the order in which Modeler offers them. */
record ElementTemplates(List<ActionType> actions) {

    private static final String CAMUNDA = "https://docs.camunda.org/manual/7.24/reference/bpmn20/";
    private static final String SERVICE = CAMUNDA + "tasks/service-task/";
    private static final String USER = CAMUNDA + "tasks/user-task/";
    private static final String MESSAGE = CAMUNDA + "events/message-events/";
    private static final String COMPENSATION = CAMUNDA + "events/cancel-and-compensation-events/";

    Map<String, List<ElementTemplate>> files() {
        List<ElementTemplate> steps = new ArrayList<>(machine());
        steps.addAll(people());
        return new TreeMap<>(Map.of("countersign-steps.json", steps, "countersign-actions.json", actions.stream().map(this::action).toList(),
                "countersign-events.json", events()));
    }

    private List<ElementTemplate> machine() {
        return List.of(
                service("recommend", "Ask the AI for advice", "An agent proposes actions with targets and reasons. Advice never acts.", Icon.ADVICE,
                        external(Vocabulary.TOPIC_RECOMMENDATION)),
                new ElementTemplate("assess", "Assess the risk", "Policy decides, by the risk decision, who must agree to one action.", "BusinessRuleTask", "", Icon.SCALES,
                        CAMUNDA + "tasks/business-rule-task/", List.of(name("Assess the risk"), about(Vocabulary.ASSESSES, "Action that is assessed", actions),
                        fixed("camunda:decisionRef", Vocabulary.RISK_DECISION), fixed("camunda:decisionRefBinding", "deployment"))),
                timer("escalate", "Escalate the approval", "Tells more people that the first approval waits.", Icon.BELL, Vocabulary.ESCALATE, false),
                timer("escalate-second", "Escalate the second approval", "Tells more people that the second approval waits.", Icon.BELL, Vocabulary.ESCALATE, true),
                timer("expire", "Refuse: nobody decided", "Records the first approval as refused because nobody answered in time.", Icon.HOURGLASS, Vocabulary.EXPIRE, false),
                timer("expire-second", "Refuse: nobody countersigned", "Records the second approval as refused because nobody answered in time.", Icon.HOURGLASS,
                        Vocabulary.EXPIRE, true),
                service("undo", "Undo an action", "The compensation handler of an action: its inverse, observed. Attach it to the action's compensation event.", Icon.BACK,
                        plus(external(Vocabulary.TOPIC_UNDO), about(Vocabulary.UNDOES, "Action that is undone", actions))),
                service("verify-rollback", "Verify that all is back", "Compares with the ledger what was undone, and says whether a person has to look.", Icon.LENS,
                        List.of(fixed("camunda:delegateExpression", Vocabulary.VERIFY))));
    }

    private List<ElementTemplate> people() {
        return List.of(
                task("approve", "Approve an action", "One person agrees to exactly this request, or refuses. Needs two timers: one that escalates, one that refuses.", Icon.TICK,
                        "approve-containment", about(Vocabulary.APPROVES, "Action that is approved", actions)),
                task("approve-second", "Countersign an action", "A second person, of another team, agrees. Stands after the first approval, for tier DUAL.", Icon.TICKS,
                        "approve-containment", about(Vocabulary.APPROVES, "Action that is approved", actions), fixedProperty(Vocabulary.LEVEL, Vocabulary.LEVEL_TWO)),
                task("by-hand", "Carry out by hand", "A person does what no machine may (tier HUMAN_ONLY) and records it.", Icon.HAND, "carry-out-by-hand",
                        about(Vocabulary.BY_HAND, "Action that is carried out", actions)),
                task("decide-outcome", "Decide on an unclear outcome", "A person looks at the target and says whether to try again, go on or roll back.", Icon.QUESTION,
                        "decide-outcome", about(Vocabulary.RESOLVES, "Action whose outcome is not clear", actions)),
                task("review", "Check what a roll-back left", "A person states what is not as it was, and why that is acceptable.", Icon.EYE, "review-rollback",
                        fixedProperty(Vocabulary.REVIEWS, "rollback")));
    }

    private ElementTemplate action(ActionType type) {
        List<Field> fields = plus(external(Vocabulary.TOPIC_CONTAINMENT), fixedProperty(Vocabulary.ACTION, type.id()));
        if (type.reversibility() == Reversibility.R4) {
            fields = plus(fields, fixedProperty(Vocabulary.IRREVERSIBLE, "true"));
        }
        fields = plus(List.of(name(type.name())), fields.toArray(Field[]::new));
        String undo = type.inverse().map(inverse -> "Undo: " + inverse + ".").orElse(type.reversibility() == Reversibility.R4 ? "It cannot be undone." : "Nothing stays to be undone.");
        String page = type.attackMitigations().isEmpty() ? SERVICE : "https://attack.mitre.org/mitigations/" + type.attackMitigations().get(0) + "/";
        return new ElementTemplate("action." + type.id(), type.name(), "Class " + type.reversibility() + ". " + undo + " Give the element the id " + type.id() + ".",
                "ServiceTask", "", Icon.LOCK, page, fields);
    }

    private static List<ElementTemplate> events() {
        return List.of(
                new ElementTemplate("playbook", "Playbook", "Who answers for the playbook, and how long its history is kept.", "Process", "", Icon.BOOK,
                        "https://docs.camunda.org/manual/7.24/user-guide/process-engine/history/history-cleanup/", List.of(name("New playbook"), Field.owner(), Field.versionTag(),
                        Field.history())),
                event("release", "A person releases it", "Message release-containment, behind the gateway at which the containment is in force.", "IntermediateCatchEvent",
                        "MessageEventDefinition", Icon.UNLOCK, MESSAGE),
                event("keep", "A person keeps it", "Message keep-containment, behind the gateway at which the containment is in force.", "IntermediateCatchEvent",
                        "MessageEventDefinition", Icon.PIN, MESSAGE),
                event("lease-ends", "Lease ends", "Timer with the date ${leaseUntil}, behind the gateway at which the containment is in force.", "IntermediateCatchEvent",
                        "TimerEventDefinition", Icon.CLOCK, CAMUNDA + "events/timer-events/"),
                event("rollback-requested", "Roll-back requested", "Message rollback-requested, at the interrupting start of an event subprocess.", "StartEvent",
                        "MessageEventDefinition", Icon.BACK, MESSAGE),
                event("take-back", "Take back one action", "Compensation of one action by its element id. Stand in reverse order of the actions.", "IntermediateThrowEvent",
                        "CompensateEventDefinition", Icon.BACK, COMPENSATION));
    }

    private static List<Field> external(String topic) {
        return List.of(fixed("camunda:type", "external"), fixed("camunda:topic", topic));
    }

    private static ElementTemplate service(String id, String title, String description, Icon icon, List<Field> fields) {
        return new ElementTemplate(id, title, description, "ServiceTask", "", icon, SERVICE, plus(List.of(name(title)), fields.toArray(Field[]::new)));
    }

    private ElementTemplate timer(String id, String title, String description, Icon icon, String delegate, boolean second) {
        List<Field> fields = List.of(fixed("camunda:delegateExpression", delegate), about(Vocabulary.APPROVES, "Action that waits for approval", actions));
        return service(id, title, description, icon, second ? plus(fields, fixedProperty(Vocabulary.LEVEL, Vocabulary.LEVEL_TWO)) : fields);
    }

    private static ElementTemplate task(String id, String title, String description, Icon icon, String form, Field... more) {
        return new ElementTemplate(id, title, description, "UserTask", "", icon, USER, plus(List.of(name(title), teams(), fixed("camunda:formRef", form),
                fixed("camunda:formRefBinding", "deployment")), more));
    }

    private static ElementTemplate event(String id, String title, String description, String element, String definition, Icon icon, String page) {
        return new ElementTemplate(id, title, description, element, definition, icon, page, List.of(name(title)));
    }

    private static List<Field> plus(List<Field> fields, Field... more) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return all;
    }
}
