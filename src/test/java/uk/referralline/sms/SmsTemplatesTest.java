package uk.referralline.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.yaml.Faults;

/** The shipped texts, and what is refused before anybody is sent it. */
class SmsTemplatesTest {
    static final String LINE = "0306 999 0100";

    private final Faults faults = new Faults();

    @Test
    void theShippedTextsAreInOrder() throws IOException {
        SmsTemplates shipped = read(Files.readString(Path.of("ivr-scripts/sms/en-GB.yaml")));

        assertThat(faults.sorted()).isEmpty();
        assertThat(shipped.names())
                .containsExactlyInAnyOrder(
                        "callback-booked",
                        "callback-changed",
                        "missed-you",
                        "referral-received",
                        "duty-near-due",
                        "duty-overdue",
                        "duty-nobody");
        assertThat(shipped.fill("callback-booked", Map.of("time", "5pm", "day", "Friday 27 November")))
                .isEqualTo("Thank you for calling. We will call you by 5pm on Friday 27 November."
                        + " To change this, call us on 0306 999 0100. Please do not reply to this text.");
    }

    @Test
    void noDayIsWrittenLongerThanTheOneWeMeasureWith() {
        String longest = LongestValues.of(Locale.UK, LINE).get("day");
        var written = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
        assertThat(Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(1))
                        .limit(28 * 366)
                        .map(written::format))
                .allMatch(day -> day.length() <= longest.length())
                .contains(longest);
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() {
        read("""
                owner: Service manager
                review: 2027-05-31
                texts:
                  first:
                    body: We call you at {tme}
                    neutral: maybe
                    when: at-once
                    useless-after-hours: 0
                    colour: red
                  second:
                    body: It’s about your appointment on the ward
                    neutral: yes
                    when: sometimes
                """);

        assertThat(faults.sorted().stream().map(fault -> fault.line() + " " + fault.where() + " " + fault.message()))
                .anyMatch(said -> said.startsWith("5 first \"{tme}\" is not known"))
                .anyMatch(said -> said.startsWith("6 ") && said.contains("maybe"))
                .anyMatch(said -> said.startsWith("8 first Expected a whole number"))
                .anyMatch(said -> said.startsWith("9 ") && said.contains("colour"))
                .anyMatch(said -> said.startsWith("11 second \"’\" is not in the alphabet"))
                .anyMatch(said -> said.startsWith("11 second A neutral text must not say \"appointment\""))
                .anyMatch(said -> said.startsWith("11 second A neutral text must not say \"ward\""))
                .anyMatch(said -> said.startsWith("13 second \"sometimes\""))
                .anyMatch(said -> said.contains("\"useless-after-hours\" is missing"))
                .hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mental",
                "nurse",
                "psychiatric",
                "detained",
                "inpatients",
                "GP",
                "solicitor",
                "rights",
                "social workers",
                "https",
                "Health",
                "healthcare",
                "hospitals",
                "Ward",
                "section",
                "sectioned",
                "advocate",
                "ADVOCACY",
                "imha",
                "NHS",
                "referral",
                "referred",
                "crisis",
                "Doctor",
                "in-patient",
                "outpatients",
                "tribunal",
                "appointments"
            })
    void aNeutralTextGivesNothingAway(String word) {
        read(one("A word about the " + word + ".", "yes"));

        assertThat(faults.sorted()).singleElement().asString().contains("must not say");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "reward", "afterwards", "impatience"})
    void aWordThatOnlyLooksLikeOneIsFine(String word) {
        read(one("A word about the " + word + ".", "yes"));

        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void aTextToStaffMayNameThings() {
        read(one("Referral received.", "no"));

        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void aTextIsMeasuredWithItsLongestValues() {
        String gaps = "{time}{day}{line}{reference}";
        int filled = ("10:30am" + "Wednesday 30 September" + LINE + "12 34 56 7").length();

        read(one(gaps + "x".repeat(160 - filled), "yes"));
        assertThat(faults.sorted()).isEmpty();

        read(one(gaps + "x".repeat(161 - filled), "yes"));
        assertThat(faults.sorted()).singleElement().asString().contains("161 characters, 1 more");
    }

    @Test
    void aBraceWithoutItsOtherHalfIsAFault() {
        read(one("Call {line and wait", "yes"));

        assertThat(faults.sorted()).singleElement().asString().contains("other half");
    }

    @Test
    void extensionCharactersCountTwiceAndOthersNotAtAll() {
        assertThat(Gsm7.septets("a€b[")).isEqualTo(6);
        assertThat(Gsm7.septets("Pound £ and é\n")).isEqualTo(14);
        assertThat(Gsm7.outside("it’s – 😀 ’")).isEqualTo("’–😀");
        assertThatThrownBy(() -> Gsm7.septets("’")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextIsNotFilledWithoutItsValues() {
        SmsTemplates templates = read(one("By {time}", "yes"));

        for (Map<String, String> values : List.of(Map.<String, String>of(), Map.of("time", "x".repeat(200)))) {
            assertThatThrownBy(() -> templates.fill("only", values)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> templates.fill("other", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private SmsTemplates read(String text) {
        return SmsTemplates.read("sms/en-GB.yaml", text, LINE, faults);
    }

    private static String one(String body, String neutral) {
        return """
                owner: Service manager
                review: 2027-05-31
                texts:
                  only:
                    body: "%s"
                    neutral: %s
                    when: at-once
                    useless-after-hours: 4
                """.formatted(body, neutral);
    }
}
