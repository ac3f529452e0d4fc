package io.countersign.console;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in, the first page after it, and the search box that every page has. */
@Controller
class FrontDoor {

    private static final Pattern INCIDENT = Pattern.compile("INC-[1-9][0-9]{0,17}");

    private final Navigation navigation;

    FrontDoor(Navigation navigation) {
        this.navigation = navigation;
    }

    @GetMapping("/login")
    String login(Authentication signedIn) {
        return signedIn == null || signedIn instanceof AnonymousAuthenticationToken ? "login" : "redirect:/";
    }

    /** To the first section that this person may open: for those who decide, the inbox. */
    @GetMapping("/")
    String home(Authentication person) {
        return navigation.sections(person, "/").stream().findFirst()
                .or(() -> navigation.administration(person, "/").stream().findFirst())
                .map(first -> "redirect:" + first.path()).orElse("nothing-here");
    }

    /** An id goes straight to its page, anything else to the history. */
    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q) {
        String text = q.strip();
        String id = text.toUpperCase(Locale.ROOT);
        if (INCIDENT.matcher(id).matches()) {
            return "redirect:/incidents/" + id;
        }
        return "redirect:" + UriComponentsBuilder.fromPath("/history").queryParam("q", "{q}").encode().buildAndExpand(text).toUriString();
    }
}
