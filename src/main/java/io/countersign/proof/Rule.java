package io.countersign.proof;

/** The rules of the proof. Each says what must hold, why it matters, and how what breaks it is mended. The ids never change their meaning. */
public enum Rule {
    READ("The file can be read as BPMN 2.0 or DMN 1.3, within the limits of size.",
            "What cannot be read cannot be proved.", "Open the file in Camunda Modeler, mend what it shows, and save it again."),
    BOUND("The exploration ends within its limits.",
            "What was not explored to the end is not proved, so it is refused.",
            "Make the playbook smaller: fewer branches at once, no endless copies of a token, parts of it as playbooks of their own."),
    A1("An action runs only after an assessment of that very action, and nothing it was decided on has changed since.",
            "A decision about something else, or about what was true before, is no authority.",
            "Lead every way into the action through its own assess task, after the last recommendation and after each earlier try."),
    A2("An action runs only through the approvals that its tier demands, on the edge where they were given, and never beside them.",
            "One approval must not serve where two are demanded, and a refusal must stop what it refuses.",
            "Draw it as the approval pattern does: gateway by tier, approval, approving edge, second approval for DUAL, then the action."),
    A3("The tiers OBSERVE, HUMAN_ONLY and DENY never lead to an automatic action.",
            "Policy said that no machine does this.", "Name only AUTONOMOUS, APPROVE and DUAL on edges that lead to the action; let the default flow pass it by."),
    A4("An approval names its action, has candidate groups, and a timer that ends in refusal.",
            "An approval without people is never given or given by anyone; one without an end waits for ever, and an old yes must not serve a new situation.",
            "Set countersign.approves and candidate groups, and add the two timers: one that escalates, one that withdraws the task and refuses."),
    A5("Every action that lasts has a compensation handler that undoes it; one that cannot be undone says so and is never autonomous.",
            "Without a handler there is no way back.", "Attach a compensation boundary event with an undo task on the topic containment-undo, or set countersign.irreversible."),
    A6("From every state after an effect a roll back can be ordered, and it takes back every effect made so far, in reverse order.",
            "Whatever was done must be undone at any moment, and later effects may rest on earlier ones.",
            "Add the roll-back event subprocess at the level of the process, with one throw for each action, the last action first, then verify."),
    A7("A run that had an effect ends only after release, roll back or a person's recorded decision; nothing on the way loses its compensation.",
            "Whatever is contained must end in a verified undo or in a decision somebody answers for.",
            "Lead every way after the action to the containment in force; take away terminate ends, and scopes, calls or loops around actions."),
    A8("Only the closed vocabulary is used: no scripts, classes, listeners, connectors, free expressions or other beans.",
            "What can compute anything cannot be proved.", "Use the element templates; take away what is named here."),
    A9("Advice cannot act: a recommendation carries no connector, and what it says selects nothing but through assessment.",
            "An AI that can choose its own way past policy is not governed.", "Keep recommendation tasks plain; decide with the assess task and the tier."),
    A10("Loops and repetitions are bounded, and no action is repeated over a list.",
            "A single run must not reach more targets than people agreed to.", "Give the loop an end; draw one action for each target."),
    A11("Calls and decisions bind to a fixed version.",
            "What was proved must be what runs.", "Set the binding to deployment, version or versionTag, and deploy the files together."),
    A12("The playbook says who owns it and what it is for, all it names is there, and nothing in it is dead or stuck.",
            "A playbook nobody answers for, or that can hang, fails people in the middle of an incident.",
            "Fill in owner, version tag, history time to live and documentation; take away what can never be reached; give each join what it waits for."),
    DMN("The risk decision has no gaps that matter, no rules that hide others, and never lowers the gate when the risk rises.",
            "The tier decides who must agree.", "Mend the rule that is named, with the example inputs that are shown.");

    private final String sentence;
    private final String why;
    private final String mend;

    Rule(String sentence, String why, String mend) {
        this.sentence = sentence;
        this.why = why;
        this.mend = mend;
    }

    public String sentence() {
        return sentence;
    }

    public String why() {
        return why;
    }

    /** How a finding of this rule is mended in general; a finding may know better. */
    public String mend() {
        return mend;
    }
}
