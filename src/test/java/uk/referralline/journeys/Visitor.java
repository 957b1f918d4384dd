package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import uk.referralline.TestLine;
import uk.referralline.console.signin.Token;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/** One person at one browser window. */
final class Visitor implements AutoCloseable {
    private static final AtomicInteger PEOPLE = new AtomicInteger(1000);

    private static final int MOST_TABS = 100;

    private final String url;
    private final BrowserContext context;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();
    private boolean mayLoseTheConnection;

    private Visitor(String url, boolean scripts) {
        this.url = url;
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(10_000);
        context.route("**", route -> {
            if (!route.request().url().startsWith(url)) {
                wrong.add("asked for " + route.request().url());
                route.abort();
            } else {
                route.resume();
            }
        });
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A form that is refused is answered with 403 or 422, which a browser notes as an error.
            boolean expected = message.text().contains("status of 4")
                    || mayLoseTheConnection
                            && (message.text().contains("net::ERR_")
                                    || message.text().startsWith("htmx:"));
            if (message.type().equals("error") && !expected) {
                wrong.add(message.text());
            }
        });
        page.onPageError(wrong::add);
        page.onResponse(response -> {
            // Pages, and parts of pages, may refuse; a picture or a script that is not there is a fault.
            boolean mayRefuse = List.of("document", "fetch", "xhr")
                    .contains(response.request().resourceType());
            if (response.status() >= (mayRefuse ? 500 : 400)) {
                wrong.add(response.status() + " from " + response.url());
            }
        });
    }

    /** Somebody who has not signed in. */
    static Visitor of(TestLine line) {
        return new Visitor(line.url(), true);
    }

    /** Somebody who has not signed in and whose browser runs no scripts. */
    static Visitor withoutScripts(TestLine line) {
        return new Visitor(line.url(), false);
    }

    /** Somebody whose browser runs no scripts. */
    static Visitor withoutScripts(TestLine line, Role role) {
        var visitor = new Visitor(line.url(), false);
        visitor.enter(line, person(line, "Test " + role.title(), role));
        return visitor;
    }

    /** A new person who has signed in. */
    static Visitor signedIn(TestLine line, String name, Role role) {
        var visitor = new Visitor(line.url(), true);
        visitor.enter(line, person(line, name, role));
        return visitor;
    }

    private static AdvocateId person(TestLine line, String name, Role role) {
        return line.jdbi()
                .withHandle(handle -> new Advocates()
                        .add(
                                handle,
                                new NewAdvocate(name, "person-" + PEOPLE.incrementAndGet(), role, Optional.empty()),
                                line.time()))
                .orElseThrow();
    }

    private void enter(TestLine line, AdvocateId person) {
        Token token = Token.random(new SplittableRandom(PEOPLE.incrementAndGet()));
        line.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO sign_in_session (id, advocate, stage, began_at, seen_at, browser, demo)
                        VALUES (:id, :advocate, 'in', :at, :at, 'A test browser', false)
                        """)
                        .bind("id", token.hashed())
                        .bind("advocate", person)
                        .bind("at", line.time())
                        .execute());
        context.addCookies(List.of(new Cookie("session", token.value()).setUrl(url)));
    }

    /** From now on the line may be away for a while, which a browser notes as an error. */
    Visitor losesTheConnection() {
        mayLoseTheConnection = true;
        return this;
    }

    /** From here on, nothing that the page asks for under this address is answered. */
    Visitor losesTheConnection(String address) {
        page.route(url + address, Route::abort);
        return losesTheConnection();
    }

    Visitor findsTheConnection(String address) {
        page.unroute(url + address);
        return this;
    }

    Visitor opens(String path) {
        page.navigate(url + path);
        return this;
    }

    /** Presses a button by its words. */
    Visitor presses(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(false))
                .first()
                .click();
        return this;
    }

    Visitor follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    /** Opens what is folded away. */
    Visitor unfolds(String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
        return this;
    }

    Visitor ticks(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .check();
        return this;
    }

    Visitor types(String label, String text) {
        shown(label).fill(text);
        return this;
    }

    Visitor chooses(String label, String value) {
        shown(label).selectOption(value);
        return this;
    }

    private Locator shown(String label) {
        return page.getByLabel(label).locator("visible=true").first();
    }

    Visitor sees(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    /** Waits until the page's scripts run: nobody types before that. */
    Visitor isReady() {
        page.waitForLoadState();
        return this;
    }

    Visitor doesNotSee(String text) {
        assertThat(page.getByText(text).locator("visible=true").count())
                .as(text)
                .isZero();
        return this;
    }

    String path() {
        return page.url().substring(url.length());
    }

    Page page() {
        return page;
    }

    /** Presses a key, such as {@code Tab}. */
    Visitor strikes(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Goes on from one thing to the next until this has the focus. @param what its id or words, or their beginning */
    Visitor tabsTo(String what) {
        for (int presses = 0; presses < MOST_TABS; presses++) {
            strikes("Tab");
            if (focused().startsWith(what)) {
                return this;
            }
        }
        throw new AssertionError("no way by keyboard to " + what);
    }

    /** What has the focus: its id, or its words where it has none. */
    String focused() {
        return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
                .toString();
    }

    /** Holds the page that is open against what every page must be. @param name of its pictures */
    Visitor isFit(String name) {
        new Fitness(page, name).holds();
        return this;
    }

    @Override
    public void close() {
        // What a page asks for while its context closes cannot be answered.
        isReady().context.close();
        assertThat(wrong).as("errors in the browser").isEmpty();
    }
}
