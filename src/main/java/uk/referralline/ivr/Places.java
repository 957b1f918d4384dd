package uk.referralline.ivr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;

/** Where the parts of a script are written, so that a finding can name its line. Lines count from 1; 0 is not known. */
final class Places {
    private final Map<String, Entry> steps;
    private final Map<String, Map<String, Entry>> prompts = new LinkedHashMap<>();
    private final List<Entry> hangUps;
    private final List<Entry> urgency;

    private Places(Optional<Entry> top, ScriptFiles files) {
        steps = top.flatMap(each -> each.child("steps")).map(Entry::children).orElse(Map.of());
        hangUps = rules(top, "hang-up");
        urgency = rules(top, "urgency");
        files.texts().keySet().stream()
                .filter(file -> file.startsWith("prompts/"))
                .forEach(file -> prompts.put(file, words(read(files, file))));
    }

    /** Prompts by name, and beside them the recordings of what is filled in: no name is among both. */
    private static Map<String, Entry> words(Optional<Entry> top) {
        Map<String, Entry> all = new LinkedHashMap<>();
        top.flatMap(each -> each.child("sounds")).ifPresent(sounds -> {
            all.put("sounds", sounds);
            all.putAll(sounds.children());
        });
        top.flatMap(each -> each.child("prompts")).ifPresent(prompts -> all.putAll(prompts.children()));
        return all;
    }

    static Places of(ScriptFiles files) {
        return new Places(read(files, ScriptFiles.LINE), files);
    }

    private static List<Entry> rules(Optional<Entry> top, String key) {
        return top.flatMap(each -> each.child(key)).map(Entry::items).orElse(List.of());
    }

    private static Optional<Entry> read(ScriptFiles files, String file) {
        return Entry.read(file, files.texts().getOrDefault(file, ""), new Faults());
    }

    int step(String name) {
        return line(steps, name);
    }

    int prompt(String language, String key) {
        return line(prompts.getOrDefault(file(language), Map.of()), key);
    }

    /** @param number of the rule, from 0 */
    int hangUp(int number) {
        return number < hangUps.size() ? hangUps.get(number).line() : 0;
    }

    /** @param number of the rule, from 0 */
    int urgency(int number) {
        return number < urgency.size() ? urgency.get(number).line() : 0;
    }

    /** The keys of a step's choices, in the order in which they are written. */
    List<String> keys(String step) {
        return Optional.ofNullable(steps.get(step))
                .flatMap(each -> each.child("choices"))
                .map(each -> List.copyOf(each.children().keySet()))
                .orElse(List.of());
    }

    static String file(String language) {
        return "prompts/" + language + ".yaml";
    }

    private static int line(Map<String, Entry> entries, String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::line).orElse(0);
    }
}
