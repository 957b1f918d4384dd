package uk.referralline.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.referralline.Wav;
import uk.referralline.yaml.FaultyFiles;

/** A script whose recordings are not right is refused, with the file, the line and the prompt. */
class RecordedPromptsTest {
    private static final Path FOLDER = Path.of("src/test/resources/recorded-language");
    private static final String WORDS = "prompts/ti-ER.yaml";
    private static final String HELLO = "audio/ti-ER/hello.wav";
    private static final Pattern FILE = Pattern.compile("[a-z0-9-]+\\.wav");

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, Audio> recordings = new TreeMap<>();

    RecordedPromptsTest() throws IOException {
        for (String name : List.of("line.yaml", "prompts/en-GB.yaml", WORDS)) {
            texts.put(name, Files.readString(FOLDER.resolve(name)));
        }
        FILE.matcher(texts.get(WORDS))
                .results()
                .forEach(file -> recordings.put("audio/ti-ER/" + file.group(), Audio.of(Wav.of(file.group()))));
    }

    @Test
    void aScriptWithAllItsRecordingsIsRight() {
        assertThat(errors()).isEmpty();
    }

    @Test
    void aMissingRecordingIsRefused() {
        recordings.remove(HELLO);

        assertThat(errors())
                .containsExactly("prompts/ti-ER.yaml:%d (hello): There is no file %s. ".formatted(line("hello:"), HELLO)
                        + "Put an MP3 or WAV file of at most 1 MB there, under that name.");
    }

    @Test
    void aMissingRecordingOfAFigureIsRefused() {
        recordings.remove("audio/ti-ER/figure-3.wav");

        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("prompts/ti-ER.yaml:%d (3): There is no file".formatted(line("\"3\"")));
    }

    @Test
    void anEmptyRecordingIsRefused() {
        assertThat(withHello(new byte[0])).contains("(hello): The recording " + HELLO + " is empty");
    }

    @Test
    void aRecordingWithoutSoundIsRefused() {
        assertThat(withHello(Wav.of(""))).contains("has no sound in it");
    }

    @Test
    void aRecordingThatIsTooLargeIsRefused() {
        assertThat(withHello(Wav.of("a".repeat(Audio.MOST_BYTES)))).contains("is larger than 1 MB");
        assertThat(withHello(Wav.of("a".repeat(Audio.MOST_BYTES - 44)))).isBlank();
    }

    @Test
    void aRecordingThatIsNotWhatItsNameSaysIsRefused() {
        assertThat(withHello("hello".getBytes(StandardCharsets.UTF_8))).contains("is not what its name says");
        assertThat(withHello(mp3())).contains("is not what its name says");

        edit(WORDS, "audio: hello.wav", "audio: hello.mp3");
        recordings.put("audio/ti-ER/hello.mp3", Audio.of(mp3()));
        assertThat(errors()).isEmpty();
    }

    @Test
    void recordingsThatAreTogetherTooLargeAreRefused() {
        Audio large = Audio.of(Wav.of("a".repeat(900_000)));
        recordings.replaceAll((name, audio) -> large);

        assertThat(errors()).singleElement().asString().startsWith("audio/: All recordings together");
    }

    @Test
    void aPromptThatNeitherAVoiceNorARecordingSaysIsRefused() {
        edit(WORDS, ", audio: hello.wav", "");

        assertThat(errors())
                .singleElement()
                .asString()
                .contains("(hello): No voice speaks ti-ER, and this prompt has no recording.");
    }

    @Test
    void aPromptInALanguageWithAVoiceNeedsNoRecording() {
        edit(WORDS, ", audio: hello.wav", ", in: en-GB");
        assertThat(errors()).isEmpty();

        edit(WORDS, ", in: en-GB", ", in: ti-ER");
        assertThat(errors()).singleElement().asString().contains("(hello): No voice here speaks \"ti-ER\".");
    }

    @Test
    void aRecordingThatLeavesOutWhatIsFilledInIsRefused() {
        edit(WORDS, "audio: [we-will-call-you.wav, \"{due}\"]", "audio: we-will-call-you.wav");

        assertThat(errors())
                .singleElement()
                .asString()
                .contains("(promise): The recording fills in other things than the words do.");
    }

    @Test
    void figuresWithoutRecordingsAreAWarningAsCallersHearEnglish() {
        edit(WORDS, "\"3\": figure-3.wav, ", "");

        assertThat(findings())
                .filteredOn(finding -> !finding.isError())
                .map(Finding::toString)
                .anyMatch(warning -> warning.contains("(sounds): Of the figures, these have no recording: 3."));
        assertThat(errors()).isEmpty();
    }

    @Test
    void aRecordingIsNamedPlainlyAndWithinItsFolder() {
        String right = texts.get(WORDS);
        for (String name : List.of("../hello.wav", "Hello.wav", "a/b.wav", "hello.ogg", "hello", "h llo.wav")) {
            texts.put(WORDS, right.replace("audio: hello.wav", "audio: \"" + name + "\""));

            assertThat(refused()).contains("(hello): \"" + name + "\" is no name of a recording.");
        }
    }

    @Test
    void aVoiceIsNotMadeUpForALanguageWithoutOne() {
        edit(WORDS, "checked-by: nobody yet", "checked-by: nobody yet\nvoice: Polly.Amy-Neural");

        assertThat(refused()).contains("No voice speaks ti-ER: take this line out, and record the prompts.");
    }

    @Test
    void anUnknownSoundIsRefused() {
        edit(WORDS, "monday: monday.wav", "mondy: monday.wav");

        assertThat(refused()).contains("(mondy): \"mondy\" is not known here;");
    }

    @Test
    void aVersionIsKeptWithItsRecordings() {
        var files = new ScriptFiles(texts, recordings);

        assertThat(ScriptFiles.kept(files.kept())).isEqualTo(files);
        assertThat(ScriptFiles.kept(files.kept()).hash()).isEqualTo(files.hash());
    }

    @Test
    void aChangedRecordingIsAnotherVersion() {
        String before = new ScriptFiles(texts, recordings).hash();

        recordings.put(HELLO, Audio.of(Wav.of("other words")));

        assertThat(new ScriptFiles(texts, recordings).hash()).isNotEqualTo(before);
    }

    private String withHello(byte[] bytes) {
        recordings.put(HELLO, Audio.of(bytes));
        return String.join("\n", errors());
    }

    /** The head of a frame of layer III. */
    private static byte[] mp3() {
        return new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x64};
    }

    private void edit(String file, String from, String to) {
        assertThat(texts.get(file)).contains(from);
        texts.put(file, texts.get(file).replace(from, to));
    }

    /** Where these words are, counted from 1. */
    private int line(String words) {
        return 1
                + Arrays.asList(texts.get(WORDS).split("\n"))
                        .indexOf(texts.get(WORDS)
                                .lines()
                                .filter(line -> line.contains(words))
                                .findFirst()
                                .orElseThrow());
    }

    private List<Finding> findings() {
        var files = new ScriptFiles(texts, recordings);
        return ScriptCheck.of(ScriptReader.read(files), files, new Terms(Set.of(), Set.of("mobile", "landline")));
    }

    private List<String> errors() {
        return findings().stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .toList();
    }

    private String refused() {
        try {
            ScriptReader.read(new ScriptFiles(Map.copyOf(texts)));
            return "(nothing)";
        } catch (FaultyFiles faulty) {
            return faulty.getMessage();
        }
    }
}
