package uk.referralline.console.signin;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/**
 * What a person signs in with.
 *
 * @param password as it is kept
 * @param firstUntil until when a first password may be used; empty for one that the person chose
 * @param codeSecret empty before the second factor is set up
 * @param codeStep the half minute of the last code that was used
 */
public record Account(
        AdvocateId advocate,
        String password,
        Optional<Instant> firstUntil,
        Optional<CodeSecret> codeSecret,
        long codeStep) {

    /** Where somebody goes on whose password was right. */
    Stage afterPassword() {
        return codeSecret.isPresent() ? Stage.CODE : afterCode();
    }

    /** Where somebody goes on whose code was right. */
    Stage afterCode() {
        return firstUntil.isPresent() ? Stage.NEW_PASSWORD : afterNewPassword();
    }

    /** Where somebody goes on who has chosen a password. */
    Stage afterNewPassword() {
        return codeSecret.isPresent() ? Stage.IN : Stage.SET_UP;
    }

    /** Whether the password is a first one that is too old by now. */
    boolean hasRunOut(Instant now) {
        return firstUntil.filter(until -> !until.isAfter(now)).isPresent();
    }

    /** Prints nothing that it holds. */
    @Override
    public String toString() {
        return "the account of advocate " + advocate.value();
    }
}
