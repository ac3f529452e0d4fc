package io.countersign.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The catalogue as {@code action/catalogue.yaml} states it, checked whole before anything starts. */
@Component
class YamlActionCatalogue implements ActionCatalogue {

    private static final Resource SHIPPED = new ClassPathResource("action/catalogue.yaml");

    private final Map<String, ActionType> types = new LinkedHashMap<>();

    @Autowired
    YamlActionCatalogue() {
        this(SHIPPED);
    }

    YamlActionCatalogue(Resource file) {
        this(file, new CatalogueFile(file).read());
    }

    private YamlActionCatalogue(Resource file, List<ActionType> read) {
        for (ActionType type : read) {
            if (types.putIfAbsent(type.id(), type) != null) {
                throw new CatalogueInvalid(String.valueOf(file.getFilename()), type.id(), "id", "two entries have it");
            }
        }
    }

    /** The same for commands: the tests of the build held the file against its schema, and every start of the product does. */
    static ActionCatalogue forCommands() {
        return new YamlActionCatalogue(SHIPPED, new CatalogueFile(SHIPPED).readAgain());
    }

    @Override
    public Optional<ActionType> find(String id) {
        return Optional.ofNullable(types.get(id));
    }

    @Override
    public ActionType get(String id) {
        return find(id).orElseThrow(() -> new UnknownAction(id));
    }

    @Override
    public List<ActionType> all() {
        return List.copyOf(types.values());
    }
}
