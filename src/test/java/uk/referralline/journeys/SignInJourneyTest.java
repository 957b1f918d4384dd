package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** The door of the console, in a real browser. */
@Journey
class SignInJourneyTest {
    private static final String CODE = "Code from your authenticator app";
    private static final String WHAT = "Reference, phone number";

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aWrongPasswordIsSaidFirstAndTheNameIsKept() {
        try (Visitor somebody = Visitor.of(line)) {
            somebody.opens("/queue").isFit("sign-in");
            somebody.types("Sign-in name", "nobody@example.org").types("Password", "wrong wrong wrong");
            somebody.presses("Sign in").sees("There is a problem");

            saysTheErrorFirst(somebody);
            assertThat(somebody.page().inputValue("#sign-in")).isEqualTo("nobody@example.org");
            somebody.isFit("sign-in-error");
        }
    }

    @Test
    void aNewPersonComesThroughEveryPageOfTheDoorToWhereTheyWanted() {
        try (Visitor asha = Visitor.of(line)) {
            asha.opens("/calls");
            Member member = Member.joins(asha, line, Role.DUTY_ADVOCATE, asha::isFit);
            asha.isFit("sign-in-recovery-codes");

            assertThat(member.recoveryCodes()).hasSize(10);
            asha.page().getByText("I have kept them").click();
            assertThat(asha.path()).isEqualTo("/calls");
        }
    }

    @Test
    void aWrongCodeIsSaidFirstAndTheRightOneLeadsIn() {
        Member member = Member.of(line, Role.DUTY_ADVOCATE);
        try (Visitor asha = Visitor.of(line)) {
            member.givesPassword(asha.opens("/texts")).isFit("sign-in-code");
            asha.types(CODE, "000000").presses("Go on").sees("This code is wrong");
            saysTheErrorFirst(asha);
            asha.isFit("sign-in-code-error");

            asha.types(CODE, member.nextCode()).presses("Go on").sees("Sign out");
            assertThat(asha.path()).isEqualTo("/texts");
            asha.page().goBack();
            asha.sees("Sign out");
        }
    }

    @Test
    void aRecoveryCodeLeadsInOnce() {
        Member member = Member.of(line, Role.DUTY_ADVOCATE);
        String code = member.recoveryCodes().get(0);
        try (Visitor asha = Visitor.of(line);
                Visitor thief = Visitor.of(line)) {
            member.givesPassword(asha.opens("/sign-in")).follows("Use a recovery code");
            asha.sees("Each code works once").isFit("sign-in-recovery");
            asha.types("Recovery code", code).presses("Go on").sees("Sign out");

            member.givesPassword(thief.opens("/sign-in")).follows("Use a recovery code");
            thief.types("Recovery code", code).presses("Go on").sees("There is a problem");
            saysTheErrorFirst(thief);
        }
    }

    @Test
    void whoeverGuessesIsToldHowLongToWait() {
        Member member = Member.of(line, Role.DUTY_ADVOCATE);
        try (Visitor thief = Visitor.of(line)) {
            thief.opens("/sign-in");
            for (int n = 0; n < 6; n++) {
                thief.types("Sign-in name", member.signIn()).types("Password", "guess " + n);
                thief.presses("Sign in");
                // The answer has come: no page of ours hands a password back.
                thief.page()
                        .waitForCondition(
                                () -> thief.page().inputValue("#password").isEmpty());
            }

            thief.sees("wait 1 minute, then");
            saysTheErrorFirst(thief);
            thief.isFit("sign-in-wait");
            line.setTime("2026-11-24T10:16:01");
            member.signsIn(thief);
        }
    }

    @Test
    void theKeyboardAloneLeadsThroughTheDoorAndTheFocusIsSeenAtEachStep() {
        Member member = Member.of(line, Role.DUTY_ADVOCATE);
        try (Visitor asha = Visitor.of(line)) {
            asha.opens("/sign-in");
            assertThat(stepsTo(asha, "password")).containsSubsequence("Skip to main content", "sign-in", "password");
            asha.strikes("Shift+Tab").page().keyboard().type(member.signIn());
            asha.strikes("Tab").page().keyboard().type(Member.PASSWORD);
            asha.strikes("Enter").sees(CODE);

            stepsTo(asha, "code");
            asha.page().keyboard().type(member.nextCode());
            assertThat(stepsTo(asha, "Go on")).containsExactly("Go on");
            asha.strikes("Enter").sees("Sign out");
            assertThat(asha.path()).isEqualTo("/queue");
        }
    }

    @Test
    void theDoorOpensWithoutScripts() {
        Member member = Member.of(line, Role.DUTY_ADVOCATE);
        try (Visitor asha = Visitor.withoutScripts(line)) {
            asha.opens("/calls").types("Sign-in name", member.signIn()).types("Password", "wrong wrong wrong");
            asha.presses("Sign in").sees("There is a problem");

            member.signsIn(asha);
            assertThat(asha.path()).isEqualTo("/calls");
        }
    }

    @Test
    void nothingMovesForWhoeverAskedForThat() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            for (String path : List.of("/queue", "/search", "/account")) {
                asha.opens(path);

                assertThat(asha.page().evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches"))
                        .isEqualTo(true);
                assertThat((int) asha.page().evaluate("""
                        [...document.querySelectorAll('*')].map((each) => getComputedStyle(each))
                          .filter((style) => style.animationName !== 'none' || style.scrollBehavior === 'smooth'
                            || style.transitionDuration.split(', ').some((each) => parseFloat(each) > 0)).length
                        """)).as(path).isZero();
            }
        }
    }

    @Test
    void whoeverIsAboutToBeSignedOutIsWarnedAndStays() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.page().clock().install();
            asha.opens("/search").types(WHAT, "Larch");
            line.setTime("2026-11-24T10:43:30");
            asha.page().clock().fastForward(29 * 60 * 1000);

            asha.sees("You will be signed out soon").isFit("timeout");
            asha.presses("Stay signed in");
            asha.page().locator("#timeout").waitFor(hidden());
            assertThat(asha.page().inputValue("#what")).isEqualTo("Larch");
        }
    }

    @Test
    void whoeverHasBeenHereForTwelveHoursHasTheLastMinutesForWhatTheyType() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            line.setTime("2026-11-24T22:13:30");
            line.jdbi().useHandle(handle -> handle.execute("UPDATE sign_in_session SET seen_at = ?", line.time()));
            asha.page().clock().install();
            asha.opens("/search").types(WHAT, "Larch");
            asha.page().clock().fastForward(5_000);

            asha.sees("You will be signed out soon").presses("Stay signed in").sees("You signed in 12 hours ago");
            asha.page().clock().fastForward(10_000);
            asha.presses("Search").sees("Nothing found");
        }
    }

    @Test
    void whatWasTypedComesBackAfterSigningInAgain() {
        Member member = Member.of(line, Role.DUTY_ADVOCATE);
        try (Visitor asha = Visitor.of(line)) {
            asha.page().clock().install();
            member.signsIn(asha.opens("/search")).types(WHAT, "Larch");
            line.setTime(line.time().plusSeconds(36 * 60));
            asha.page().clock().fastForward(36 * 60 * 1000);
            asha.sees("Sign-in name");
            asha.isFit("signed-out");
            assertThat(asha.path()).startsWith("/sign-in?wanted=%2Fsearch");

            member.signsIn(asha).sees("What you had typed here is back");
            assertThat(asha.path()).isEqualTo("/search");
            assertThat(asha.page().inputValue("#what")).isEqualTo("Larch");
        }
    }

    /** Presses Tab until this has the focus; each thing on the way shows that it has it. */
    private static List<String> stepsTo(Visitor visitor, String wanted) {
        List<String> steps = new ArrayList<>();
        while (!steps.contains(wanted) && steps.size() < 12) {
            steps.add(visitor.strikes("Tab").focused());
            await("the focus is seen on " + steps)
                    .pollInSameThread()
                    .until(() -> visitor.page()
                            .evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"
                                    + " && getComputedStyle(document.activeElement).outlineStyle !== 'none'")
                            .equals(true));
        }
        return steps;
    }

    private static void saysTheErrorFirst(Visitor visitor) {
        await().until(() -> visitor.focused().equals("errors"));
        assertThat(visitor.page().title()).startsWith("Error: ");
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
