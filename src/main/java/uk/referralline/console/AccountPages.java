package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;
import java.util.List;
import uk.referralline.console.signin.OwnAccount;
import uk.referralline.console.signin.Session;

/** What a person sees and changes of their own account. */
public final class AccountPages {
    private static final String CURRENT = "current-password";

    private final OwnAccount own;

    AccountPages(OwnAccount own) {
        this.own = own;
    }

    /** One browser in which a person is signed in. */
    public record Row(String browser, String since, boolean here) {}

    /** GET /account */
    void show(Visit visit) {
        Session here = session(visit);
        List<Row> rows = own.sessions(visit.person()).stream()
                .map(each -> new Row(
                        each.browser(),
                        Times.dayAndTime(each.beganAt()),
                        each.id().equals(here.id())))
                .toList();
        visit.show(TEMPLATES.account(visit.page("Your account"), visit.person(), own.state(visit.person()), rows));
    }

    /** GET /account/password */
    void showPassword(Visit visit) {
        visit.show(TEMPLATES.accountPassword(
                visit.page("Change your password"), visit.person().signIn()));
    }

    /** POST /account/password */
    void password(Visit visit) {
        Errors errors = NewPasswordForm.errors(visit, own);
        if (!errors.any()) {
            errors = doubt(visit);
        }
        if (errors.any()) {
            visit.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    TEMPLATES.accountPassword(
                            visit.page("Change your password").with(errors),
                            visit.person().signIn()));
            return;
        }
        own.changePassword(session(visit), NewPasswordForm.password(visit));
        visit.go("/account", "Your password is changed. You are signed out everywhere else");
    }

    private Errors doubt(Visit visit) {
        return own.doubt(visit.person(), visit.typed(CURRENT))
                .map(sentence -> Errors.of(CURRENT, sentence))
                .orElse(Errors.NONE);
    }

    /** GET /account/recovery-codes */
    void showRecoveryCodes(Visit visit) {
        visit.show(TEMPLATES.accountRecoveryCodes(
                visit.page("New recovery codes"), visit.person().signIn()));
    }

    /** POST /account/recovery-codes */
    void recoveryCodes(Visit visit) {
        Errors errors = doubt(visit);
        if (errors.any()) {
            visit.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    TEMPLATES.accountRecoveryCodes(
                            visit.page("New recovery codes").with(errors),
                            visit.person().signIn()));
            return;
        }
        visit.show(TEMPLATES.recoveryCodes(
                visit.page("Your recovery codes"), own.newRecoveryCodes(visit.person()), "/account"));
    }

    /** POST /account/sign-out-everywhere */
    void signOutEverywhere(Visit visit) {
        own.signOutEverywhere(session(visit));
        visit.go("/sign-in?signed-out=everywhere");
    }

    private static Session session(Visit visit) {
        return visit.visitor().orElseThrow().session();
    }
}
