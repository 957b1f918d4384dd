package uk.referralline.sms;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/** The texts that the line may send, by name: there is no other way to word one. */
public final class SmsTemplates {
    private final Map<String, SmsTemplate> templates;
    private final String line;

    private SmsTemplates(Map<String, SmsTemplate> templates, String line) {
        this.templates = Map.copyOf(templates);
        this.line = line;
    }

    /**
     * Reads a file of texts. What comes back is of use only while {@code faults} has none.
     *
     * @param lineNumberWritten the line's number as people write it, such as {@code 0300 222 5947}
     */
    public static SmsTemplates read(String file, String text, String lineNumberWritten, Faults faults) {
        Map<String, SmsTemplate> templates = new LinkedHashMap<>();
        Entry.read(file, text, faults).ifPresent(top -> {
            top.onlyKeys("owner", "review", "texts");
            Upkeep.read(top);
            var reader = new SmsTemplateReader(lineNumberWritten);
            top.required("texts")
                    .ifPresent(texts -> texts.children()
                            .forEach((name, entry) -> reader.read(name, entry.named(name))
                                    .ifPresent(template -> templates.put(name, template))));
        });
        return new SmsTemplates(templates, lineNumberWritten);
    }

    /** What the templates are called, for checking a call script against. */
    public Set<String> names() {
        return templates.keySet();
    }

    /** How long after it was asked for such a text still says something true; empty when there is no such text. */
    public Optional<Duration> usefulFor(String name) {
        return find(name).map(SmsTemplate::usefulFor);
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
