package io.countersign.proof.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import io.countersign.proof.Draft;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.NetReader;
import io.countersign.proof.net.PlaybookXml;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the proof explores is far less than all there is. On small playbooks, right and wrong ones, it is compared with everything:
 * it loses nothing, and what is right it calls right. It follows one action at a time and lets all others do anything, so it may say more
 * about a playbook that is wrong already; that stays rare. The way to everything else that it found is replayed step by step in the whole game.
 */
class ReducedAgainstFullTest {

    private static final long SEED = Long.getLong("countersign.test.seed", 20_261_128L);
    private static final int MODELS = Integer.getInteger("countersign.test.models", 200);
    private static final int SMALL = 20_000;

    private final Set<String> kinds = new TreeSet<>();
    private int compared;
    private int clean;
    private int louder;
    private int replayed;

    @Test
    void theReducedExplorationFindsWhatTheFullOneFinds() {
        for (int model = 0; compared < MODELS; model++) {
            Random random = new Random(SEED + model);
            Draft draft = SmallPlaybook.draw(random);
            StringBuilder words = new StringBuilder("seed " + (SEED + model) + ": ");
            for (int i = random.nextInt(3); i > 0; i--) {
                words.append(new Spoiled(draft, random).spoil()).append("; ");
            }
            compare(read(draft), words.toString());
        }
        System.out.printf("proof.reduced-against-full seed=%d models=%d clean=%d louder=%d replayed-traces=%d kinds=%s%n", SEED, compared, clean, louder, replayed, kinds);
        assertThat(clean).isBetween(MODELS / 10, MODELS * 3 / 4);
        assertThat(louder).isLessThan(MODELS / 20);
        assertThat(replayed).isGreaterThan(MODELS / 2);
    }

    private void compare(Net net, String words) {
        Exploration all = Exploration.full(net, budget());
        if (!all.complete()) {
            return;
        }
        Exploration part = Exploration.of(net, budget());
        Findings full = new Findings(all);
        Findings reduced = new Findings(part);
        assertThat(reduced.lacks(full)).as(words + "lost by the reduced exploration").isEmpty();
        assertThat(full.dead()).as(words + "what is dead").containsAll(reduced.dead());
        if (full.clean()) {
            assertThat(full.lacks(reduced)).as(words + "a false alarm").isEmpty();
        }
        boolean more = full.dead().isEmpty() && !full.lacks(reduced).isEmpty();
        part.offences().stream().filter(offence -> full.knows(offence.breach())).forEach(offence -> replay(net, offence, words));
        louder += more ? 1 : 0;
        clean += full.clean() ? 1 : 0;
        kinds.addAll(full.kinds());
        compared++;
    }

    private void replay(Net net, Exploration.Offence offence, String words) {
        assertThat(new Replay(net, offence).succeeds()).as(words + offence).isTrue();
        replayed++;
    }

    private static Net read(Draft draft) {
        return NetReader.read(PlaybookXml.read("small.bpmn", draft.xml()), Catalogues.shipped(), id -> Optional.empty());
    }

    private static Budget budget() {
        return new Budget(SMALL, Duration.ofSeconds(20).toNanos());
    }
}
