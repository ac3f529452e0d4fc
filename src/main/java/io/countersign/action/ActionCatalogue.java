package io.countersign.action;

import java.util.List;
import java.util.Optional;

/** The closed list of what Countersign can do. What is not in it is not done. Immutable after start-up. */
public interface ActionCatalogue {

    Optional<ActionType> find(String id);

    /** @throws UnknownAction if there is no such type */
    ActionType get(String id);

    List<ActionType> all();

    /** The catalogue that ships with the product, for what runs without it, such as a proof from the command line. */
    static ActionCatalogue shipped() {
        return YamlActionCatalogue.forCommands();
    }
}
