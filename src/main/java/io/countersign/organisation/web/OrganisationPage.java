package io.countersign.organisation.web;

import io.countersign.evidence.Actor;
import io.countersign.organisation.LoadOrganisation;
import io.countersign.organisation.Organisation;
import io.countersign.organisation.OrganisationFile;
import io.countersign.organisation.OrganisationRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where administrators bring an organisation in from a file. The passwords are shown in the answer itself and not after a redirect, which
 * would keep them in the session table.
 */
@Controller
class OrganisationPage {

    private final LoadOrganisation organisation;

    OrganisationPage(LoadOrganisation organisation) {
        this.organisation = organisation;
    }

    @GetMapping("/organisation")
    String form() {
        return "organisation/file";
    }

    /** @param keep whether what the file says shall be kept, or only be tried */
    @PostMapping("/organisation")
    String take(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean keep, Principal by, Model model, HttpServletResponse response)
            throws IOException {
        Actor who = Actor.person(by.getName());
        try {
            Organisation read = OrganisationFile.read(file.getInputStream());
            model.addAttribute("read", read).addAttribute("name", file.getOriginalFilename());
            if (keep) {
                model.addAttribute("passwords", organisation.load(read, true, who));
                return "organisation/loaded";
            }
            organisation.check(read, who);
        } catch (OrganisationRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("read", null).addAttribute("wrong", (refused.field().isEmpty() ? "" : refused.field() + ": ") + refused.getMessage() + ". Nothing was changed.");
        }
        return form();
    }
}
