package uk.referralline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.referralline.duty.OpeningHours.LONDON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time that counts only while the line is open, by the shipped files: 9 to 5 on working days. */
class OpeningTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:15, 15, 2026-11-24T10:30",
        "2026-11-24T03:00, 0, 2026-11-24T03:00",
        "2026-11-24T03:00, 1, 2026-11-24T09:01",
        "2026-11-24T16:50, 10, 2026-11-24T17:00",
        "2026-11-24T16:50, 15, 2026-11-25T09:05",
        "2026-11-24T17:00, 15, 2026-11-25T09:15",
        "2026-11-27T16:30, 60, 2026-11-30T09:30",
        "2026-12-24T16:30, 60, 2026-12-29T09:30",
        "2026-11-23T09:00, 960, 2026-11-24T17:00",
        "2026-10-23T16:30, 60, 2026-10-26T09:30",
        "2026-03-27T16:30, 60, 2026-03-30T09:30",
    })
    void onlyOpenTimeCounts(LocalDateTime from, long minutes, LocalDateTime then) throws IOException {
        OpeningHours hours = OpeningHours.read(
                        Files.readString(Path.of("ivr-scripts/opening-hours.yaml")),
                        Files.readString(Path.of("ivr-scripts/bank-holidays.yaml")),
                        fault -> {})
                .orElseThrow();

        assertThat(hours.after(from.atZone(LONDON).toInstant(), Duration.ofMinutes(minutes)))
                .isEqualTo(then.atZone(LONDON).toInstant());
    }
}
