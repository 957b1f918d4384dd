package uk.referralline.console;

import java.util.List;
import java.util.Set;
import uk.referralline.duty.Role;

/**
 * A way through the console.
 *
 * @param here whether it leads to the page one is on, or to the part of the console that this page is in
 */
public record NavigationLink(String text, String path, boolean here) {

    private record Entry(String text, String path, Set<Role> roles) {}

    private static final List<Entry> ALL = List.of(
            new Entry("Queue", "/queue", ConsoleRoutes.CASE_WORKERS),
            new Entry("Search", "/search", ConsoleRoutes.CASE_WORKERS),
            new Entry("Calls", "/calls", ConsoleRoutes.CASE_WORKERS),
            new Entry("Texts", "/texts", ConsoleRoutes.CASE_WORKERS),
            new Entry("Wallboard", "/wallboard", ConsoleRoutes.WATCHERS),
            new Entry("Duty", "/duty", ConsoleRoutes.CASE_WORKERS),
            new Entry("People", "/people", ConsoleRoutes.ADMINISTRATORS),
            new Entry("Scripts", "/scripts", ConsoleRoutes.READERS),
            new Entry("Settings", "/settings", ConsoleRoutes.SETTERS),
            new Entry("Your account", "/account", ConsoleRoutes.EVERYBODY));

    /** What a role sees of it. @param path of the page one is on */
    static List<NavigationLink> of(Role role, String path) {
        return ALL.stream()
                .filter(each -> each.roles().contains(role))
                .map(each -> new NavigationLink(
                        each.text(), each.path(), path.equals(each.path()) || path.startsWith(each.path() + "/")))
                .toList();
    }

    /** Where a role's work is. */
    static String first(Role role) {
        return of(role, "").get(0).path();
    }
}
