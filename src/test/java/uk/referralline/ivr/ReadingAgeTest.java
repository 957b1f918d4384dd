package uk.referralline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.yaml.Faults;

/**
 * Everything that the line says or writes in English can be taken in by a child of eleven, as the NHS asks of its own words.
 *
 * <p>No sentence is longer than twenty words. The reading age is measured of each prompt of {@value #ENOUGH} words or more: the
 * formula was made for whole pages, and in five words a single "hospital" moves it by years. The shorter ones are measured as
 * one text. "Yes, press 1. No, press 2." is left out before measuring, and so is each "press 1": said after every question,
 * they would make any question look easy.
 */
class ReadingAgeTest {
    private static final int LONGEST_SENTENCE = 20;
    private static final int OLDEST = 11;
    private static final int ENOUGH = 12;

    /** What fills the places in the words: the longest day, the longest month. */
    private static final Map<String, String> VALUES = Map.of(
            "due", "10:30am on Wednesday 30 September",
            "opens", "10:30am on Wednesday 30 September",
            "time", "10:30am",
            "day", "Wednesday 30 September",
            "reference", "12 34 56 7",
            "keyed", "0 7 7 0 0 9 0 0 1 2 3");

    @TestFactory
    Stream<DynamicTest> noSentenceIsLongerThanTwentyWords() {
        return said().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThat(ReadingAge.of(each.getValue()).longestSentence())
                                .as(each.getValue())
                                .isLessThanOrEqualTo(LONGEST_SENTENCE)));
    }

    @TestFactory
    Stream<DynamicTest> anElevenYearOldTakesIn() {
        return said().entrySet().stream()
                .filter(each -> age(each.getValue()).words() >= ENOUGH)
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThat(age(each.getValue()).years())
                                .as(each.getValue())
                                .isLessThanOrEqualTo(OLDEST)));
    }

    @Test
    void anElevenYearOldTakesInTheShortPromptsTogether() {
        String all = said().values().stream()
                .filter(words -> age(words).words() < ENOUGH)
                .collect(Collectors.joining(" "));

        assertThat(age(all).years()).isLessThanOrEqualTo(OLDEST);
    }

    @Test
    void theWordsOfAnActOfParliamentAreTooHardForAnElevenYearOld() {
        String act =
                "A qualifying compulsory patient is eligible for assistance from an independent mental health advocate.";

        assertThat(ReadingAge.of(act).years()).isGreaterThan(16);
    }

    @Test
    void theGradeIsReckonedByTheFormula() {
        // 11 words, 2 sentences, 14 syllables.
        assertThat(ReadingAge.of("The cat sat on the mat. It saw a yellow canary.")
                        .grade())
                .isCloseTo(0.39 * 11 / 2 + 11.8 * 14 / 11 - 15.59, within(0.001));
    }

    private static ReadingAge age(String words) {
        return ReadingAge.of(words.replaceAll("(?<=^|[.?] )(Yes|No|Not sure), press [0-9]\\.", "")
                .replaceAll("(?i),?( \\[pause])? press [0-9]", ""));
    }

    /** Every prompt in both wordings and every text, by name. */
    private static SortedMap<String, String> said() {
        SortedMap<String, String> said = new TreeMap<>();
        Words english = ScriptReader.read(ScriptFiles.packaged()).languages().get(Script.FIRST_LANGUAGE);
        english.prompts().forEach((name, wording) -> {
            if (wording.in().isEmpty()) {
                said.put(name, filled(wording.say()));
                if (!wording.again().equals(wording.say())) {
                    said.put(name + ", again", filled(wording.again()));
                }
            }
        });
        String texts = ScriptFiles.packaged().texts().get(ScriptFiles.TEXTS);
        SmsTemplates templates = SmsTemplates.read(ScriptFiles.TEXTS, texts, "0300 222 5947", new Faults());
        templates.names().forEach(name -> said.put("text " + name, templates.fill(name, VALUES)));
        return said;
    }

    private static String filled(String words) {
        String filled = words;
        for (var value : VALUES.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return Arrays.stream(filled.split("\\s+")).collect(Collectors.joining(" "));
    }
}
