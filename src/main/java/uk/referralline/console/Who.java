package uk.referralline.console;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.referralline.console.signin.Stage;
import uk.referralline.duty.Role;

/**
 * Who may use an address of the console.
 *
 * @param nobody whether somebody may who has not signed in at all
 * @param stages how far one must have come in signing in
 * @param roles which roles may
 */
public record Who(boolean nobody, Set<Stage> stages, Set<Role> roles) {

    public Who {
        stages = Set.copyOf(stages);
        roles = Set.copyOf(roles);
    }

    /** Everybody, signed in or not. */
    public static Who anybody() {
        return new Who(true, EnumSet.allOf(Stage.class), EnumSet.allOf(Role.class));
    }

    /** Whoever has come this far in signing in, and no farther. */
    public static Who halfway(Stage stage) {
        return new Who(false, Set.of(stage), EnumSet.allOf(Role.class));
    }

    /** Whoever has come through the first door at least. */
    public static Who begun() {
        return new Who(false, EnumSet.allOf(Stage.class), EnumSet.allOf(Role.class));
    }

    /** Those who are signed in and have one of these roles. */
    public static Who only(Set<Role> roles) {
        return new Who(false, Set.of(Stage.IN), roles);
    }

    /** Whether somebody, or nobody, may. */
    public boolean admits(Optional<SignedIn> visitor) {
        return visitor.map(each -> stages.contains(each.session().stage())
                        && roles.contains(each.person().role()))
                .orElse(nobody);
    }
}
