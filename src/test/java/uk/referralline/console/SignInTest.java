package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.Line;
import uk.referralline.TestLine;
import uk.referralline.console.signin.CodeSecret;
import uk.referralline.console.signin.Ground;
import uk.referralline.console.signin.Journal;
import uk.referralline.console.signin.OneTimeCodes;
import uk.referralline.console.signin.People;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/** How a person comes in, and who does not. */
class SignInTest {
    private static final String PASSWORD = "heron kettle Thursday";

    @RegisterExtension
    final TestLine line = new TestLine();

    private People people;

    @BeforeEach
    void people() {
        var ground = new Ground(line.jdbi(), line::time, new SplittableRandom(5), Journal.NONE);
        people = People.of(ground);
    }

    @Test
    void aNewPersonChoosesAPasswordSetsUpAnAppAndIsGivenRecoveryCodes() {
        String first = add("asha", Role.DUTY_ADVOCATE);
        Browser browser = Browser.of(line).get("/queue").follow();

        browser.post("/sign-in", "sign-in", "Asha", "password", first, "wanted", "/queue?x=1");
        assertThat(browser.location()).isEqualTo("/sign-in/new-password");
        browser.follow().post("/sign-in/new-password", "new-password", PASSWORD, "again", PASSWORD);
        assertThat(browser.location()).isEqualTo("/sign-in/set-up");
        browser.follow();
        assertThat(browser.body())
                .contains("<svg class=\"line-qr\"", "<path d=\"M4 4h1v1h-1z")
                .doesNotContain("style=");
        CodeSecret secret = secret(browser);
        browser.post("/sign-in/set-up", "code", OneTimeCodes.code(secret, line.time()));

        assertThat(browser.title()).isEqualTo("Your recovery codes – Referral line");
        assertThat(recoveryCodes(browser)).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.body()).contains("href=\"/queue?x=1\"");
        assertThat(browser.get("/queue?x=1").status()).isEqualTo(200);
        assertThat(line.value("SELECT count(*) FROM recovery_code")).isEqualTo("10");
    }

    @Test
    void aPersonComesInWithTheirPasswordAndACode() {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");

        Browser browser = signIn(Browser.of(line), "asha", PASSWORD);
        assertThat(browser.location()).isEqualTo("/sign-in/code");
        assertThat(browser.get("/queue").location()).isEqualTo("/sign-in/code");
        browser.follow().post("/sign-in/code", "code", OneTimeCodes.code(secret, line.time()));

        assertThat(browser.location()).isEqualTo("/");
        assertThat(browser.follow().title()).isEqualTo("Queue – Referral line");
    }

    @Test
    void aCodeWorksOnceAndLateOnesForHalfAMinute() {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");
        String code = OneTimeCodes.code(secret, line.time());
        line.setTime("2026-11-24T11:00:50");

        Browser browser = signIn(Browser.of(line), "asha", PASSWORD).follow();
        assertThat(browser.post("/sign-in/code", "code", code.substring(0, 3) + " " + code.substring(3))
                        .location())
                .isEqualTo("/");

        Browser thief = signIn(Browser.of(line), "asha", PASSWORD).follow();
        assertThat(thief.post("/sign-in/code", "code", code).status()).isEqualTo(422);
        assertThat(thief.body()).contains("This code is wrong, or it has been used already");
        line.setTime("2026-11-24T11:01:31");
        String old = OneTimeCodes.code(secret, line.time().minusSeconds(61));
        assertThat(thief.post("/sign-in/code", "code", old).status()).isEqualTo(422);
    }

    @Test
    void ofManyWhoTypeOneCodeAtOnceOneComesIn() throws Exception {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");
        String code = OneTimeCodes.code(secret, line.time());
        List<Callable<String>> browsers = IntStream.range(0, 4)
                .mapToObj(each -> signIn(Browser.of(line), "asha", PASSWORD).follow())
                .<Callable<String>>map(browser ->
                        () -> browser.post("/sign-in/code", "code", code).location())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int in = 0;
            for (Future<String> each : threads.invokeAll(browsers)) {
                in += each.get().equals("/") ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aRecoveryCodeWorksOnce() {
        String first = add("asha", Role.DUTY_ADVOCATE);
        Browser browser = signIn(Browser.of(line), "asha", first).follow();
        browser.post("/sign-in/new-password", "new-password", PASSWORD, "again", PASSWORD)
                .follow();
        browser.post("/sign-in/set-up", "code", OneTimeCodes.code(secret(browser), line.time()));
        String code = recoveryCodes(browser).get(3);

        Browser other = signIn(Browser.of(line), "asha", PASSWORD).get("/sign-in/recovery");
        assertThat(other.post("/sign-in/recovery", "code", code.toLowerCase().replace("-", " "))
                        .location())
                .isEqualTo("/");

        Browser again = signIn(Browser.of(line), "asha", PASSWORD).get("/sign-in/recovery");
        assertThat(again.post("/sign-in/recovery", "code", code).status()).isEqualTo(422);
        assertThat(line.values("SELECT hash FROM recovery_code")).doesNotContain(code);
    }

    @Test
    void aWrongPasswordAnUnknownNameAndSomebodyWhoLeftAreAnsweredAlike() {
        settled("asha");
        settled("left");
        people.turnOff(people.findBySignIn("left").orElseThrow().id(), Optional.empty());

        String wrong = answer("asha", "not the password");
        assertThat(wrong).contains("Your sign-in name or your password is wrong", "Error: Sign in");
        assertThat(answer("nobody", "not the password")).isEqualTo(wrong);
        assertThat(answer("left", PASSWORD)).isEqualTo(wrong);
    }

    private String answer(String name, String password) {
        Browser browser = signIn(Browser.of(line), name, password);
        String headers = browser.header("Content-Length").orElse("")
                + browser.header("Location").orElse("");
        return browser.status()
                + headers.replaceAll("[0-9]+", "")
                + browser.body().replaceAll("[0-9a-f]{64}", "").replace("value=\"" + name + "\"", "");
    }

    @Test
    void aFirstPasswordRunsOut() {
        String first = add("asha", Role.DUTY_ADVOCATE);
        line.setTime("2026-12-01T10:15");

        assertThat(signIn(Browser.of(line), "asha", first).body()).contains("This first password has run out");
    }

    @Test
    void aFirstPasswordIsNotKept() {
        String first = add("asha", Role.DUTY_ADVOCATE);
        Browser browser = signIn(Browser.of(line), "asha", first).follow();

        browser.post("/sign-in/new-password", "new-password", "asha", "again", "asha");
        assertThat(browser.body()).contains("at least 12 characters");
        browser.post("/sign-in/new-password", "new-password", "Password1234567", "again", "Password1234567");
        assertThat(browser.body()).contains("easy to guess");
        browser.post("/sign-in/new-password", "new-password", first, "again", first);
        assertThat(browser.body()).contains("This is the password that you have already");
        browser.post("/sign-in/new-password", "new-password", PASSWORD, "again", PASSWORD + "x");
        assertThat(browser.body()).contains("not the password that you typed above");
        assertThat(line.value("SELECT password FROM sign_in_account")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void guessingMakesWaitsThatGrowAndEnd() {
        settled("asha");
        Browser thief = Browser.of(line);
        IntStream.range(0, 5).forEach(each -> signIn(thief, "asha", "guess " + each));

        assertThat(signIn(thief, "asha", PASSWORD).body()).contains("wait 1 minute, then");
        line.setTime("2026-11-24T10:16:01");
        signIn(thief, "asha", "another guess");
        assertThat(signIn(thief, "asha", PASSWORD).body()).contains("wait 2 minutes, then");
        line.setTime("2026-11-24T10:18:02");
        assertThat(signIn(thief, "asha", PASSWORD).location()).isEqualTo("/sign-in/code");
    }

    @Test
    void guessingAtAnUnknownNameLooksTheSame() {
        Browser thief = Browser.of(line);
        IntStream.range(0, 5).forEach(each -> signIn(thief, "nobody", "guess " + each));

        assertThat(signIn(thief, "nobody", PASSWORD).body()).contains("wait 1 minute, then");
    }

    @Test
    void guessesFromEverywhereShutStrangersOutForAQuarterOfAnHourAndTheOwnersBrowserNot() {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");
        Browser own = signIn(Browser.of(line), "asha", PASSWORD).follow();
        own.post("/sign-in/code", "code", OneTimeCodes.code(secret, line.time()))
                .follow();
        own.post("/sign-out");
        for (int network = 1; network <= 30; network++) {
            signIn(Browser.of(line).with("X-Forwarded-For", "198.51." + network + ".7"), "asha", "a guess");
        }

        Browser stranger = Browser.of(line).with("X-Forwarded-For", "203.0.113.9");
        assertThat(signIn(stranger, "asha", PASSWORD).body()).contains("wait 15 minutes");
        assertThat(signIn(own, "asha", PASSWORD).location()).isEqualTo("/sign-in/code");
        line.setTime("2026-11-24T11:15:01");
        assertThat(signIn(stranger, "asha", PASSWORD).location()).isEqualTo("/sign-in/code");
    }

    @Test
    void bothNodesCountTogether() {
        settled("asha");
        IntStream.range(0, 5).forEach(each -> signIn(Browser.of(line), "asha", "guess " + each));

        try (Line other = line.anotherNode()) {
            Browser thief = Browser.of(line).at("http://127.0.0.1:" + other.port());
            assertThat(signIn(thief, "asha", PASSWORD).body()).contains("wait 1 minute, then");
        }
    }

    @Test
    void guessingCodesMakesWaitsToo() {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");
        Browser thief = signIn(Browser.of(line), "asha", PASSWORD).follow();
        IntStream.range(0, 5).forEach(each -> thief.post("/sign-in/code", "code", "00000" + each));

        thief.post("/sign-in/code", "code", OneTimeCodes.code(secret, line.time()));
        assertThat(thief.body()).contains("wait 1 minute, then");
    }

    @Test
    void eachStepHasANewSessionAndTheOldOneIsNobodys() {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");
        Browser browser = Browser.of(line).get("/sign-in");
        String before = browser.cookie("session").orElseThrow();
        signIn(browser, "asha", PASSWORD).follow();
        String halfway = browser.cookie("session").orElseThrow();
        browser.post("/sign-in/code", "code", OneTimeCodes.code(secret, line.time()));
        String in = browser.cookie("session").orElseThrow();

        assertThat(Set.of(before, halfway, in)).hasSize(3);
        assertThat(line.values("SELECT id FROM sign_in_session")).doesNotContain(before, halfway, in);
        Browser thief = Browser.of(line);
        thief.setCookie("session", halfway);
        assertThat(thief.get("/queue").location()).startsWith("/sign-in?");
    }

    @Test
    void whoeverGoesBackToTheDoorIsToldThatTheyAreIn() {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");
        Browser browser = signIn(Browser.of(line), "asha", PASSWORD).follow();
        browser.post("/sign-in/code", "code", OneTimeCodes.code(secret, line.time()))
                .follow();

        for (String door : List.of("code", "recovery", "new-password", "set-up")) {
            assertThat(browser.get("/sign-in/" + door).body())
                    .contains("You are signed in already", "make new ones under Your account", "href=\"/\"")
                    .doesNotContain("other roles", "name=\"code\"");
        }
    }

    @Test
    void onlyPathsOfOursAreGoneTo() {
        CodeSecret secret = settled("asha");
        line.setTime("2026-11-24T11:00");
        for (String evil :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"}) {
            line.setTime(line.time().plusSeconds(60));
            Browser browser = Browser.of(line).get("/sign-in");
            browser.post("/sign-in", "sign-in", "asha", "password", PASSWORD, "wanted", evil)
                    .follow();
            browser.post("/sign-in/code", "code", OneTimeCodes.code(secret, line.time()));
            assertThat(browser.location()).isEqualTo("/");
        }
    }

    private String add(String signIn, Role role) {
        var person = new NewAdvocate("Asha Bell", signIn, role, Optional.empty());
        return people.add(person, Optional.empty()).orElseThrow().text();
    }

    /** A duty advocate who has signed in before, in a browser that is gone. */
    private CodeSecret settled(String name) {
        Browser browser =
                signIn(Browser.of(line), name, add(name, Role.DUTY_ADVOCATE)).follow();
        browser.post("/sign-in/new-password", "new-password", PASSWORD, "again", PASSWORD)
                .follow();
        CodeSecret secret = secret(browser);
        browser.post("/sign-in/set-up", "code", OneTimeCodes.code(secret, line.time()));
        return secret;
    }

    private static Browser signIn(Browser browser, String name, String password) {
        return browser.get("/sign-in").post("/sign-in", "sign-in", name, "password", password, "wanted", "/");
    }

    private static CodeSecret secret(Browser browser) {
        Matcher secret =
                Pattern.compile("line-secret--inset\"[^>]*>([A-Z2-7 ]+)<").matcher(browser.body());
        assertThat(secret.find()).isTrue();
        return new CodeSecret(secret.group(1).replace(" ", ""));
    }

    private static List<String> recoveryCodes(Browser browser) {
        return Pattern.compile("<li>([A-Z2-7-]{19})</li>")
                .matcher(browser.body())
                .results()
                .map(each -> each.group(1))
                .toList();
    }
}
