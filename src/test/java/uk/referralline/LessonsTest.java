package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code ivr-scripts/README.md} teaches is done as it says, on the shipped folder, and the check finds it right. */
class LessonsTest {
    private final ScriptsForTest scripts = ScriptsForTest.copied();

    @AfterEach
    void delete() {
        scripts.delete();
    }

    @Test
    void aChoiceIsAdded() throws IOException {
        taught("choices: {1: family, 2: form, 3: complaint}");
        taught("complaint: We are sorry. Please tell us what went wrong.");
        String step = taught("complaint:\n  say: complaint\n  then: leave-message");

        scripts.edit(
                "line.yaml",
                "choices: {1: family, 2: form}\n",
                "choices: {1: family, 2: form, 3: complaint}\n" + step.indent(2));
        scripts.edit(
                "prompts/en-GB.yaml",
                "To send us a form, [pause] press 2.",
                "To send us a form, press 2. To complain, press 3.");
        scripts.edit("prompts/en-GB.yaml", "Forms, press 2.", "Forms, press 2. To complain, press 3.");
        say("en-GB", "complaint: We are sorry. Please tell us what went wrong.");
        scripts.edit(
                "prompts/pl-PL.yaml",
                "Wysłanie formularza, [pause] naciśnij 2.",
                "Wysłanie formularza, naciśnij 2. Skarga, naciśnij 3.");
        scripts.edit("prompts/pl-PL.yaml", "Formularz, naciśnij 2.", "Formularz, naciśnij 2. Skarga, naciśnij 3.");
        say("pl-PL", "complaint: Przepraszamy. Powiedz nam, co się stało.");

        isRight();
    }

    @Test
    void aLanguageIsAdded() throws IOException {
        String steps = taught("""
                more-languages:
                  ask: more-languages
                  choices: {1: romanian, 2: other-language}
                romanian:
                  set: {language: ro-RO}
                  then: back""");
        String words = taught("more-languages: For Romanian, press 1. For another language, press 2.");

        scripts.edit(
                "line.yaml",
                "3: other-language, 4: more-time}\n",
                "3: more-languages, 4: more-time}\n" + steps.indent(2));
        say("en-GB", words);
        say("pl-PL", "more-languages: Rumuński, naciśnij 1. Inny język, naciśnij 2.");
        String english = Files.readString(scripts.folder().resolve("prompts/en-GB.yaml"));
        String romanian = english.replace("voice: Polly.Amy-Neural", "voice: Polly.Carmen\nchecked-by: Ana Pop");
        scripts.write("prompts/ro-RO.yaml", romanian.getBytes(StandardCharsets.UTF_8));

        isRight();
    }

    @Test
    void theLineIsClosedAtOnce() throws IOException {
        String closed = taught("closed-now:\n  until: 2026-11-24 12:00\n  reason: No power in the building");

        scripts.edit(
                "opening-hours.yaml",
                closed.lines().map(line -> "# " + line + "\n").reduce("", String::concat),
                closed + "\n");

        isRight();
    }

    private void isRight() {
        FolderFiles files = FolderFiles.read(Optional.of(scripts.folder()));
        FolderReport report = FolderReport.quick(files, "03069 990 100", LocalDate.parse("2026-11-24"));
        assertThat(report.clean()).as(report.text()).isTrue();
    }

    private void say(String language, String words) throws IOException {
        Path file = scripts.folder().resolve("prompts").resolve(language + ".yaml");
        Files.writeString(file, Files.readString(file).stripTrailing() + "\n  " + words + "\n");
    }

    /** The words, which the lessons have, however far in. */
    private static String taught(String words) throws IOException {
        String lessons = Files.readString(Path.of("ivr-scripts", "README.md"));
        assertThat(lessons.replaceAll("(?m)^ +", "")).contains(words.replaceAll("(?m)^ +", ""));
        return words;
    }
}
