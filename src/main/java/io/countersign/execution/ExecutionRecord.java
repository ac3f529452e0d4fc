package io.countersign.execution;

import io.countersign.connector.Answer;
import io.countersign.connector.TargetState;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.policy.Assessment;
import io.countersign.policy.guardrail.Breach;
import io.countersign.stop.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts every step of an execution on the record, with the agent that asked and who answers for it. */
@Component
class ExecutionRecord {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionRecord.class);
    private static final Actor EXECUTION = Actor.system("execution");

    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;

    ExecutionRecord(EvidenceLog evidence, ApplicationEventPublisher events) {
        this.evidence = evidence;
        this.events = events;
    }

    void stale(Assessment assessment, String reason) {
        LOG.info("action.stale digest={} playbookRun={}", assessment.digest(), assessment.request().playbookRun());
        evidence.append(of(EvidenceKind.ACTION_STALE, assessment).with("reason", reason));
    }

    void guarded(Assessment assessment, Breach breach) {
        LOG.info("action.guarded digest={} playbookRun={} guardrail={}", assessment.digest(), assessment.request().playbookRun(), breach.guardrail().id());
        evidence.append(of(EvidenceKind.GUARDRAIL_BREACHED, assessment).with("actionType", assessment.request().actionType())
                .with("target", assessment.request().target().toString()).with("guardrail", breach.guardrail().id()).with("name", breach.guardrail().name())
                .with("tier", breach.guardrail().tier().name()).with("why", breach.why()).with("at", "execution"));
    }

    void held(Assessment assessment, Stop stop) {
        LOG.info("action.held digest={} playbookRun={} stop={}", assessment.digest(), assessment.request().playbookRun(), stop.id());
        evidence.append(of(EvidenceKind.ACTION_HELD, assessment).with("actionType", assessment.request().actionType())
                .with("target", assessment.request().target().toString()).with("stop", stop.id()).with("scope", stop.scope().kind().name())
                .with("name", stop.scope().name().isEmpty() ? null : stop.scope().name()).with("stoppedBy", stop.pressedBy().id()).with("reason", stop.reason()));
    }

    void refused(Assessment assessment, String reason) {
        LOG.warn("action.refused digest={} playbookRun={}", assessment.digest(), assessment.request().playbookRun());
        evidence.append(of(EvidenceKind.ACTION_REFUSED, assessment).with("reason", reason));
    }

    void refused(PlaybookRunId run, String activity, String reason) {
        LOG.warn("action.refused playbookRun={} activity={}", run, activity);
        evidence.append(EvidenceEntry.of(EvidenceKind.ACTION_REFUSED, EXECUTION).in(run).with("activity", activity).with("reason", reason));
    }

    void alreadySo(ActionRunView run) {
        evidence.append(of(EvidenceKind.ACTION_OBSERVED, run, EXECUTION).with("outcome", "CONFIRMED").with("found", run.prior().attributes())
                .with("note", run.detail()));
    }

    void pretended(ActionRunView run, Assessment assessment) {
        LOG.info("action.pretended run={} connector={}", run.id(), run.connector());
        evidence.append(of(EvidenceKind.ACTION_PRETENDED, run, EXECUTION).with("tier", assessment.verdict().tier().name())
                .with("prior", run.prior().attributes()).with("expected", run.expected().attributes()).with("connector", run.connector()).with("note", run.detail()));
    }

    void attempted(ActionRunView run, Assessment assessment) {
        evidence.append(of(EvidenceKind.ACTION_ATTEMPTED, run, Actor.agent(run.agent(), run.owner())).with("tier", assessment.verdict().tier().name())
                .with("prior", run.prior().attributes()).with("expected", run.expected().attributes()).with("connector", run.connector()));
    }

    void settled(ActionRunView run, Answer answer, Sighting seen, ActionOutcome outcome) {
        LOG.info("action.settled run={} outcome={} connector={}", run.id(), outcome, run.connector());
        evidence.append(of(EvidenceKind.ACTION_OUTCOME, run, EXECUTION).with("answer", answer.getClass().getSimpleName()).with("said", said(answer)));
        evidence.append(of(EvidenceKind.ACTION_OBSERVED, run, EXECUTION).with("outcome", outcome.name())
                .with("found", seen.state().map(TargetState::attributes).orElse(null)).with("note", run.detail()));
        events.publishEvent(new ActionSettled(run.playbookRun(), run.incident(), run.activity(), run.actionType(), outcome));
    }

    void undoAttempted(ActionRunView run) {
        evidence.append(of(EvidenceKind.UNDO_ATTEMPTED, run, EXECUTION).with("restore", run.prior().attributes()).with("connector", run.connector()));
    }

    void undoObserved(ActionRunView run, TargetState found) {
        LOG.info("action.undone run={} state={} connector={}", run.id(), run.state(), run.connector());
        evidence.append(of(EvidenceKind.UNDO_OBSERVED, run, EXECUTION).with("result", run.state().name()).with("prior", run.prior().attributes())
                .with("expected", run.expected().attributes()).with("found", found == null ? null : found.attributes()).with("note", run.detail()));
    }

    private static String said(Answer answer) {
        return answer instanceof Answer.Accepted accepted ? accepted.detail()
                : answer instanceof Answer.Refused refused ? refused.reason() : ((Answer.Lost) answer).reason();
    }

    private static EvidenceEntry of(EvidenceKind kind, Assessment assessment) {
        return EvidenceEntry.of(kind, EXECUTION).about(assessment.request().incident()).in(assessment.request().playbookRun())
                .digest(assessment.digest().hex()).with("activity", assessment.request().activity());
    }

    private static EvidenceEntry of(EvidenceKind kind, ActionRunView run, Actor actor) {
        return EvidenceEntry.of(kind, actor).about(run.incident()).in(run.playbookRun()).of(run.id()).digest(run.digest().hex())
                .with("activity", run.activity()).with("actionType", run.actionType()).with("target", run.target().toString())
                .with("sandbox", run.sandbox() ? true : null);
    }
}
