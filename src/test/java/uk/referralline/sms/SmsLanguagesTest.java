package uk.referralline.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.ivr.CivilTime;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** Texts in another language than English. */
class SmsLanguagesTest {
    private static final String LINE = "0300 000 0000";
    private static final String ENGLISH = "sms/en-GB.yaml";
    private static final String POLISH = "sms/pl-PL.yaml";
    private static final Locale POLAND = Locale.forLanguageTag("pl-PL");

    private final Faults faults = new Faults();

    @Test
    void theShippedPolishTextsAreThoseThatCallersGetInEnglish() throws IOException {
        SmsLanguages shipped = shipped();

        assertThat(faults.sorted()).isEmpty();
        assertThat(shipped.english().names())
                .filteredOn(name -> !name.startsWith("duty-"))
                .containsExactlyInAnyOrderElementsOf(
                        shipped.in("pl-PL", "callback-booked").names());
    }

    @Test
    void aDayIsWrittenInItsLanguageWithoutMarks() throws IOException {
        SmsTemplates polish = shipped().in("pl-PL", "callback-booked");
        String day = CivilTime.day(Instant.parse("2026-11-27T17:00:00Z"), polish.language());

        String text = polish.fill("callback-booked", Map.of("time", "17:00", "day", day));

        assertThat(day).isEqualTo("piątek 27 listopada");
        assertThat(text).contains("do godziny 17:00, piatek 27 listopada.");
        assertThat(Gsm7.outside(text)).isEmpty();
    }

    @Test
    void everyDayOfEveryYearFitsIntoOnePolishText() throws IOException {
        SmsTemplates polish = shipped().in("pl-PL", "callback-booked");

        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2054; day = day.plusDays(1)) {
            String written = CivilTime.day(day.atTime(12, 0).toInstant(ZoneOffset.UTC), POLAND);
            for (String name : polish.names()) {
                Map<String, String> values = Map.of("time", "12:30", "day", written, "reference", "12 34 56 7");
                assertThat(Gsm7.septets(polish.fill(name, values))).isLessThanOrEqualTo(Gsm7.SEGMENT);
            }
        }
    }

    @Test
    void whatALanguageHasNotIsSentInEnglish() {
        SmsLanguages texts =
                read("callback-booked: {body: Zadzwonimy., neutral: yes, when: at-once, useless-after-hours: 4}");

        assertThat(texts.in("pl-PL", "callback-booked").fill("callback-booked", Map.of()))
                .isEqualTo("Zadzwonimy.");
        assertThat(texts.in("pl-PL", "missed-you").language()).isEqualTo(Locale.UK);
        assertThat(texts.in("ti-ER", "callback-booked").language()).isEqualTo(Locale.UK);
        assertThat(texts.in("en-GB", "callback-booked").language()).isEqualTo(Locale.UK);
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void aTextInAnotherAlphabetHoldsSeventyCharacters() {
        read(one("ł" + "x".repeat(69)));
        assertThat(faults.sorted()).isEmpty();

        read(one("ł" + "x".repeat(70)));
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("sms/pl-PL.yaml:6 (callback-booked): ")
                .contains("takes 71 characters, 1 more than one text holds with \"ł\" in it; without, it holds 160.");
    }

    @Test
    void aTextInPlainLettersHoldsAHundredAndSixty() {
        String gaps = "{day}{line}";
        int filled = ("poniedzialek 30 pazdziernika" + LINE).length();

        read(one(gaps + "x".repeat(160 - filled)));
        assertThat(faults.sorted()).isEmpty();

        read(one(gaps + "x".repeat(161 - filled)));
        assertThat(told()).singleElement().asString().contains("161 characters, 1 more than one text holds.");
    }

    @Test
    void aTextThatIsTooLongWithItsValuesIsNotFilled() {
        SmsTemplates polish = read(one("ł{day}")).in("pl-PL", "callback-booked");

        assertThat(polish.fill("callback-booked", Map.of("day", "piątek"))).isEqualTo("łpiątek");
        assertThatThrownBy(() -> polish.fill("callback-booked", Map.of("day", "x".repeat(70))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"szpital", "Szpitala", "ODDZIALE", "oddziałem", "NHS", "psychiatra", "https"})
    void aNeutralTextGivesNothingAwayInItsLanguage(String word) {
        read(one("Na " + word + "."));

        assertThat(told()).singleElement().asString().contains("(callback-booked): A neutral text must not say");
    }

    @ParameterizedTest
    @ValueSource(strings = {"care", "section", "megaszpital"})
    void aWordThatOnlyLooksLikeOneIsFine(String word) {
        read(one("Na " + word + "."));

        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void aLanguageMustSayWhichWordsTell() {
        beside("owner: x\nreview: 2027-05-31\ntexts: {}\n");

        assertThat(told()).containsExactly("sms/pl-PL.yaml:1: \"revealing\" is missing.");
    }

    @Test
    void anEnglishFileMayAddWords() {
        SmsTemplates.read(
                ENGLISH,
                "owner: x\nreview: 2027-05-31\nrevealing: [cwmh*]\ntexts:\n"
                        + "  a: {body: From CWMHT., neutral: yes, when: daytime, useless-after-hours: 4}\n",
                LINE,
                faults);

        assertThat(told()).singleElement().asString().contains("must not say \"CWMHT\"");
    }

    @Test
    void aTextThatIsNotInEnglishIsAFault() {
        read("call-booked: {body: Zadzwonimy., neutral: yes, when: at-once, useless-after-hours: 4}");

        assertThat(told())
                .singleElement()
                .asString()
                .contains("(call-booked): There is no such text in sms/en-GB.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{body: Zadzwonimy., neutral: no, when: at-once, useless-after-hours: 4}",
                "{body: Zadzwonimy., neutral: yes, when: daytime, useless-after-hours: 4}",
                "{body: Zadzwonimy., neutral: yes, when: at-once, useless-after-hours: 5}"
            })
    void aTranslationDiffersInItsWordsOnly(String text) {
        read("callback-booked: " + text);

        assertThat(told()).singleElement().asString().contains("must be as in sms/en-GB.yaml");
    }

    @Test
    void lettersLoseTheMarksThatNoPlainTextHas() {
        assertThat(Gsm7.plain("Zażółć gęślą jaźń, ŁÓDŹ é ü ñ")).isEqualTo("Zazolc gesla jazn, LODZ é ü ñ");
        assertThat(Gsm7.plain("’")).isEqualTo("’");
    }

    private SmsLanguages shipped() throws IOException {
        return SmsLanguages.read(
                ENGLISH,
                Map.of(
                        ENGLISH,
                        Files.readString(Path.of("ivr-scripts", ENGLISH)),
                        POLISH,
                        Files.readString(Path.of("ivr-scripts", POLISH)),
                        "line.yaml",
                        "no text"),
                LINE,
                faults);
    }

    private static String one(String body) {
        return "callback-booked: {body: \"" + body + "\", neutral: yes, when: at-once, useless-after-hours: 4}";
    }

    /** A Polish file of one text, beside the English one. */
    private SmsLanguages read(String text) {
        return beside("owner: x\nreview: 2027-05-31\nrevealing: [szpital*, oddzial*]\n\ntexts:\n  " + text + "\n");
    }

    private SmsLanguages beside(String polish) {
        String english = """
                owner: Service manager
                review: 2027-05-31
                texts:
                  callback-booked: {body: We call., neutral: yes, when: at-once, useless-after-hours: 4}
                  missed-you: {body: Sorry., neutral: yes, when: daytime, useless-after-hours: 4}
                """;
        return SmsLanguages.read(ENGLISH, Map.of(ENGLISH, english, POLISH, polish), LINE, faults);
    }

    private List<String> told() {
        return faults.sorted().stream().map(Fault::toString).toList();
    }
}
