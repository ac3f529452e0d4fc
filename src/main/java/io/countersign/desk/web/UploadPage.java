package io.countersign.desk.web;

import io.countersign.desk.api.Deliveries;
import io.countersign.desk.api.UploadedParts;
import io.countersign.playbook.DeployRefused;
import io.countersign.playbook.DeployRequest;
import io.countersign.playbook.DeployResult;
import io.countersign.playbook.gate.Bundles;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submissions;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends files to the gate. What was refused is kept: the next try takes along what needs no change. */
@Controller
class UploadPage {

    private static final String SOURCE = "web upload";

    private final Deliveries deliveries;
    private final Submissions submissions;
    private final Bundles bundles;

    UploadPage(Deliveries deliveries, Submissions submissions, Bundles bundles) {
        this.deliveries = deliveries;
        this.submissions = submissions;
        this.bundles = bundles;
    }

    /** @param with a submission whose files may be taken along */
    @GetMapping("/playbooks/upload")
    String form(@RequestParam(required = false) UUID with, Model model) {
        Optional<Submission> earlier = Optional.ofNullable(with).flatMap(submissions::find);
        return page(earlier, earlier.map(Submission::name).orElse(""), "", model);
    }

    @PostMapping("/playbooks/upload")
    String send(@RequestParam(defaultValue = "") String name, @RequestParam(required = false) UUID with, @RequestParam(defaultValue = "") Set<String> keep,
                @RequestParam List<MultipartFile> files, Principal person, Model model, RedirectAttributes after) {
        Optional<Submission> earlier = Optional.ofNullable(with).flatMap(submissions::find);
        try {
            return done(deliveries.deliver(SOURCE, person.getName(), () -> new DeployRequest(name, SOURCE, together(earlier, keep, files), person.getName())), after);
        } catch (DeployRefused refused) {
            if (refused.submission().isEmpty()) {
                return page(earlier, name, refused.getMessage(), model);
            }
            after.addAttribute("id", refused.submission().get().id());
            return "redirect:/playbooks/submissions/{id}";
        }
    }

    private Map<String, byte[]> together(Optional<Submission> earlier, Set<String> keep, List<MultipartFile> sent) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        earlier.flatMap(one -> bundles.find(one.bundle())).ifPresent(bundle -> bundle.files().byName().forEach((name, content) -> {
            if (keep.contains(name)) {
                files.put(name, content);
            }
        }));
        files.putAll(UploadedParts.read(sent));
        return files;
    }

    private static String done(DeployResult result, RedirectAttributes after) {
        if (result.waiting().isPresent()) {
            after.addAttribute("id", result.waiting().get().id());
            return "redirect:/playbooks/submissions/{id}";
        }
        after.addFlashAttribute("flashDone", result.unchanged() ? "These very files are active already. Nothing was changed."
                : "Proved and active: it gains no authority, so new runs start on it from now on.");
        if (result.playbooks().size() != 1) {
            return "redirect:/playbooks";
        }
        after.addAttribute("key", result.playbooks().get(0).key());
        return "redirect:/playbooks/{key}";
    }

    private String page(Optional<Submission> earlier, String name, String wrong, Model model) {
        model.addAttribute("name", name).addAttribute("wrong", wrong.isEmpty() ? null : wrong).addAttribute("earlier", earlier.orElse(null))
                .addAttribute("kept", earlier.flatMap(one -> bundles.find(one.bundle())).map(bundle -> bundle.hashes().keySet()).orElse(Set.of()));
        return "desk/upload";
    }
}
