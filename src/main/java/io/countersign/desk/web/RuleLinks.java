package io.countersign.desk.web;

import io.countersign.policy.Assessment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What templates ask for as {@code @rules}: what a rule that gave a tier is called, and where it is read. */
@Component("rules")
public class RuleLinks {

    private static final String GUARDRAIL = "GUARD ";

    public String name(String rule) {
        return rule.startsWith(GUARDRAIL) ? "guardrail " + rule.substring(GUARDRAIL.length()) : "rule " + rule;
    }

    /** The row of the decision; or the guardrail, with what an override would be asked for. */
    public String address(Assessment assessment, String rule) {
        if (rule.startsWith(GUARDRAIL)) {
            return UriComponentsBuilder.fromPath("/guardrails").queryParam("guardrail", "{g}").queryParam("action", "{a}").queryParam("target", "{t}").encode()
                    .buildAndExpand(rule.substring(GUARDRAIL.length()), assessment.request().actionType(), assessment.request().target().value()).toUriString();
        }
        return UriComponentsBuilder.fromPath("/policy/{d}").queryParam("rule", "{r}").encode().buildAndExpand(assessment.decision(), rule).toUriString();
    }
}
