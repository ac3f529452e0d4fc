package io.countersign.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is deployed together: playbooks, the decisions and the forms that they name, by file name without a folder.
 * The bytes are what was proved; they must not be changed afterwards.
 */
public record PlaybookFiles(SortedMap<String, byte[]> byName) {

    /** Of one file, in bytes. */
    public static final int LARGEST = 4 * 1024 * 1024;
    private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");

    public PlaybookFiles {
        byName = new TreeMap<>(byName);
    }

    public static PlaybookFiles of(Map<String, byte[]> files) {
        return new PlaybookFiles(new TreeMap<>(files));
    }

    /**
     * Reads files, and all files below folders. Hidden folders are passed over.
     *
     * @throws IOException if one cannot be read
     */
    public static PlaybookFiles read(List<Path> paths) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (Path path : paths) {
            for (Path file : Files.isDirectory(path) ? below(path) : List.of(path)) {
                if (Files.size(file) > LARGEST) {
                    throw new IOException(file + " has more than " + LARGEST + " bytes");
                }
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return new PlaybookFiles(files);
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> KINDS.stream().anyMatch(file.toString()::endsWith))
                    .filter(file -> Stream.iterate(folder.relativize(file), p -> p != null, Path::getParent).noneMatch(p -> p.getFileName().toString().startsWith(".")))
                    .sorted().toList();
        }
    }

    /** Names of the playbooks in it. */
    public List<String> playbooks() {
        return byName.keySet().stream().filter(name -> name.endsWith(".bpmn")).toList();
    }

    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The files of one kind, such as {@code .dmn}. */
    public Map<String, byte[]> ofKind(String ending) {
        return byName.entrySet().stream().filter(file -> file.getKey().endsWith(ending)).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
