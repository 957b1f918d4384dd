package uk.referralline.ivr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.FaultyFiles;

/** Turns the files of a call script into a {@link Script}, or tells every fault in them at once. */
public final class ScriptReader {
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Faults faults = new Faults();
    private final ScriptFiles files;

    private ScriptReader(ScriptFiles files) {
        this.files = files;
    }

    /** @throws FaultyFiles with every fault, by file, line and step */
    public static Script read(ScriptFiles files) {
        return new ScriptReader(files).read();
    }

    private Script read() {
        Map<String, Words> languages = WordsReader.read(files, faults);
        Entry top = top().orElseThrow(() -> new FaultyFiles(faults.sorted()));
        top.onlyKeys(
                "start",
                "person",
                "other-language",
                "no-answer",
                "tries",
                "waits",
                "fields",
                "steps",
                "urgency",
                "hang-up");
        Map<String, Field> fields = fields(top);
        Map<String, Entry> written = top.required("steps").map(Entry::children).orElse(Map.of());
        var names = new Names(fields, written.keySet(), languages);
        int tries = top.child("tries").flatMap(each -> each.number(1, 5)).orElse(2);
        var steps = new StepReader(names, new Misses(tries, step(top, "no-answer", names)));
        Map<String, Step> read = new LinkedHashMap<>();
        written.forEach((name, entry) -> steps.read(checked(name, entry)).ifPresent(step -> read.put(name, step)));
        var rules = new RuleReader(names);
        var script = new Script(
                files.hash(),
                step(top, "start", names),
                step(top, "person", names),
                top.child("other-language").map(names::step),
                waits(top, names),
                fields,
                read,
                new Script.Rules(rules.urgency(top.child("urgency")), rules.hangUp(top.child("hang-up"))),
                languages);
        faults.throwIfAny();
        return script;
    }

    private Optional<Entry> top() {
        String text = files.texts().get(ScriptFiles.LINE);
        if (text == null) {
            faults.add(new Fault(ScriptFiles.LINE, 0, "", "The file is missing."));
            return Optional.empty();
        }
        return Entry.read(ScriptFiles.LINE, text, faults);
    }

    private static Entry checked(String name, Entry entry) {
        Entry named = entry.named(name);
        if (!name.matches(NAME)) {
            named.fault("A step's name is lower-case words joined by hyphens, such as \"own-phone\".");
        }
        return named;
    }

    private static String step(Entry top, String key, Names names) {
        return top.required(key).map(names::step).orElse("");
    }

    private static Script.Waits waits(Entry top, Names names) {
        Optional<Entry> waits = top.child("waits");
        waits.ifPresent(each -> each.onlyKeys("key", "number", "silence", "slow", "times"));
        return new Script.Waits(
                seconds(waits, "key", 12),
                seconds(waits, "number", 20),
                seconds(waits, "silence", 12),
                waits.flatMap(each -> each.child("slow")).map(names::condition),
                waits.flatMap(each -> each.child("times"))
                        .flatMap(each -> each.number(1, 5))
                        .orElse(1));
    }

    private static Duration seconds(Optional<Entry> waits, String key, int usual) {
        int seconds = waits.flatMap(each -> each.child(key))
                .flatMap(each -> each.number(5, 60))
                .orElse(usual);
        return Duration.ofSeconds(seconds);
    }

    private static Map<String, Field> fields(Entry top) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, Entry> written = top.required("fields").map(Entry::children).orElse(Map.of());
        written.forEach((name, entry) -> field(name, entry.named(name)).ifPresent(field -> fields.put(name, field)));
        return fields;
    }

    private static Optional<Field> field(String name, Entry entry) {
        if (Facts.ALL.contains(name)) {
            entry.fault("\"%s\" is what the line itself knows; choose another name.".formatted(name));
            return Optional.empty();
        }
        if (entry.isList()) {
            return Optional.of(new Field(name, Field.Type.CHOICE, entry.texts()));
        }
        List<String> words = new ArrayList<>();
        for (Field.Type type : Field.Type.values()) {
            words.add(type.word());
        }
        return entry.oneOf(words).map(word -> new Field(name, Field.Type.values()[words.indexOf(word)], List.of()));
    }
}
