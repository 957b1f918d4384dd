package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** Who may open which page. */
class RolesTest {
    private static final Set<String> NOT_THE_CONSOLES = Set.of("GET /healthz", "GET /readyz", "GET /metrics");

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void everyAddressOfTheServerIsSignedOpenOrInTheConsolesTable() {
        Set<String> ruled = line.node().rules().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toSet());

        List<String> others = line.node().addresses().stream()
                .filter(each -> each.matches("(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) .*"))
                .filter(each -> !each.startsWith("POST /voice/") && !each.startsWith("POST /sms/"))
                .filter(each -> !each.contains(" /audio/"))
                .filter(each -> !NOT_THE_CONSOLES.contains(each))
                .toList();

        assertThat(others).isNotEmpty().isSubsetOf(ruled);
    }

    @Test
    void everyRouteIsClosedToEverybodyWhomTheTableDoesNotName() {
        Map<Role, Browser> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            people.put(role, Browser.signedIn(line, role).get("/account"));
        }
        for (Route route : line.node().rules()) {
            people.forEach((role, browser) -> assertThat(isDenied(route, browser))
                    .as("%s %s is denied to a %s", route.method(), route.path(), role)
                    .isEqualTo(!route.who().roles().contains(role)
                            || !route.who().stages().contains(uk.referralline.console.signin.Stage.IN)));
            // What signs people out is tried too: everybody signs in again.
            for (Role role : Role.values()) {
                people.put(role, Browser.signedIn(line, role).get("/account"));
            }
        }
    }

    private static boolean isDenied(Route route, Browser browser) {
        ask(route, browser);
        return browser.status() == 403;
    }

    @Test
    void everyRouteButTheDoorIsClosedToWhoeverHasNotSignedIn() {
        for (Route route : line.node().rules()) {
            Browser nobody = Browser.of(line).get("/sign-in");
            ask(route, nobody);
            boolean sentToSignIn = nobody.status() == 401 || nobody.location().startsWith("/sign-in");
            assertThat(sentToSignIn)
                    .as("%s %s as nobody", route.method(), route.path())
                    .isEqualTo(!route.who().nobody());
        }
    }

    private static void ask(Route route, Browser browser) {
        String path = route.path().replaceAll("\\{[a-z]+}", "1");
        if (route.method() == HandlerType.GET) {
            browser.get(path);
        } else {
            browser.post(path);
        }
    }

    @Test
    void anAddressWithoutALineInTheTableAndAnUnknownOneShowNothing() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/no-such-page");

        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.body()).contains("Page not found", "aria-label=\"Pages\"");
    }

    @Test
    void eachRoleIsLedToItsWork() {
        assertThat(Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/").location())
                .isEqualTo("/queue");
        assertThat(Browser.signedIn(line, Role.MANAGER).get("/").location()).isEqualTo("/queue");
        assertThat(Browser.signedIn(line, Role.ANALYST).get("/").location()).isEqualTo("/wallboard");
        assertThat(Browser.signedIn(line, Role.ADMINISTRATOR).get("/").location())
                .isEqualTo("/people");
    }

    @Test
    void onlyAdministratorsLookAfterAccountsAndTheyDoNotSeeCases() {
        assertThat(Browser.signedIn(line, Role.MANAGER).get("/people").status()).isEqualTo(403);
        assertThat(Browser.signedIn(line, Role.ANALYST).get("/queue").status()).isEqualTo(403);
        Browser administrator = Browser.signedIn(line, Role.ADMINISTRATOR).get("/queue");
        assertThat(administrator.status()).isEqualTo(403);
        assertThat(administrator.body()).contains("You may not open this page", "href=\"/\"");
    }

    @Test
    void whoeverHasNotSignedInIsAskedToAndComesBack() {
        Browser browser = Browser.of(line).get("/queue?after=3");

        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/sign-in?wanted=%2Fqueue%3Fafter%3D3");
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtOnce() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/queue");
        line.jdbi().useHandle(handle -> handle.execute("UPDATE advocate SET role = 'analyst'"));

        assertThat(browser.get("/queue").status()).isEqualTo(403);
    }
}
