package uk.referralline.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** What a service manager is told about a file with mistakes in it. */
class OpeningHoursFaultsTest {

    private static final String HOURS = """
            owner: Service manager
            review: 2027-05-31
            hours:
              monday: 09:00 to 17:00
              tuesday: 09:00 to 17:00
              wednesday: 09:00 to 17:00
              thursday: 09:00 to 17:00
              friday: 09:00 to 17:00
              saturday: closed
              sunday: closed
            """;

    private static final String HOLIDAYS = """
            owner: Service manager
            review: 2027-05-31
            complete-until: 2026-12-31
            holidays:
              2026-12-25: Christmas Day
            """;

    @Test
    void rightFilesHaveNoFaults() {
        assertThat(faults(HOURS, HOLIDAYS)).isEmpty();
        assertThat(faults(HOURS + "closures:\nclosed-now:\n", HOLIDAYS)).isEmpty();
    }

    @Test
    void everyFaultOfBothFilesIsReportedAtOnceWithItsLine() {
        String hours = """
                owner:
                review: next year
                hours:
                  monday: 9 to 5
                  tuesday: 17:00 to 09:00
                  wednesday: [09:00]
                  thursday: 09:00 to 25:00
                  friday: 09:00 to 17:00
                  monday: 09:00 to 17:00
                  caturday: closed
                  saturday: closed
                closures:
                  - from: 2026-12-29
                    to: 2025-12-31
                    reason: New year
                  - from: 2026-02-30
                    to: 2026-03-01
                  - Christmas
                closed-now: {until: tomorrow, reason: No power}
                closed-today: true
                """;
        String holidays = """
                owner: Service manager
                review: 2027-05-31
                complete-until: 2027-12-31
                holidays:
                  2026-12-26: Boxing Day
                  2026-12-25:
                  25 December: Christmas Day
                  2028-12-25: Christmas Day
                """;

        assertThat(places(hours, holidays))
                .containsOnly(
                        "bank-holidays.yaml:3",
                        "bank-holidays.yaml:5",
                        "bank-holidays.yaml:6",
                        "bank-holidays.yaml:7",
                        "bank-holidays.yaml:8",
                        "opening-hours.yaml:1",
                        "opening-hours.yaml:2",
                        "opening-hours.yaml:4 (hours)",
                        "opening-hours.yaml:5 (hours)",
                        "opening-hours.yaml:6 (hours)",
                        "opening-hours.yaml:7 (hours)",
                        "opening-hours.yaml:9 (hours)",
                        "opening-hours.yaml:10 (hours)",
                        "opening-hours.yaml:13 (closures)",
                        "opening-hours.yaml:16 (closures)",
                        "opening-hours.yaml:18 (closures)",
                        "opening-hours.yaml:19 (closed-now)",
                        "opening-hours.yaml:20");
    }

    @Test
    void aKeyThatIsThereTwiceIsReportedWithBothLines() {
        assertThat(faults(HOURS + "owner: Somebody else\n", HOLIDAYS))
                .singleElement()
                .hasToString("opening-hours.yaml:11: \"owner\" is already on line 1; remove one of them.");
    }

    @Test
    void whatIsNotYamlIsReportedWithTheLineWhereItStopsMakingSense() {
        assertThat(places("owner: x\nhours: [\n", HOLIDAYS)).containsExactly("opening-hours.yaml:3");
        assertThat(places("", HOLIDAYS)).containsExactly("opening-hours.yaml");
        assertThat(places("just words", HOLIDAYS)).containsOnly("opening-hours.yaml:1");
        assertThat(places("owner: \u0007", HOLIDAYS)).containsExactly("opening-hours.yaml");
    }

    @Test
    void aWeekThatNeverOpensIsRefused() {
        assertThat(places(HOURS.replace("09:00 to 17:00", "closed"), HOLIDAYS))
                .containsExactly("opening-hours.yaml:4 (hours)");
    }

    @Test
    void aYearThatIsClaimedAndNotFilledInIsRefused() {
        assertThat(places(HOURS, HOLIDAYS.replace("2026-12-31", "2027-12-31"))).containsExactly("bank-holidays.yaml:3");
    }

    @Test
    void aFaultSaysWhatToWriteInstead() {
        assertThat(faults(HOURS.replace("saturday: closed", "saturday: 10-12"), HOLIDAYS))
                .singleElement()
                .hasToString("opening-hours.yaml:9 (hours): "
                        + "Expected \"closed\" or hours such as 09:00 to 17:00, not \"10-12\".");
    }

    private static List<String> places(String hours, String holidays) {
        return faults(hours, holidays).stream()
                .map(fault -> fault.toString().replaceFirst(": .*", ""))
                .toList();
    }

    private static List<Fault> faults(String hours, String holidays) {
        var faults = new Faults();
        boolean read = OpeningHours.read(hours, holidays, faults::add).isPresent();
        assertThat(read).isEqualTo(faults.none());
        return faults.sorted();
    }
}
