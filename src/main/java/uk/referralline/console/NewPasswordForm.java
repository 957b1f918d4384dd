package uk.referralline.console;

import uk.referralline.console.signin.OwnAccount;

/** The two fields in which somebody chooses a password. */
final class NewPasswordForm {
    private static final String PASSWORD = "new-password";
    private static final String AGAIN = "again";

    private NewPasswordForm() {}

    static String password(Visit visit) {
        return visit.typed(PASSWORD);
    }

    static Errors errors(Visit visit, OwnAccount own) {
        String password = password(visit);
        Errors errors = own.fault(password, visit.person())
                .map(sentence -> Errors.of(PASSWORD, sentence))
                .orElse(Errors.NONE);
        return errors.when(
                !errors.any() && !password.equals(visit.typed(AGAIN)),
                AGAIN,
                "This is not the password that you typed above");
    }
}
