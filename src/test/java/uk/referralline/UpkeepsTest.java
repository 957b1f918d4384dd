package uk.referralline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files in which nothing is wrong get old: the service manager is told in time, and nothing stops. */
class UpkeepsTest {

    @RegisterExtension
    final TestLine line = TestLine.withSmallScripts();

    @Test
    void nothingIsDueWhileTheFilesAreFresh() {
        assertThat(checkedOn("2026-11-24T10:15")).doesNotContain("Warnings.");
    }

    @Test
    void checkWarnsOfTheHolidaysSixtyDaysBeforeTheyRunOut() {
        assertThat(checkedOn("2028-10-31T10:15")).doesNotContain("complete only until");
        assertThat(checkedOn("2028-11-01T10:15"))
                .contains("Warnings.")
                .contains("  bank-holidays.yaml: The bank holidays are complete only until 2028-12-31.")
                .endsWith("The script may answer the phone.\n");
    }

    @Test
    void checkWarnsOfEachFileThatNobodyHasReviewed() {
        assertThat(checkedOn("2027-05-31T23:30")).doesNotContain("due-times.yaml");
        assertThat(checkedOn("2027-06-01T00:30"))
                .contains("due-times.yaml:8 (review): The review is overdue: \"Service manager\" was to read this file"
                        + " again by 2027-05-31.")
                .contains("eligibility.yaml:")
                .contains("opening-hours.yaml:")
                .contains("bank-holidays.yaml:")
                .contains("sms/en-GB.yaml:");
    }

    @Test
    void checkWarnsOfTextsThatNoNativeSpeakerHasRead() throws IOException {
        String texts = Files.readString(Path.of("ivr-scripts/sms/pl-PL.yaml"));
        line.scripts().write("sms/pl-PL.yaml", texts.getBytes(UTF_8));
        assertThat(checkedOn("2026-11-24T10:15"))
                .contains("sms/pl-PL.yaml:11 (checked-by): These words wait for the check of a native speaker."
                        + " Write that person's name behind \"checked-by\" once it is done.");

        line.scripts().edit("sms/pl-PL.yaml", "checked-by: nobody yet", "checked-by: Anna Nowak");
        assertThat(checkedOn("2026-11-24T10:15")).doesNotContain("native speaker");
    }

    @Test
    void aLineThatStartsLogsWhatIsDue() {
        line.setTime("2028-11-01T10:15");

        String told = Logged.during(() -> line.anotherNode().close());

        assertThat(told)
                .contains("WARN")
                .contains("The bank holidays are complete only until")
                .contains("overdue");
    }

    @Test
    void prometheusSeesForHowManyDaysTheHolidaysAreKnown() throws IOException, InterruptedException {
        line.setTime("2028-12-21T10:15");

        assertThat(metrics()).contains("line_bank_holidays_days_left 10.0");

        line.setTime("2029-01-01T10:15");
        assertThat(metrics()).contains("line_bank_holidays_days_left -1.0");
    }

    private String metrics() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + line.node().port() + "/metrics"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private String checkedOn(String local) {
        line.setTime(local);
        var out = new StringWriter();
        int code = Main.commands(line::time)
                .setOut(new PrintWriter(out, true))
                .execute("check", line.scripts().folder().toString());
        assertThat(code).isZero();
        return out.toString();
    }
}
