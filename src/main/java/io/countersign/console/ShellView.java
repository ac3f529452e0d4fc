package io.countersign.console;

import io.countersign.people.Person;
import java.util.List;

/** What the layout shows around a page; {@code person} is null before anybody signed in. */
record ShellView(Person person, List<NavigationItem> sections, List<NavigationItem> administration, List<Banner> banners) {
}
