package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** Every page that a role may open without knowing the address of one case or person. */
@Journey
class EveryPageTest {
    /** Not pages: what pages ask for by themselves. */
    private static final Set<String> PARTS = Set.of("/queue/rows", "/queue/events", "/session");

    @RegisterExtension
    final TestLine line = new TestLine();

    @ParameterizedTest
    @EnumSource
    void isAccessibleAtBothWidthsAndHasATitleOfItsOwn(Role role) {
        Set<String> titles = new HashSet<>();
        try (Visitor person = Visitor.signedIn(line, "Test " + role.title(), role)) {
            for (String path : pages(role)) {
                person.opens(path).isFit(role.word() + path.replace('/', '-'));
                assertThat(titles.add(person.page().title()))
                        .as("the title of " + path)
                        .isTrue();
            }
        }
    }

    private List<String> pages(Role role) {
        return line.node().rules().stream()
                .filter(route -> route.method() == HandlerType.GET && route.counts())
                .filter(route -> !route.who().nobody() && route.who().roles().contains(role))
                .map(route -> route.path())
                .filter(path -> !path.contains("{") && !path.startsWith("/sign-in") && !path.equals("/"))
                .filter(path -> !PARTS.contains(path) && !path.endsWith(".svg"))
                .toList();
    }
}
