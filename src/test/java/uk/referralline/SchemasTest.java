package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.referralline.casework.AttemptRules;
import uk.referralline.casework.EligibilityRules;
import uk.referralline.casework.Promises;
import uk.referralline.casework.UrgencyRules;
import uk.referralline.casework.Wards;
import uk.referralline.duty.OpeningHours;
import uk.referralline.escalation.EscalationRules;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;
import uk.referralline.play.ConversationReader;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.FaultyFiles;

/** What an editor is told about a file is what its reader knows. */
class SchemasTest {
    private static final Path FOLDER = Path.of("ivr-scripts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SCHEMA = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");

    /** Far from every word, so that a reader lists all it knows instead of guessing one. */
    private static final String UNKNOWN = "zzzzzzzz";

    private static final Pattern KNOWN = Pattern.compile("\"" + UNKNOWN + "\" is not known here; it can be (.*)\\.");

    @TestFactory
    Stream<DynamicTest> everyShippedFileNamesItsSchemaAndFitsIt() {
        return shipped()
                .map(file -> DynamicTest.dynamicTest(
                        FOLDER.relativize(file).toString(),
                        () -> assertThat(wrong(schemaNamedIn(file), text(file))).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    line.yaml              | firm: yes          | firm: maybe
                    line.yaml              | keep: own-phone    | keeps: own-phone
                    line.yaml              | {1: yes, 2: no}    | {0: yes, 2: no}
                    line.yaml              | do: request-callback | do: request-a-callback
                    line.yaml              | level: U1          | level: U4
                    prompts/en-GB.yaml     | voice:             | voices:
                    prompts/en-GB.yaml     | closed: We are     | closed: {audio: ../a.wav, say: x} #
                    sms/en-GB.yaml         | when: daytime      | when: at-night
                    opening-hours.yaml     | monday: 09:00 to 17:00 | monday: 9am to 5pm
                    opening-hours.yaml     | sunday: closed     | sundays: closed
                    bank-holidays.yaml     | 2027-03-26:        | 26 March 2027:
                    due-times.yaml         | working-days: 3    | working-days: three
                    escalation.yaml        | U3: 120            | U3: two hours
                    escalation.yaml        | tell: managers     | tell: the boss
                    eligibility.yaml       | result: NOT_YET    | result: REFUSED
                    eligibility.yaml       | from: 2018-07-02   | from: 2 July 2018
                    attempts.yaml          | morning: 09:00 to 12:00 | morning: 9am to 12
                    attempts.yaml          | not-in:            | out:
                    urgency.yaml           | level: U1          | level: urgent
                    urgency.yaml           | section-2-day: number | section-2-day: numeral
                    wards.yaml             | st-michaels:       | St Michaels:
                    wards.yaml             | phone: 01632 960205 | number: 01632 960205
                    conversations/own-mobile.yaml | presses 1   | pushes 1
                    """)
    void aWrongFileDoesNotFit(String file, String right, String mistaken) {
        String text = text(FOLDER.resolve(file));
        String changed = text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(mistaken));

        assertThat(changed).isNotEqualTo(text);
        assertThat(wrong(schemaNamedIn(FOLDER.resolve(file)), changed)).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> theSchemaHasTheKeysThatTheReaderKnows() {
        return SchemaPlaces.ALL.stream()
                .map(place -> DynamicTest.dynamicTest(
                        place.file() + " " + place.schemaPath(),
                        () -> assertThat(new TreeSet<>(keysInSchema(place)))
                                .isEqualTo(new TreeSet<>(keysOfReader(place)))));
    }

    @Test
    void noKeyIsAllowedThatIsNotNamed() {
        List<String> open = new ArrayList<>();
        schemas().forEach(file -> openObjects(FOLDER.relativize(file).toString(), json(text(file)), open));

        assertThat(open).isEmpty();
    }

    @Test
    void everyPlaceWithKeysOfItsOwnIsComparedWithItsReader() {
        List<String> closed = new ArrayList<>();
        schemas().forEach(file -> closedObjects(file.getFileName() + "#", json(text(file)), closed));

        assertThat(SchemaPlaces.ALL.stream().map(place -> place.schema() + "#" + place.schemaPath()))
                .containsExactlyInAnyOrderElementsOf(closed);
    }

    /** An object that lists properties must say that there are no others. */
    private static void openObjects(String where, JsonNode node, List<String> open) {
        if (node.has("properties")
                && !node.path("additionalProperties")
                        .equals(JSON.getNodeFactory().booleanNode(false))) {
            open.add(where);
        }
        node.properties().forEach(child -> openObjects(where + "/" + child.getKey(), child.getValue(), open));
        for (int n = 0; node.isArray() && n < node.size(); n++) {
            openObjects(where + "/" + n, node.get(n), open);
        }
    }

    private static void closedObjects(String where, JsonNode node, List<String> closed) {
        if (node.path("properties").isObject() && node.path("type").asText().equals("object")) {
            closed.add(where);
        }
        node.properties().forEach(child -> closedObjects(where + "/" + child.getKey(), child.getValue(), closed));
        for (int n = 0; node.isArray() && n < node.size(); n++) {
            closedObjects(where + "/" + n, node.get(n), closed);
        }
    }

    private static List<String> keysInSchema(SchemaPlaces.Place place) {
        JsonNode node =
                json(text(FOLDER.resolve("schema").resolve(place.schema()))).at(place.schemaPath());
        List<String> keys = new ArrayList<>();
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        place.wordsBeside()
                .ifPresent(beside -> json(text(FOLDER.resolve("schema").resolve(place.schema())))
                        .at(beside)
                        .forEach(word -> keys.add(word.asText())));
        return keys;
    }

    private static List<String> keysOfReader(SchemaPlaces.Place place) {
        return faults(place.file(), place.yaml().formatted(UNKNOWN)).stream()
                .map(fault -> KNOWN.matcher(fault.message()))
                .filter(Matcher::find)
                .map(found -> List.of(found.group(1).split(", ")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the reader of " + place.file() + " did not refuse the key"));
    }

    private static List<Fault> faults(String file, String text) {
        var found = new Faults();
        String name = file.contains("/") ? file.substring(0, file.indexOf('/')) : file;
        try {
            switch (name) {
                case "opening-hours.yaml" -> OpeningHours.read(text, "", found::add);
                case "bank-holidays.yaml" -> OpeningHours.read("", text, found::add);
                case "eligibility.yaml" -> EligibilityRules.read(text, found::add);
                case "attempts.yaml" -> AttemptRules.read(text, Optional.empty(), found::add);
                case "urgency.yaml" -> UrgencyRules.read(text, found::add);
                case "wards.yaml" -> Wards.read(text, found::add);
                case "escalation.yaml" -> EscalationRules.read(text, found::add);
                case "due-times.yaml" -> Promises.read(text, found::add);
                case "sms" -> SmsTemplates.read(file, text, "0300 000 0000", found);
                case "conversations" -> ConversationReader.read(file, text);
                case "prompts" -> ScriptReader.read(new ScriptFiles(Map.of("line.yaml", "start: x", file, text)));
                case "line.yaml" ->
                    ScriptReader.read(new ScriptFiles(
                            Map.of(file, text, "prompts/en-GB.yaml", text(FOLDER.resolve("prompts/en-GB.yaml")))));
                default -> throw new AssertionError(file + " has no reader here");
            }
        } catch (FaultyFiles wrong) {
            wrong.faults().forEach(found::add);
        }
        return found.sorted();
    }

    @Test
    void aLanguageOfRecordingsFitsItsSchema() {
        assertThat(wrong(
                        FOLDER.resolve("schema/prompts.json"),
                        text(Path.of("src/test/resources/recorded-language/prompts/ti-ER.yaml"))))
                .isEmpty();
    }

    private static List<Error> wrong(Path schema, String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schema))
                .validate(EditorYaml.read(yaml));
    }

    /** As its first line says, from the file's own folder. */
    private static Path schemaNamedIn(Path file) {
        Matcher named = SCHEMA.matcher(text(file).lines().findFirst().orElse(""));
        assertThat(named.matches())
                .describedAs("%s names its schema in its first line", file)
                .isTrue();
        return file.resolveSibling(named.group(1));
    }

    private static Stream<Path> shipped() {
        return files(".yaml");
    }

    private static Stream<Path> schemas() {
        return files(".json");
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
