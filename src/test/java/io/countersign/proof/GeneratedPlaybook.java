package io.countersign.proof;

import io.countersign.action.Catalogues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * A playbook of any size, put together from the parts of a shipped one, so that it always has the shipped shape: advice, the parts
 * one after another, the containment in force, and the three roll-backs in the reverse order of the parts.
 */
public record GeneratedPlaybook(List<Part> parts) {

    public static final String PROCESS = "generated-playbook";
    public static final String FILE = PROCESS + ".bpmn";

    /** What stands between the first advice and the containment in force. */
    public sealed interface Part {
    }

    /** One action with all that belongs to it. The element's id is the catalogue id; a further one of the same type gets a letter. */
    public record Action(String type) implements Part {
    }

    /** Asks the AI. Beside an action this is a mistake of the playbook: what was decided on changes. */
    public record Advice() implements Part {
    }

    /** A person looks at something; changes nothing that is proved. */
    public record Look() implements Part {
    }

    /** Branches side by side, each with parts one after another; all are awaited. */
    public record Parallel(List<List<Part>> branches) implements Part {
    }

    public GeneratedPlaybook {
        parts = List.copyOf(parts);
    }

    /** So many actions one after another. */
    public static GeneratedPlaybook sequence(int actions) {
        return new GeneratedPlaybook(IntStream.range(0, actions).<Part>mapToObj(GeneratedPlaybook::action).toList());
    }

    /** So many branches side by side; the first ones act, in the others a person looks. */
    public static GeneratedPlaybook parallel(int branches, int acting) {
        return new GeneratedPlaybook(List.of(new Parallel(IntStream.range(0, branches).mapToObj(i -> List.<Part>of(i < acting ? action(i) : new Look())).toList())));
    }

    /** The same, with so many tasks before it in which a person looks. */
    public GeneratedPlaybook afterLooks(int count) {
        List<Part> all = new ArrayList<>(Collections.nCopies(count, new Look()));
        all.addAll(parts);
        return new GeneratedPlaybook(all);
    }

    /** An action of a type that lasts; another one for each number, as long as the catalogue has some. */
    public static Action action(int number) {
        List<String> lasting = Catalogues.shipped().all().stream().filter(type -> type.reversibility().lasting()).map(type -> type.id()).toList();
        return new Action(lasting.get(number % lasting.size()));
    }

    public byte[] xml() {
        return new PlaybookAssembly(PROCESS).of(parts);
    }

    public BpmnModelInstance model() {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(xml()));
    }

    /** With the shipped decisions and forms. */
    public PlaybookFiles files() {
        return withShippedDecisionsAndForms(Map.of(FILE, xml()));
    }

    /** What is proved when the file comes with the shipped decisions and forms. */
    public static PlaybookFiles withShippedDecisionsAndForms(Map<String, byte[]> playbooks) {
        try {
            Map<String, byte[]> all = new TreeMap<>(PlaybookFiles.read(List.of(Path.of("bpmn", "decisions"), Path.of("forms"))).byName());
            all.putAll(playbooks);
            return PlaybookFiles.of(all);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
