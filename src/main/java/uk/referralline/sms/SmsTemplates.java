package uk.referralline.sms;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.NativeCheck;
import uk.referralline.yaml.Upkeep;

/** The texts of one language, by name: there is no other way to word one. */
public final class SmsTemplates {
    private static final String YAML = ".yaml";

    private final Locale language;
    private final Map<String, SmsTemplate> templates;
    private final String line;

    private SmsTemplates(Locale language, Map<String, SmsTemplate> templates, String line) {
        this.language = language;
        this.templates = Map.copyOf(templates);
        this.line = line;
    }

    /**
     * Reads a file of texts in English. What comes back is of use only while {@code faults} has none.
     *
     * @param file names its language, such as {@code sms/en-GB.yaml}
     * @param lineNumberWritten the line's number as people write it, such as {@code 0300 222 5947}
     */
    public static SmsTemplates read(String file, String text, String lineNumberWritten, Faults faults) {
        return read(file, text, new Beside(lineNumberWritten, Optional.empty()), faults);
    }

    /** What a file is read with. @param english what it is a translation of; empty for the English file itself */
    record Beside(String line, Optional<SmsTemplates> english) {}

    static SmsTemplates read(String file, String text, Beside beside, Faults faults) {
        Locale language =
                Locale.forLanguageTag(file.substring(file.lastIndexOf('/') + 1, file.length() - YAML.length()));
        Map<String, SmsTemplate> templates = new LinkedHashMap<>();
        Entry.read(file, text, faults).ifPresent(top -> {
            top.onlyKeys("owner", "review", NativeCheck.KEY, "revealing", "texts");
            Upkeep.read(top);
            top.child(NativeCheck.KEY).ifPresent(who -> who.value("who has read these texts", String::strip));
            var longest = LongestValues.of(language, beside.line());
            var reader = new SmsTemplateReader(longest, revealing(top, beside), beside.english());
            top.required("texts")
                    .ifPresent(texts -> texts.children()
                            .forEach((name, entry) -> reader.read(name, entry.named(name))
                                    .ifPresent(template -> templates.put(name, template))));
        });
        return new SmsTemplates(language, templates, beside.line());
    }

    /** The program knows the words that tell in English; for any other language the file must say them. */
    private static Revealing revealing(Entry top, Beside beside) {
        boolean english = beside.english().isEmpty();
        Optional<Entry> words = english ? top.child("revealing") : top.required("revealing");
        return Revealing.of(english, words.map(Entry::texts).orElse(List.of()));
    }

    /** What the templates are called, for checking a call script against. */
    public Set<String> names() {
        return templates.keySet();
    }

    /** How long after it was asked for such a text still says something true; empty when there is no such text. */
    public Optional<Duration> usefulFor(String name) {
        return find(name).map(SmsTemplate::usefulFor);
    }

    /** In which a text says a time and a day. */
    public Locale language() {
        return language;
    }

    Optional<SmsTemplate> find(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /**
     * The words to send; the line's number is known here.
     *
     * @throws IllegalArgumentException when there is no such template, or a value is missing or too long
     */
    public String fill(String name, Map<String, String> values) {
        SmsTemplate template =
                find(name).orElseThrow(() -> new IllegalArgumentException("there is no text called " + name));
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("line", line);
        return template.fill(all);
    }
}
