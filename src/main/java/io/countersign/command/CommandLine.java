package io.countersign.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** What can be done without starting the product; a worker is the only command that goes on until it is told to end. Whatever is printed about a file was made harmless for a terminal. */
public final class CommandLine {

    /** Everything may run. */
    static final int CLEAN = 0;
    /** A playbook is refused, gains authority, or did not do in a rehearsal what was expected. */
    static final int FOUND = 1;
    /** The files, or how the command was called. */
    static final int UNUSABLE = 2;

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private CommandLine() {
    }

    /** Whether these arguments are a command; otherwise the product starts with them. */
    public static boolean asked(String[] args) {
        return args.length > 0 && (HELP.contains(args[0]) || !args[0].startsWith("-"));
    }

    /** @param application the product's main class, for a rehearsal @return the exit code */
    public static int run(String[] args, PrintStream out, PrintStream err, Class<?> application) {
        List<String> rest = List.of(args).subList(1, args.length);
        if (!args[0].equals("worker")) {
            Quiet.logs();
        }
        try {
            if (HELP.contains(args[0]) || rest.stream().anyMatch(Set.of("--help", "-h")::contains)) {
                out.print(Help.TEXT);
                return CLEAN;
            }
            return switch (args[0]) {
                case "check" -> new CheckCommand(Options.of("check", rest), out, application).run();
                case "diff" -> new DiffCommand(Options.of("diff", rest), out).run();
                case "worker" -> new WorkerCommand(rest).run();
                default -> throw new Unusable("'" + args[0] + "' is no command; try: check, diff, worker, --help");
            };
        } catch (Unusable unusable) {
            err.println("countersign: " + Plain.text(unusable.getMessage()));
            return UNUSABLE;
        }
    }
}
