package io.countersign.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a command was called. */
record Options(List<Path> paths, boolean json) {

    static Options of(String command, List<String> args) {
        List<Path> paths = new ArrayList<>();
        boolean json = false;
        for (String arg : args) {
            if (arg.equals("--json")) {
                json = true;
            } else if (arg.startsWith("-")) {
                throw new Unusable("'" + command + "' has no option '" + arg + "'; try --help");
            } else {
                paths.add(Path.of(arg));
            }
        }
        return new Options(List.copyOf(paths), json);
    }
}
