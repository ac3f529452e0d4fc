package io.countersign.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** How a command was called. */
record Options(List<Path> paths, boolean json, List<Path> scripts) {

    static Options of(String command, List<String> args) {
        List<Path> paths = new ArrayList<>();
        List<Path> scripts = new ArrayList<>();
        boolean json = false;
        for (Iterator<String> each = args.iterator(); each.hasNext(); ) {
            String arg = each.next();
            if (arg.equals("--simulate") && command.equals("check")) {
                if (!each.hasNext()) {
                    throw new Unusable("--simulate needs a script; try --help");
                }
                scripts.add(Path.of(each.next()));
            } else if (arg.equals("--json")) {
                json = true;
            } else if (arg.startsWith("-")) {
                throw new Unusable("'" + command + "' has no option '" + arg + "'; try --help");
            } else {
                paths.add(Path.of(arg));
            }
        }
        return new Options(List.copyOf(paths), json, List.copyOf(scripts));
    }
}
