package io.countersign.proof.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The game is what the engine does: processes of any shape, and playbooks, run at random on a real engine, and every trace that it
 * produces is one that the game allows, transaction by transaction: what completed in which order, with which answers, where the run rests
 * afterwards, and what is in effect. A run that the game calls too large to be followed is refused by the proof, so it is left there.
 */
class DifferentialTest {

    private static final long SEED = Long.getLong("countersign.test.seed", 1);
    private static final int MODELS = Integer.getInteger("countersign.test.engine-models", 60);
    private static final int WALKS = 3;

    @Test
    void everythingTheEngineDoesTheGameAllows() {
        try (RealEngine real = new RealEngine()) {
            Differential differential = new Differential(real);
            for (int model = 0; model < MODELS; model++) {
                Random random = new Random(SEED + model);
                if (model % 3 < 2) {
                    differential.compare("arbitrary, seed " + (SEED + model), ArbitraryNet.draw(random), ArbitraryNet.PROCESS, WALKS, random);
                } else {
                    differential.compare("playbook, seed " + (SEED + model), Map.of("small.bpmn", playbook(random)), "small", WALKS, random);
                }
            }
            System.out.printf("proof.differential seed=%d models=%d %s%n", SEED, MODELS, differential.counts);
            assertThat(differential.differences).as(differential.differences.size() + " differences").isEmpty();
            assertThat(differential.count("models")).isGreaterThan(MODELS * 3 / 4);
            assertThat(differential.count("walks to the end")).isGreaterThan(MODELS);
            assertThat(differential.count("turns")).isGreaterThan(10 * MODELS);
            assertThat(differential.count("walks left where a timer outlived its activity")).isLessThan(MODELS / 5);
            assertThat(differential.count("walks beyond the bound")).isLessThan(MODELS / 5);
        }
    }

    private static byte[] playbook(Random random) {
        io.countersign.proof.Draft draft = SmallPlaybook.draw(random);
        for (int i = random.nextInt(3); i > 0; i--) {
            new Spoiled(draft, random).spoil();
        }
        draft.arrows.stream().filter(arrow -> "${whatever}".equals(arrow.condition)).forEach(arrow -> arrow.condition = "${coin.heads}");
        return draft.xml();
    }
}
