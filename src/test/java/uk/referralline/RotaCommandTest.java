package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/** The rota at a terminal. It is Tuesday 24 November 2026, a quarter past ten; the line is open from 9 to 5. */
class RotaCommandTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void people() {
        line.jdbi().useTransaction(handle -> {
            for (Role role : Role.values()) {
                var person = new NewAdvocate("Test " + role.title(), role.word(), role, Optional.empty());
                new Advocates().add(handle, person, line.time()).orElseThrow();
            }
        });
    }

    @Test
    void theRotaIsShownByDayWithWhatNobodyCovers() {
        change("add duty-advocate tuesday 09:00 13:00");
        change("add manager TUE 22:00 07:00 --order manager --since 2026-12-01 --until 2026-12-01");
        change("away duty-advocate 2026-12-01 2026-12-02");

        assertThat(run("rota")).isZero();

        assertThat(out.toString().lines())
                .contains(
                        "Nobody is named who keeps the rota: \"rota keep\" names them.",
                        "Tuesday 24 November 2026",
                        "  09:00 to 13:00  Test Duty advocate, first (shift 1)",
                        "  13:00 to 17:00  NOBODY, and the line is open",
                        "Saturday 28 November 2026 (the line is closed)",
                        "  09:00 to 13:00  nobody: Test Duty advocate is away, first (shift 1)",
                        "  22:00 to 07:00 on Wednesday  Test Manager, manager (shift 2)",
                        "Tuesday 8 December 2026",
                        "  2026-12-01 to 2026-12-02  Test Duty advocate (away 1)")
                .doesNotContain("Wednesday 9 December 2026");
    }

    @Test
    void whoKeepsTheRotaIsShownAndWhenTheyAreLate() {
        assertThat(change("keep Sam 2026-11-30")).isZero();
        run("rota");
        assertThat(out.toString()).contains("Kept by Sam, to be read again by Monday 30 November 2026.");

        line.setTime("2026-12-01T09:00");
        run("rota");

        assertThat(out.toString()).contains("30 November 2026, which is past: read it, and then move the date on.");
    }

    @Test
    void aShiftIsEndedAndSomebodyIsBack() {
        change("add duty-advocate tuesday 09:00 17:00");
        change("away duty-advocate 2026-11-24 2026-12-01");

        assertThat(change("end 1 --last 2026-12-01")).isZero();
        assertThat(change("back 1")).isZero();

        assertThat(line.value("SELECT until FROM duty_shift")).isEqualTo("2026-12-01");
        assertThat(line.value("SELECT last_day FROM duty_absence")).isEqualTo("2026-11-23");
    }

    @Test
    void eachChangeIsInTheAuditOfTheSameTransaction() {
        change("add duty-advocate tuesday 09:00 17:00");
        change("end 1 --last 2026-12-01");
        change("away duty-advocate 2026-11-24 2026-12-01");
        change("back 1");
        change("keep Sam 2026-11-30");

        String manager = line.value("SELECT id FROM advocate WHERE role = 'manager'");
        assertThat(line.values("SELECT concat_ws(' ', actor_kind, actor_id, action, subject_kind, subject_id, detail)"
                        + " FROM audit_entry WHERE action = 'setting' AND actor_kind = 'advocate' ORDER BY seq"))
                .containsExactly(
                        "advocate " + manager + " setting shift 1 shift-added",
                        "advocate " + manager + " setting shift 1 shift-ended",
                        "advocate " + manager + " setting absence 1 away",
                        "advocate " + manager + " setting absence 1 back",
                        "advocate " + manager + " setting rota upkeep upkeep-changed");
        assertThat(line.value("SELECT xmin FROM rota_upkeep"))
                .isEqualTo(line.value("SELECT xmin FROM audit_entry WHERE detail = 'upkeep-changed'"));
    }

    @Test
    void whatMayNotBeIsRefusedWithASentenceAndNothingIsKept() {
        assertRefused(
                "add duty-advocate tuesday 09:00 17:00 --by duty-advocate", "Only a manager adds shifts to the rota.");
        assertRefused("add nobody tuesday 09:00 17:00 --by manager", "Nobody signs in as nobody; \"user list\"");
        assertRefused("add duty-advocate tuesday 09:00 17:00 --by nobody", "Nobody signs in as nobody; \"user list\"");
        assertRefused("add analyst tuesday 09:00 17:00 --by manager", "does not return calls");
        assertRefused("end 7 --last 2026-12-01 --by manager", "There is no such shift.");
        assertRefused("back 7 --by manager", "There are no such days away.");
        assertThat(line.value("SELECT count(*) FROM duty_shift")).isEqualTo("0");
        assertThat(line.value("SELECT count(*) FROM audit_entry WHERE action = 'setting' AND actor_kind = 'advocate'"))
                .isEqualTo("0");
    }

    @Test
    void whatIsMistypedIsNamedWithHowToWriteIt() {
        assertMistyped("add duty-advocate someday 09:00 17:00", "write the day as monday, tuesday and so on");
        assertMistyped("add duty-advocate tuesday 9 17:00", "write the time as 09:00");
        assertMistyped("add duty-advocate tuesday 09:00 17:00 --since tomorrow", "write the date as 2026-11-24");
        assertMistyped("add duty-advocate tuesday 09:00 17:00 --order last", "choose first, second, third or manager");
        assertMistyped("add duty-advocate tuesday 09:00 17:00 --until 2026-11-01", "--until is before the first day");
        assertMistyped("end one --last 2026-12-01", "write a number that \"rota\" shows");
        assertThat(run("rota add duty-advocate tuesday 09:00 17:00")).isEqualTo(2);
        assertThat(err.toString()).contains("'--by=<by>'");
    }

    private void assertRefused(String change, String sentence) {
        assertThat(run("rota " + change)).as(change).isEqualTo(1);
        assertThat(err.toString()).contains(sentence);
    }

    private void assertMistyped(String change, String sentence) {
        assertThat(change(change)).as(change).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
    }

    private int change(String change) {
        return run("rota " + change + " --by manager");
    }

    private int run(String words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var rota = new RotaCommand(work -> work.applyAsInt(line.jdbi()), line::time);
        return new CommandLine(new Root())
                .addSubcommand(rota)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.split(" "));
    }

    @CommandLine.Command(name = "referral-line")
    private static final class Root {}
}
