package uk.referralline;

import java.util.List;
import java.util.Optional;

/** Every place in a file that has keys of its own: where the schema has them, and a file that the reader gets there by. */
final class SchemaPlaces {
    private static final String LINE = "line.yaml";
    private static final String HOURS = "opening-hours.yaml";
    private static final String PLAY = "conversations/a.yaml";
    private static final String WORDS = "prompts/en-GB.yaml";
    private static final String TEXTS = "sms/en-GB.yaml";
    private static final String DUE = "due-times.yaml";
    private static final String TOLD = "escalation.yaml";
    private static final String WHO = "eligibility.yaml";

    private static final String AGAIN = "attempts.yaml";
    private static final String URGENT = "urgency.yaml";
    private static final String WARDS = "wards.yaml";

    static final List<Place> ALL = List.of(
            line("", "%s: x"),
            line("/properties/waits", "waits: {%s: x}"),
            line("/$defs/urgency-rule", "urgency: [{%s: x}]"),
            line("/$defs/hang-up-rule", "hang-up: [{%s: x}]"),
            new Place(
                    LINE,
                    "line.json",
                    "/$defs/effect/anyOf/1",
                    Optional.of("/$defs/effect/anyOf/0/enum"),
                    "hang-up: [{if: {due: known}, do: {%s: x}}]"),
            step("say", "say: welcome"),
            step("ask", "ask: welcome"),
            step("key-in", "key-in: welcome"),
            step("record", "record: welcome"),
            step("transfer", "transfer: welcome"),
            step("branch", "branch: []"),
            line("/$defs/way", "steps: {a: {branch: [{%s: x}]}}"),
            step("set", "set: {}"),
            step("do", "do: take-message"),
            step("back", "back: greeting"),
            step("end", "end: welcome"),
            place(WORDS, "prompts.json", "", "%s: x"),
            place(WORDS, "prompts.json", "/properties/prompts/additionalProperties/anyOf/1", "prompts: {a: {%s: x}}"),
            place(TEXTS, "sms.json", "", "%s: x"),
            place(TEXTS, "sms.json", "/properties/texts/additionalProperties", "texts: {a: {%s: x}}"),
            place(HOURS, "opening-hours.json", "", "%s: x"),
            place(HOURS, "opening-hours.json", "/properties/hours", "hours: {%s: x}"),
            place(HOURS, "opening-hours.json", "/properties/closures/items", "closures: [{%s: x}]"),
            place(HOURS, "opening-hours.json", "/properties/closed-now", "closed-now: {%s: x}"),
            place("bank-holidays.yaml", "bank-holidays.json", "", "%s: x"),
            place(DUE, "due-times.json", "", "%s: x"),
            place(DUE, "due-times.json", "/properties/U1", "U1: {%s: x}"),
            place(DUE, "due-times.json", "/properties/U2", "U2: {%s: x}"),
            place(DUE, "due-times.json", "/properties/U3", "U3: {%s: x}"),
            place(TOLD, "escalation.json", "", "%s: x"),
            place(TOLD, "escalation.json", "/properties/near-due-minutes", "near-due-minutes: {%s: x}"),
            place(TOLD, "escalation.json", "/$defs/steps/items", "not-taken: [{%s: x}]"),
            place(WHO, "eligibility.json", "", "%s: x"),
            place(WHO, "eligibility.json", "/properties/tables/items", "tables: [{%s: x}]"),
            place(
                    WHO,
                    "eligibility.json",
                    "/properties/tables/items/properties/rules/items",
                    "tables: [{rules: [{%s: x}]}]"),
            place(AGAIN, "attempts.json", "", "%s: x"),
            place(AGAIN, "attempts.json", "/properties/dispositions", "dispositions: {%s: x}"),
            place(AGAIN, "attempts.json", "/$defs/words", "dispositions: {spoke: {%s: x}}"),
            place(URGENT, "urgency.json", "", "%s: x"),
            place(URGENT, "urgency.json", "/properties/tables/items", "tables: [{%s: x}]"),
            place(
                    URGENT,
                    "urgency.json",
                    "/properties/tables/items/properties/rules/items",
                    "tables: [{rules: [{%s: x}]}]"),
            place(WARDS, "wards.json", "", "%s: x"),
            place(WARDS, "wards.json", "/properties/hospitals/additionalProperties", "hospitals: {a: {%s: x}}"),
            place(WARDS, "wards.json", "/$defs/ward-or-team", "teams: {a: {%s: x}}"),
            place(PLAY, "conversation.json", "", "%s: x"),
            place(PLAY, "conversation.json", "/properties/talk/items", "talk: [{%s: x}]"),
            place(PLAY, "conversation.json", "/properties/ends", "ends: {%s: x}"));

    private SchemaPlaces() {}

    /**
     * @param schemaPath a JSON pointer to the object's schema
     * @param wordsBeside a JSON pointer to words that the reader counts among its keys
     * @param yaml with {@code %s} for a key
     */
    record Place(String file, String schema, String schemaPath, Optional<String> wordsBeside, String yaml) {}

    private static Place place(String file, String schema, String path, String yaml) {
        return new Place(file, schema, path, Optional.empty(), yaml);
    }

    private static Place line(String path, String yaml) {
        return place(LINE, "line.json", path, yaml);
    }

    private static Place step(String kind, String first) {
        return line("/$defs/step-" + kind, "steps: {a: {" + first + ", %s: x}}");
    }
}
