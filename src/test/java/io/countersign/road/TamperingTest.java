package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.execution.ActionRunState;
import io.countersign.testing.CountersignTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody with the whole engine in their hands still gets no effect: variables and tasks are no authority. */
@CountersignTest
class TamperingTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void assertions() {
        AbstractAssertions.init(engine);
    }

    @AfterEach
    void ceiling() {
        AbstractAssertions.reset();
        play.stage.ceiling(RiskTier.DUAL);
    }

    @Test
    void aTaskCompletedBehindOurBackApprovesNothing() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        ApprovalRequestView asked = walk.asked(ACTION, 1);
        ProcessInstance instance = instance(walk);
        assertThat(instance).isWaitingAt("approve-block-address");
        engine.getTaskService().complete(asked.task(), Map.of("blockAddressDecision", "APPROVED"));
        refusedAndOnRecord(walk, "demands 1 approvals");
        assertThat(instance).isWaitingAt("resolve-block-address").hasPassed(ACTION);
        assertThat(play.approval(asked.id(), view -> true).state().name()).isEqualTo("WITHDRAWN");
        walk.resolve(ACTION, "GO_ON");
        walk.endsAs("Nothing contained");
    }

    @Test
    void aTierWrittenIntoTheVariablesIsNotBelieved() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.DUAL);
        walk.asked(ACTION, 1);
        engine.getRuntimeService().setVariable(walk.run().value(), "blockAddressTier", "APPROVE");
        walk.approve(ACTION);
        refusedAndOnRecord(walk, "DUAL demands 2 approvals");
        walk.resolve(ACTION, "GO_ON");
        walk.endsAs("Nothing contained");
    }

    @Test
    void aRunMovedPastItsGatesGetsNothing() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.HUMAN_ONLY);
        play.road.standsAt(walk.run(), "carry-out-block-address-by-hand");
        engine.getRuntimeService().createProcessInstanceModification(walk.run().value()).cancelAllForActivity("carry-out-block-address-by-hand")
                .startBeforeActivity(ACTION).setVariable("blockAddressTier", "AUTONOMOUS").setVariable("blockAddressDecision", "APPROVED").execute();
        refusedAndOnRecord(walk, "no machine carries this out");
        walk.resolve(ACTION, "ROLL_BACK");
        walk.endsAs("Rolled back and observed");
    }

    @Test
    void aRefusedRequestIsNotCarriedOutByMovingTheToken() {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        walk.refuse("isolate-host", 1);
        walk.asked(ACTION, 1);
        engine.getRuntimeService().createProcessInstanceModification(walk.run().value()).startBeforeActivity("isolate-host").execute();
        play.road.standsAt(walk.run(), "resolve-isolate-host");
        assertThat(refusals(walk)).singleElement().satisfies(row -> assertThat(row.facts().get("reason").toString()).contains("demands 1 approvals"));
        walk.untouched("isolate-host");
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    @Test
    void anOutcomeClaimedByAnotherWorkerLeavesTheLedgerAsItIs() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked(ACTION, 1);
        engine.getRuntimeService().createProcessInstanceModification(walk.run().value()).cancelAllForActivity("approve-block-address")
                .startAfterActivity(ACTION).setVariable("blockAddressOutcome", "CONFIRMED").setVariable("inForce", true).setVariable("leaseUntil", "2099-01-01T00:00:00Z").execute();
        walk.inForce();
        assertThat(play.road.actions(walk.run())).isEmpty();
        assertThat(walk.heldLeases()).isEmpty();
        walk.untouched(ACTION);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        assertThat(play.asksAnybody(walk.run())).isFalse();
    }

    private void refusedAndOnRecord(Walk walk, String reason) {
        play.road.standsAt(walk.run(), "resolve-block-address");
        assertThat(refusals(walk)).singleElement().satisfies(row -> assertThat(row.facts().get("reason").toString()).contains(reason));
        assertThat(play.road.actions(walk.run())).noneMatch(row -> row.state() == ActionRunState.EXECUTING || row.state() == ActionRunState.CONFIRMED);
        walk.untouched(ACTION);
    }

    private List<EvidenceRow> refusals(Walk walk) {
        return play.trail.ofPlaybookRun(walk.run()).stream().filter(row -> row.kind() == EvidenceKind.ACTION_REFUSED).toList();
    }

    private ProcessInstance instance(Walk walk) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(walk.run().value()).singleResult();
    }
}
