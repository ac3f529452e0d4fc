package io.countersign.command;

import io.countersign.proof.PlaybookFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files that a command was given, and what they may name: first each other, then what lies beside them, then what is shipped.
 *
 * @param paths where each given file lies, by its name
 * @param all   with everything that they may name
 */
record GivenFiles(Map<String, Path> paths, PlaybookFiles all) {

    private static final List<String> BESIDE = List.of("", "decisions", "../decisions", "../forms", "forms");
    private static final List<String> SHIPPED = List.of("classpath:/bpmn/*.bpmn", "classpath:/bpmn/decisions/*.dmn", "classpath:/forms/*.form");
    private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");

    static GivenFiles read(List<Path> given) {
        Map<String, Path> paths = new TreeMap<>();
        try {
            for (Path path : given) {
                for (Path file : files(path)) {
                    Path known = paths.putIfAbsent(file.getFileName().toString(), file);
                    if (known != null && !Files.isSameFile(known, file)) {
                        throw new Unusable(known + " and " + file + " have the same name; they cannot be deployed together, so check them one after the other");
                    }
                }
            }
            Map<String, byte[]> all = new LinkedHashMap<>(shipped());
            beside(paths).forEach(all::put);
            all.putAll(PlaybookFiles.read(List.copyOf(paths.values())).byName());
            return new GivenFiles(paths, PlaybookFiles.of(all));
        } catch (IOException unreadable) {
            throw new Unusable("a file cannot be read: " + unreadable.getMessage());
        }
    }

    /** Names of the playbooks that were given. */
    List<String> playbooks() {
        return paths.keySet().stream().filter(name -> name.endsWith(".bpmn")).toList();
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new Unusable("there is no file " + path);
        }
        if (!Files.isDirectory(path)) {
            if (KINDS.stream().noneMatch(path.toString()::endsWith)) {
                throw new Unusable(path + " is none of " + String.join(", ", KINDS));
            }
            return List.of(path);
        }
        try (var below = Files.walk(path)) {
            return below.filter(Files::isRegularFile).filter(file -> KINDS.stream().anyMatch(file.toString()::endsWith)).filter(file -> !hidden(path.relativize(file)))
                    .sorted().toList();
        }
    }

    private static boolean hidden(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, byte[]> beside(Map<String, Path> paths) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path playbook : paths.values().stream().filter(path -> path.toString().endsWith(".bpmn")).toList()) {
            for (String folder : BESIDE) {
                Path directory = playbook.toAbsolutePath().getParent().resolve(folder).normalize();
                if (Files.isDirectory(directory)) {
                    try (var files = Files.list(directory)) {
                        files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".dmn") || file.toString().endsWith(".form"))
                                .filter(file -> file.toFile().length() <= PlaybookFiles.LARGEST).forEach(found::add);
                    }
                }
            }
        }
        return PlaybookFiles.read(found).byName();
    }

    private static Map<String, byte[]> shipped() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String pattern : SHIPPED) {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                files.put(file.getFilename(), file.getContentAsByteArray());
            }
        }
        return files;
    }
}
