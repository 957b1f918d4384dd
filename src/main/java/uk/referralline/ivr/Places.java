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

    private Places(Optional<Entry> top, ScriptFiles files) {
        steps = top.flatMap(each -> each.child("steps")).map(Entry::children).orElse(Map.of());
        hangUps = top.flatMap(each -> each.child("hang-up")).map(Entry::items).orElse(List.of());
        files.texts().keySet().stream()
                .filter(file -> file.startsWith("prompts/"))
                .forEach(file -> prompts.put(
                        file,
                        read(files, file)
                                .flatMap(each -> each.child("prompts"))
                                .map(Entry::children)
                                .orElse(Map.of())));
    }

    static Places of(ScriptFiles files) {
        return new Places(read(files, ScriptFiles.LINE), files);
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
