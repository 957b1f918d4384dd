package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import uk.referralline.store.TestDatabase;

/** How the first administrator comes to be. */
class UserCommandTest {
    private final String database = TestDatabase.fresh();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void addsAPersonAndPrintsTheirFirstPassword() {
        assertThat(run("add", "--name", "Asha Bell", "--sign-in", "Asha", "--role", "administrator"))
                .isZero();

        assertThat(out.toString())
                .containsPattern("First password for asha: [a-z2-7]{4}(-[a-z2-7]{4}){3} \\(for 7 days");
        assertThat(run("list")).isZero();
        assertThat(out.toString()).containsPattern("asha +administrator +on +Asha Bell");
    }

    @Test
    void doesNotAddOneNameTwiceOrARoleThatThereIsNot() {
        run("add", "--name", "Asha Bell", "--sign-in", "asha", "--role", "manager");

        assertThat(run("add", "--name", "B", "--sign-in", "ASHA", "--role", "manager"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Somebody signs in as asha already.");
        assertThat(run("add", "--name", "B", "--sign-in", "b", "--role", "king"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("choose duty-advocate, manager, analyst or administrator");
        assertThat(run("add", "--name", " ", "--sign-in", "b", "--role", "manager"))
                .isEqualTo(1);
    }

    @Test
    void resetsAndTurnsOff() {
        run("add", "--name", "Asha Bell", "--sign-in", "asha", "--role", "manager");

        assertThat(run("reset", "--sign-in", "Asha")).isZero();
        assertThat(out.toString().split("First password for asha")).hasSize(3);
        assertThat(run("off", "--sign-in", "asha")).isZero();
        run("list");
        assertThat(out.toString()).containsPattern("asha +manager +off +Asha Bell");
        assertThat(run("reset", "--sign-in", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("Nobody signs in as nobody");
    }

    @Test
    void takesNoPasswordOnTheCommandLine() {
        assertThat(run("add", "--name", "B", "--sign-in", "b", "--role", "manager", "--password", "x"))
                .isEqualTo(2);
    }

    private int run(String... args) {
        return new CommandLine(new UserCommand(work -> UserCommand.open(database, work)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
