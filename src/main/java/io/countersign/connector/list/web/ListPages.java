package io.countersign.connector.list.web;

import io.countersign.connector.list.ListConsumer;
import io.countersign.connector.list.ListConsumers;
import io.countersign.connector.list.ListKind;
import io.countersign.connector.list.ListPull;
import io.countersign.connector.list.ServedLists;
import io.countersign.evidence.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The lists, who may pull them and who did. A token is shown in the answer itself and not after a redirect, which would keep it in the
 * session table.
 */
@Controller
class ListPages {

    private final ListConsumers consumers;
    private final ServedLists lists;

    ListPages(ListConsumers consumers, ServedLists lists) {
        this.consumers = consumers;
        this.lists = lists;
    }

    @GetMapping("/lists")
    String list(Model model) {
        model.addAttribute("lists", Stream.of(ListKind.values()).map(lists::read).toList()).addAttribute("consumers", consumers.all())
                .addAttribute("pulls", lists.latestPulls().stream().collect(Collectors.groupingBy(ListPull::consumer)));
        return "lists/list";
    }

    @PostMapping("/lists")
    String add(@RequestParam String name, Principal by, Model model, HttpServletResponse response) {
        try {
            return token(consumers.create(name.strip(), actor(by)), model);
        } catch (IllegalArgumentException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", wrong.getMessage()).addAttribute("name", name);
            return list(model);
        }
    }

    @PostMapping("/lists/{name}/rotate")
    String rotate(@PathVariable String name, Principal by, Model model) {
        return token(consumers.rotate(name, actor(by)), model);
    }

    @PostMapping("/lists/{name}/revoke")
    String revoke(@PathVariable String name, Principal by, RedirectAttributes after) {
        consumers.revoke(name, actor(by));
        after.addFlashAttribute("flashDone", "The token of " + name + " is void: it pulls nothing from now on, and keeps what it has.");
        return "redirect:/lists";
    }

    private static String token(ListConsumer.Issued issued, Model model) {
        model.addAttribute("issued", issued);
        return "lists/token";
    }

    private static Actor actor(Principal by) {
        return Actor.person(by.getName());
    }
}
