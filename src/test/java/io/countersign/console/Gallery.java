package io.countersign.console;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every fragment and viewer, for tests and for looking at. */
@Controller
class Gallery {

    @GetMapping("/assets/gallery")
    String gallery(Model model) {
        model.addAttribute("tiers", List.of("OBSERVE", "AUTONOMOUS", "APPROVE", "DUAL", "HUMAN_ONLY", "DENY"))
                .addAttribute("kinds", List.of("contained", "released", "restored", "kept", "waiting", "running", "done", "failed", "unknown", "late", "drifted", "off", "open", "closed"))
                .addAttribute("severities", List.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"))
                .addAttribute("past", Instant.now().minusSeconds(725)).addAttribute("future", Instant.now().plusSeconds(660))
                .addAttribute("active", List.of("approve-isolation", "approve-isolate-host", "approve-1")).addAttribute("done", List.of("start", "assess-isolation", "assess-isolate-host"))
                .addAttribute("failed", List.of("isolate-host")).addAttribute("fired", List.of("rt-01", "rt-06"));
        return "gallery";
    }

    @GetMapping("/assets/gallery.bpmn")
    ResponseEntity<Resource> bpmn() {
        return file("bpmn/isolate-infected-host.bpmn");
    }

    @GetMapping("/assets/gallery.dmn")
    ResponseEntity<Resource> dmn() {
        return file("bpmn/decisions/risk-tier.dmn");
    }

    @GetMapping("/assets/gallery.form")
    ResponseEntity<Resource> form() {
        return file("forms/approve-containment.form");
    }

    private static ResponseEntity<Resource> file(String path) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(new FileSystemResource(Path.of(path)));
    }
}
