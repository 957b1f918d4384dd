package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.settings.Settings;

/** The settings in use, as the terminal shows them, and what an edit leaves behind. */
class SettingTextsTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    @RegisterExtension
    final TestLine line = TestLine.withSmallScripts();

    @Test
    void everyFileIsListedWithWhoKeepsItAndWhenItChanged() {
        line.setTime("2026-11-25T09:00");
        edit("due-times.yaml", "owner: Service manager", "owner: Asha");
        edit("wards.yaml", "review: 2027-01-31", "review: 2027-02-01");

        assertThat(SettingTexts.list(settings().all(), TODAY)).isEqualTo("""
                file                owner            review by         last changed
                attempts.yaml       Service manager  2027-05-31        2026-11-24 10:15
                bank-holidays.yaml  Service manager  2027-05-31        2026-11-24 10:15
                due-times.yaml      Asha             2027-05-31        2026-11-25 09:00
                eligibility.yaml    Service manager  2027-01-31 past   2026-11-24 10:15
                escalation.yaml     Service manager  2027-05-31        2026-11-24 10:15
                opening-hours.yaml  Service manager  2027-05-31        2026-11-24 10:15
                urgency.yaml        Service manager  2027-01-31 past   2026-11-24 10:15
                wards.yaml          Service manager  2027-02-01        2026-11-25 09:00
                """);
    }

    @Test
    void theLastChangeOfAFileIsAUnifiedDiff() {
        edit("due-times.yaml", "working-days: 3", "working-days: 4");
        edit("due-times.yaml", "working-days: 4", "working-days: 5");

        assertThat(SettingTexts.diff(settings().lastChange("due-times.yaml").orElseThrow()))
                .startsWith("--- a/due-times.yaml\n+++ b/due-times.yaml\n@@ -")
                .contains("\n-  working-days: 4\n+  working-days: 5\n")
                .doesNotContain("working-days: 3");
        assertThat(SettingTexts.diff(settings().lastChange("wards.yaml").orElseThrow()))
                .isEqualTo("wards.yaml has not changed since 2026-11-24 10:15, when it was first in use.\n");
    }

    @Test
    void anEditWithAMistakeIsNoChange() {
        edit("attempts.yaml", "most: 3", "most: many");

        assertThat(settings().lastChange("attempts.yaml").orElseThrow().before())
                .isEmpty();
    }

    @Test
    void aSecondNodeOnTheSameFilesChangesNothing() {
        line.setTime("2026-11-25T09:00");
        line.anotherNode().close();

        assertThat(line.value("SELECT count(*) FROM setting_version")).isEqualTo("8");
    }

    private void edit(String file, String from, String to) {
        line.scripts().edit(file, from, to);
        line.node().lookForEdits();
        line.node().lookForEdits();
    }

    private Settings settings() {
        return new Settings(line.jdbi());
    }
}
