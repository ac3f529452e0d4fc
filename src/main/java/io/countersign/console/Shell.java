package io.countersign.console;

import io.countersign.people.People;
import io.countersign.people.Person;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What templates ask for as {@code @shell}. It must work on problem pages too, so it never throws. */
@Component("shell")
public class Shell {

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Navigation navigation;
    private final People people;
    private final List<BannerSource> bannerSources;

    Shell(Navigation navigation, People people, List<BannerSource> bannerSources) {
        this.navigation = navigation;
        this.people = people;
        this.bannerSources = bannerSources;
    }

    /** Navigation, person and banners for the layout. */
    public ShellView view() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            return new ShellView(null, List.of(), List.of(), List.of());
        }
        try {
            return view(signedIn, people.find(signedIn.getName()).orElse(null));
        } catch (RuntimeException failed) {
            LOG.warn("console.shell-failed", failed);
            return new ShellView(null, List.of(), List.of(), List.of());
        }
    }

    /** The address of the list that is shown. */
    public ListAddress address() {
        return ListAddress.of(request());
    }

    /** A time for readers without scripts. */
    public String utc(Instant at) {
        return UTC.format(at);
    }

    private ShellView view(Authentication signedIn, Person person) {
        String path = path(request());
        return new ShellView(person, navigation.sections(signedIn, path), navigation.administration(signedIn, path),
                bannerSources.stream().flatMap(Shell::banners).toList());
    }

    private static Stream<Banner> banners(BannerSource source) {
        try {
            return source.banners().stream();
        } catch (RuntimeException failed) {
            LOG.warn("console.banner-failed source={}", source.getClass().getName(), failed);
            return Stream.of();
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original ? original : request.getRequestURI();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
