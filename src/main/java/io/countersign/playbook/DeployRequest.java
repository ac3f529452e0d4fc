package io.countersign.playbook;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a person wants to deploy together. Only playbooks, decisions and forms; at most {@value #MOST_FILES} files of 1 MiB.
 *
 * @param name   of the deployment; the same files under the same name are deployed once
 * @param source the tool that sends it
 * @param files  content by file name
 * @param person username
 */
public record DeployRequest(String name, String source, Map<String, byte[]> files, String person) {

    public static final int MOST_FILES = 20;
    public static final int LARGEST_FILE = 1 << 20;
    /** The name under which the product deploys what it ships: each start looks for it. */
    static final String SHIPPED = "Countersign";

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern FILE = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,120}\\.(bpmn|dmn|form)");

    /** @throws DeployRefused if a limit is passed or a file is of another kind */
    public DeployRequest {
        require(isText(name), "", "A deployment needs a name of 1 to 200 characters.");
        require(!name.strip().equalsIgnoreCase(SHIPPED), "", "The name '" + SHIPPED + "' is that of what Countersign ships; choose another for your deployment.");
        require(isText(source), "", "A deployment says by which tool it was sent, in 1 to 200 characters.");
        require(isText(person), "", "A deployment needs the person who answers for it.");
        require(!files.isEmpty(), "", "A deployment needs at least one file.");
        require(files.size() <= MOST_FILES, "", "A deployment has at most " + MOST_FILES + " files; these are " + files.size() + ".");
        files.forEach(DeployRequest::requireFile);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    private static void requireFile(String file, byte[] content) {
        require(FILE.matcher(file).matches(), file, "Only files that end in .bpmn, .dmn or .form can be deployed, named without a folder.");
        require(content.length > 0, file, "The file is empty.");
        require(content.length <= LARGEST_FILE, file, "The file has more than 1 MiB.");
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank() && TEXT.matcher(text).matches();
    }

    private static void require(boolean kept, String file, String otherwise) {
        if (!kept) {
            throw new DeployRefused(new DeployRefused.Problem(file, 0, 0, "", otherwise));
        }
    }
}
