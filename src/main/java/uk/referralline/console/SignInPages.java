package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;
import uk.referralline.console.signin.CodeSecret;
import uk.referralline.console.signin.Outcome;
import uk.referralline.console.signin.OwnAccount;
import uk.referralline.console.signin.Session;
import uk.referralline.console.signin.SignIn;
import uk.referralline.console.signin.Typed;

/** The pages on the way in: a password, a code, and at the first time a password and an app of one's own. */
final class SignInPages {
    private static final String WANTED = "wanted";
    private static final String SIGN_IN = "sign-in";
    private static final String PASSWORD = "password";
    private static final String CODE = "code";

    private final SignIn signIn;
    private final OwnAccount own;
    private final Browsers browsers;

    SignInPages(SignIn signIn, OwnAccount own, Browsers browsers) {
        this.signIn = signIn;
        this.own = own;
        this.browsers = browsers;
    }

    /** GET /sign-in */
    void show(Visit visit) {
        if (visit.visitor().filter(SignedIn::fully).isPresent()) {
            visit.go("/");
            return;
        }
        visit.show(TEMPLATES.signIn(
                visit.page("Sign in"),
                OwnPath.sent(visit.query(WANTED)),
                "",
                visit.query("signed-out"),
                signIn.demoNames()));
    }

    /** POST /sign-in */
    void password(Visit visit) {
        String wanted = OwnPath.sent(visit.field(WANTED));
        String name = visit.field(SIGN_IN);
        Errors missing = Errors.NONE
                .when(name.isEmpty(), SIGN_IN, "Enter your sign-in name")
                .when(visit.typed(PASSWORD).isEmpty(), PASSWORD, "Enter your password");
        if (missing.any()) {
            again(visit, wanted, missing);
            return;
        }
        signIn.password(new Typed(name, visit.typed(PASSWORD)), browsers.from(visit), wanted)
                .either(passed -> go(visit, passed), sentence -> again(visit, wanted, Errors.of(SIGN_IN, sentence)));
    }

    private Void again(Visit visit, String wanted, Errors errors) {
        visit.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                TEMPLATES.signIn(
                        visit.page("Sign in").with(errors), wanted, visit.field(SIGN_IN), "", signIn.demoNames()));
        return null;
    }

    private Void go(Visit visit, Outcome.Passed passed) {
        browsers.hand(visit, passed.browser());
        visit.go(passed.next());
        return null;
    }

    /** GET /sign-in/code */
    void showCode(Visit visit) {
        visit.show(TEMPLATES.signInCode(visit.page("Enter your code")));
    }

    /** POST /sign-in/code */
    void code(Visit visit) {
        signIn.code(session(visit), visit.field(CODE), browsers.from(visit))
                .either(passed -> go(visit, passed), sentence -> {
                    visit.show(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            TEMPLATES.signInCode(visit.page("Enter your code").with(Errors.of(CODE, sentence))));
                    return null;
                });
    }

    /** GET /sign-in/recovery */
    void showRecovery(Visit visit) {
        visit.show(TEMPLATES.signInRecovery(visit.page("Use a recovery code")));
    }

    /** POST /sign-in/recovery */
    void recovery(Visit visit) {
        signIn.recoveryCode(session(visit), visit.field(CODE), browsers.from(visit))
                .either(passed -> go(visit, passed), sentence -> {
                    visit.show(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            TEMPLATES.signInRecovery(
                                    visit.page("Use a recovery code").with(Errors.of(CODE, sentence))));
                    return null;
                });
    }

    /** GET /sign-in/new-password */
    void showNewPassword(Visit visit) {
        visit.show(TEMPLATES.signInNewPassword(
                visit.page("Choose your password"), visit.person().signIn()));
    }

    /** POST /sign-in/new-password */
    void newPassword(Visit visit) {
        Errors errors = NewPasswordForm.errors(visit, own);
        if (errors.any()) {
            visit.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    TEMPLATES.signInNewPassword(
                            visit.page("Choose your password").with(errors),
                            visit.person().signIn()));
            return;
        }
        own.choosePassword(session(visit), NewPasswordForm.password(visit), browsers.from(visit))
                .either(passed -> go(visit, passed), sentence -> null);
    }

    /** GET /sign-in/set-up */
    void showSetUp(Visit visit) {
        showSetUp(visit, HttpStatus.OK, Errors.NONE);
    }

    private Void showSetUp(Visit visit, HttpStatus status, Errors errors) {
        CodeSecret secret = own.offer(session(visit));
        visit.show(
                status,
                TEMPLATES.signInSetUp(
                        visit.page("Set up your authenticator app").with(errors),
                        secret.grouped(),
                        QrDrawing.of(secret.address(visit.person().signIn()))));
        return null;
    }

    /** POST /sign-in/set-up */
    void setUp(Visit visit) {
        own.setUp(session(visit), visit.field(CODE), browsers.from(visit))
                .either(
                        passed -> {
                            browsers.hand(visit, passed.browser());
                            visit.show(TEMPLATES.recoveryCodes(
                                    visit.page("Your recovery codes"),
                                    own.newRecoveryCodes(visit.person()),
                                    passed.next()));
                            return null;
                        },
                        sentence -> showSetUp(visit, HttpStatus.UNPROCESSABLE_CONTENT, Errors.of(CODE, sentence)));
    }

    /** POST /sign-out */
    void signOut(Visit visit) {
        own.signOut(session(visit));
        browsers.forget(visit);
        visit.go("/sign-in?signed-out=here");
    }

    private static Session session(Visit visit) {
        return visit.visitor().orElseThrow().session();
    }
}
