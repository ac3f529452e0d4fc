package io.countersign.desk.api;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.SparingEvidence;
import io.countersign.playbook.DeployRefused;
import io.countersign.playbook.DeployRequest;
import io.countersign.playbook.DeployResult;
import io.countersign.playbook.PlaybookDeploy;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Takes what people send to the gate, by whichever way. What is refused before the gate looks at it is on the record too. */
@Component
public class Deliveries {

    private static final int LONGEST = 300;

    private final PlaybookDeploy deploy;
    private final SparingEvidence evidence;

    Deliveries(PlaybookDeploy deploy, SparingEvidence evidence) {
        this.deploy = deploy;
        this.evidence = evidence;
    }

    /**
     * @param request made here, since one that passes a limit cannot be made
     * @throws DeployRefused if it cannot be made or is not taken
     */
    public DeployResult deliver(String source, String person, Supplier<DeployRequest> request) {
        try {
            return deploy.deploy(request.get());
        } catch (DeployRefused refused) {
            if (refused.submission().isEmpty()) {
                evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_REFUSED, Actor.person(person)).with("source", source)
                        .with("problems", refused.problems().stream().map(problem -> start(problem.toString())).toList()));
            }
            throw refused;
        }
    }

    /** A name that somebody gave a file has any length. */
    private static String start(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
