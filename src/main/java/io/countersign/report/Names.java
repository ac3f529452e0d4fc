package io.countersign.report;

import io.countersign.evidence.Actor;
import io.countersign.execution.PlaybookRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What people call the things whose ids stand on the record. Looks each up once; an id that nobody knows is shown as it is. For one reader and one answer. */
public final class Names {

    /** What can have a name. */
    enum Kind {
        PERSON, TEAM, AGENT, ACTION, PLAYBOOK, CONNECTOR
    }

    private static final Map<String, String> COMPONENTS = Map.of("policy", "Policy");
    private static final String PRODUCT = "Countersign";

    private final Map<Kind, Function<String, Optional<String>>> sources;
    private final Map<String, String> known = new HashMap<>();

    Names(Map<Kind, Function<String, Optional<String>>> sources) {
        this.sources = Map.copyOf(sources);
    }

    public String person(String username) {
        return name(Kind.PERSON, username);
    }

    public String team(String id) {
        return name(Kind.TEAM, id);
    }

    public String action(String id) {
        return name(Kind.ACTION, id);
    }

    public String playbook(String key) {
        return name(Kind.PLAYBOOK, key);
    }

    public String connector(String id) {
        return name(Kind.CONNECTOR, id);
    }

    public List<String> teams(List<String> ids) {
        return ids.stream().map(this::team).toList();
    }

    public Who who(Actor actor) {
        String name = switch (actor.kind()) {
            case PERSON -> person(actor.id());
            case AGENT -> name(Kind.AGENT, actor.id());
            case SOURCE -> actor.id();
            case SYSTEM -> COMPONENTS.getOrDefault(actor.id(), PRODUCT);
        };
        return new Who(actor.kind(), actor.id(), name, actor.owner(), owner(actor.owner()));
    }

    /** Who or what started a run. The product answers for what its policy starts. */
    public Who starter(PlaybookRun run) {
        Actor.Kind kind = Actor.Kind.valueOf(run.startedByKind());
        return who(kind == Actor.Kind.SYSTEM ? Actor.system(run.startedBy()) : new Actor(kind, run.startedBy(), run.startedBy()));
    }

    private String owner(String id) {
        return id.equalsIgnoreCase(PRODUCT) ? PRODUCT : find(Kind.PERSON, id).or(() -> find(Kind.TEAM, id)).orElse(id);
    }

    private String name(Kind kind, String id) {
        return id == null ? "" : known.computeIfAbsent(kind + " " + id, key -> find(kind, id).orElse(id));
    }

    private Optional<String> find(Kind kind, String id) {
        return sources.getOrDefault(kind, nobody -> Optional.empty()).apply(id);
    }
}
