package io.countersign.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.playbook.PlaybookVersion;
import io.countersign.playbook.gate.Submissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Leads from what Modeler believes to be Camunda Cockpit to the pages that say the same. */
@Controller
class ModelerLinks {

    private static final Pattern SUBMISSION = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PlaybookLibrary library;
    private final Submissions submissions;
    private final ObjectMapper json;

    ModelerLinks(PlaybookLibrary library, Submissions submissions, ObjectMapper json) {
        this.library = library;
        this.submissions = submissions;
        this.json = json;
    }

    /** Modeler asks without a password. It learns only the address by which it reached us. */
    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    @ResponseBody
    Map<String, String> addresses() {
        String here = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return Map.of("adminUrl", here + "/people", "cockpitUrl", here + "/modeler", "tasklistUrl", here + "/inbox");
    }

    /** @param deploymentsQuery as Cockpit writes it: {@code [{"type":"id","operator":"eq","value":"…"}]} */
    @GetMapping("/modeler/repository")
    String deployment(@RequestParam(defaultValue = "") String deploymentsQuery, RedirectAttributes to) {
        String deployment = deployment(deploymentsQuery);
        List<PlaybookVersion> playbooks = library.ofDeployment(deployment);
        if (waits(deployment)) {
            to.addAttribute("id", deployment);
            return "redirect:/playbooks/submissions/{id}";
        }
        if (playbooks.size() != 1) {
            return "redirect:/playbooks";
        }
        to.addAttribute("key", playbooks.get(0).key()).addAttribute("version", playbooks.get(0).version());
        return "redirect:/playbooks/{key}";
    }

    @GetMapping("/modeler/process-instance/{id}")
    String run(@PathVariable String id, RedirectAttributes to) {
        to.addAttribute("id", id);
        return "redirect:/runs/{id}";
    }

    /** What waits for a second person has the id of its submission. */
    private boolean waits(String deployment) {
        return SUBMISSION.matcher(deployment).matches() && submissions.find(UUID.fromString(deployment)).isPresent();
    }

    private String deployment(String query) {
        try {
            for (JsonNode term : json.readTree(query.isBlank() ? "[]" : query)) {
                if (term.path("type").asText().equals("id")) {
                    return term.path("value").asText();
                }
            }
        } catch (JsonProcessingException notAQuery) {
            // Whoever typed it sees the list of all playbooks.
        }
        return "";
    }
}
