package uk.referralline.console.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/**
 * The people of the sandbox: one for each role, all with one password and no second factor. The password is in this object
 * alone and never in a table, so where nobody makes such an object there is nothing to sign in with; and a session that it
 * opened is nobody's there.
 *
 * @param password new at each start
 */
public record Demo(String password) {
    /** What they are called, so that a screen of first names reads as it will. */
    private static final Map<Role, String> NAMES =
            Map.of(Role.DUTY_ADVOCATE, "Dele", Role.MANAGER, "Mary", Role.ANALYST, "Anil", Role.ADMINISTRATOR, "Ada");

    private static final String PREFIX = "demo-";

    public static Demo random(RandomGenerator chance) {
        return new Demo(FirstPassword.random(chance).text().substring(0, 9));
    }

    /** What they sign in with. */
    public static List<String> signInNames() {
        return Arrays.stream(Role.values()).map(role -> PREFIX + role.word()).toList();
    }

    /** Whether somebody is one of them, who need no account. */
    public static boolean is(Advocate person) {
        return signInNames().contains(person.signIn());
    }

    /** Adds those who are not there yet. */
    public void settle(Handle handle, Advocates advocates, Instant now) {
        for (Role role : Role.values()) {
            String name = NAMES.get(role) + " (demo " + role.title().toLowerCase(Locale.UK) + ")";
            advocates.add(handle, new NewAdvocate(name, PREFIX + role.word(), role, Optional.empty()), now);
        }
    }

    /** Whether this is one of them, with the password. */
    boolean admits(Advocate person, String typed) {
        return is(person)
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "the people of the sandbox";
    }
}
