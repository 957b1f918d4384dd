package uk.referralline.journeys;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import uk.referralline.TestLine;
import uk.referralline.console.signin.CodeSecret;
import uk.referralline.console.signin.Ground;
import uk.referralline.console.signin.Journal;
import uk.referralline.console.signin.OneTimeCodes;
import uk.referralline.console.signin.People;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/** Somebody with an account, who comes in by the pages that everybody comes in by. */
record Member(TestLine line, String signIn, CodeSecret secret, List<String> recoveryCodes) {
    static final String PASSWORD = "heron kettle Thursday";

    private static final AtomicInteger MEMBERS = new AtomicInteger();

    /** Somebody who has set up their app in a browser that is gone. */
    static Member of(TestLine line, Role role) {
        try (Visitor visitor = Visitor.of(line)) {
            return joins(visitor.opens("/sign-in"), line, role, page -> {});
        }
    }

    /**
     * A new person, for whom an administrator has just made an account, at the sign-in page that is open.
     *
     * @param look is given the name of each page on the way while it is open
     */
    static Member joins(Visitor visitor, TestLine line, Role role, Consumer<String> look) {
        String signIn = "member-" + MEMBERS.incrementAndGet();
        visitor.types("Sign-in name", signIn)
                .types("Password", account(line, signIn, role))
                .presses("Sign in")
                .sees("Choose one that only you know");
        look.accept("sign-in-new-password");
        visitor.types("New password", PASSWORD)
                .types("New password, once more", PASSWORD)
                .presses("Go on")
                .sees("The secret");
        look.accept("sign-in-set-up");
        var secret = new CodeSecret(
                visitor.page().locator(".line-secret").textContent().replaceAll("\\s", ""));
        visitor.types("Code from the app", OneTimeCodes.code(secret, line.time()))
                .presses("Go on")
                .sees("I have kept them");
        List<String> codes = visitor.page().locator(".line-codes li").allTextContents();
        return new Member(line, signIn, secret, codes);
    }

    private static String account(TestLine line, String signIn, Role role) {
        var ground = new Ground(line.jdbi(), line::time, new SplittableRandom(5), Journal.NONE);
        var person = new NewAdvocate("Test " + role.title(), signIn, role, Optional.empty());
        return People.of(ground).add(person, Optional.empty()).orElseThrow().text();
    }

    /** Types a name and a password at the sign-in page that is open. */
    Visitor givesPassword(Visitor visitor) {
        return visitor.types("Sign-in name", signIn)
                .types("Password", PASSWORD)
                .presses("Sign in")
                .sees("Code from your authenticator app")
                .isReady();
    }

    /** Signs in with a password and a code at the sign-in page that is open. */
    Visitor signsIn(Visitor visitor) {
        return givesPassword(visitor)
                .types("Code from your authenticator app", nextCode())
                .presses("Go on")
                .sees("Sign out")
                .isReady();
    }

    /** The code that the app shows a minute from now, when no code before it is right any more; the line's clock moves there. */
    String nextCode() {
        line.setTime(line.time().plusSeconds(60));
        return OneTimeCodes.code(secret, line.time());
    }
}
