package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.referralline.Callers;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** Every page of the console's table, as everybody who may open it; those of one case or person by links to them. */
@Journey
class EveryPageTest {
    /** Not pages: what pages ask for by themselves, or what leads on to another page. */
    private static final Set<String> PARTS = Set.of(
            "/", "/queue/rows", "/queue/events", "/session", "/case/{id}/message/{sid}", "/reference/{reference}");

    @RegisterExtension
    final TestLine line = new TestLine();

    private final Map<String, String> looked = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void isAccessibleAtBothWidthsAndHasATitleOfItsOwn(Role role) {
        Callers.leaveAReferral(line);
        List<String> pages = pages(role);
        Deque<String> ahead = new ArrayDeque<>();
        try (Visitor person = Visitor.signedIn(line, "Test " + role.title(), role)) {
            if (pages.contains("/queue")) {
                person.opens("/queue").presses("Take the next case").sees("Listen to the message");
                ahead.add(person.path());
            }
            pages.stream().filter(page -> !page.contains("{")).forEach(ahead::add);
            while (!ahead.isEmpty()) {
                look(person, role, pages, ahead);
            }
        }
        assertThat(looked.keySet()).as("the pages that were reached").containsExactlyInAnyOrderElementsOf(pages);
        assertThat(new HashSet<>(looked.values())).as("titles: " + looked).hasSameSizeAs(looked.values());
    }

    /** Looks at the next address, if it is of a page that was not looked at yet, and notes where it leads. */
    private void look(Visitor person, Role role, List<String> pages, Deque<String> ahead) {
        String path = ahead.remove();
        Optional<String> page = page(path, pages).filter(each -> !looked.containsKey(each));
        if (page.isEmpty()) {
            return;
        }
        person.opens(path).isFit(role.word() + page.get().replace('/', '-').replaceAll("[{}]", ""));
        looked.put(page.get(), person.page().title());
        ahead.addAll(links(person));
    }

    /** Which page an address is of: {@code /people/add} is not somebody's. */
    private static Optional<String> page(String path, List<String> pages) {
        return pages.stream()
                .filter(path::equals)
                .findFirst()
                .or(() -> pages.stream()
                        .filter(page -> path.matches(page.replaceAll("\\{[^}]+}", "[^/]+")))
                        .findFirst());
    }

    private static List<String> links(Visitor person) {
        return person.page().locator("a[href^='/']").all().stream()
                .map(link -> link.getAttribute("href").replaceAll("[?#].*", ""))
                .toList();
    }

    private List<String> pages(Role role) {
        return line.node().rules().stream()
                .filter(route -> route.method() == HandlerType.GET && route.counts())
                .filter(route -> !route.who().nobody() && route.who().roles().contains(role))
                .map(route -> route.path())
                .filter(path -> !path.startsWith("/sign-in") && !PARTS.contains(path) && !path.endsWith(".svg"))
                .toList();
    }
}
