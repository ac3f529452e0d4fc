package io.countersign.rehearsal;

import io.countersign.proof.PlaybookFiles;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Lets the product find the rehearsed files among those that it ships, instead of those of the same name. */
final class InsteadOfShipped extends PathMatchingResourcePatternResolver {

    private static final Map<String, String> KINDS = Map.of("classpath:/bpmn/*.bpmn", ".bpmn", "classpath:/bpmn/decisions/*.dmn", ".dmn", "classpath:/forms/*.form", ".form");

    private final PlaybookFiles files;

    InsteadOfShipped(PlaybookFiles files) {
        this.files = files;
    }

    @Override
    public Resource[] getResources(String pattern) throws IOException {
        Resource[] found = super.getResources(pattern);
        if (!KINDS.containsKey(pattern)) {
            return found;
        }
        Map<String, Resource> byName = new TreeMap<>();
        for (Resource resource : found) {
            byName.put(resource.getFilename(), resource);
        }
        files.ofKind(KINDS.get(pattern)).forEach((name, bytes) -> byName.put(name, new Named(name, bytes)));
        return byName.values().toArray(Resource[]::new);
    }

    private static final class Named extends ByteArrayResource {

        private final String name;

        Named(String name, byte[] bytes) {
            super(bytes, name);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && named.name.equals(name) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
