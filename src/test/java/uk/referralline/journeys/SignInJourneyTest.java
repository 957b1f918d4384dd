package uk.referralline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** The door of the console, in a real browser. */
@Journey
class SignInJourneyTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aWrongPasswordIsSaidFirstAndTheNameIsKept() {
        try (Visitor somebody = Visitor.of(line)) {
            somebody.opens("/queue").isFit("sign-in");
            somebody.types("Sign-in name", "nobody@example.org").types("Password", "wrong wrong wrong");
            somebody.presses("Sign in").sees("There is a problem");

            await().until(() ->
                    somebody.page().evaluate("document.activeElement.id").equals("errors"));
            assertThat(somebody.page().title()).startsWith("Error: ");
            assertThat(somebody.page().inputValue("#sign-in")).isEqualTo("nobody@example.org");
            somebody.isFit("sign-in-error");
        }
    }

    @Test
    void theKeyboardAloneLeadsThroughTheDoorInTheOrderOfThePage() {
        try (Visitor somebody = Visitor.of(line)) {
            somebody.opens("/sign-in");
            String order = "";
            for (int n = 0; n < 5; n++) {
                somebody.page().keyboard().press("Tab");
                order += somebody.page()
                        .evaluate("document.activeElement.textContent.trim().slice(0, 12)"
                                + " + document.activeElement.id + ' '")
                        .toString();
            }
            assertThat(order).containsSubsequence("Skip to main", "sign-in", "password", "Sign in");
        }
    }

    @Test
    void whoeverIsAboutToBeSignedOutIsWarnedAndStays() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.page().clock().install();
            asha.opens("/search").types("Reference, phone number", "Larch");
            line.setTime("2026-11-24T10:43:30");
            asha.page().clock().fastForward(29 * 60 * 1000);

            asha.sees("You will be signed out soon").presses("Stay signed in");
            asha.page().locator("#timeout").waitFor(hidden());
            assertThat(asha.page().inputValue("#what")).isEqualTo("Larch");
        }
    }

    @Test
    void whatWasTypedComesBackAfterSigningInAgain() {
        try (Visitor asha = Visitor.signedIn(line, "Asha", Role.DUTY_ADVOCATE)) {
            asha.page().clock().install();
            asha.opens("/search").types("Reference, phone number", "Larch");
            line.setTime("2026-11-24T10:50");
            asha.page().clock().fastForward(36 * 60 * 1000);
            asha.sees("Sign-in name");

            asha.isFit("signed-out");
            assertThat(asha.path()).startsWith("/sign-in?wanted=%2Fsearch");
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
