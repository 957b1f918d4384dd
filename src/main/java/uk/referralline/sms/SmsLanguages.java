package uk.referralline.sms;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.referralline.yaml.Faults;

/**
 * The texts in each language that has some. English has all of them.
 *
 * @param others by language, BCP 47
 */
public record SmsLanguages(SmsTemplates english, Map<String, SmsTemplates> others) {
    private static final String FOLDER = "sms/";
    private static final String YAML = ".yaml";

    public SmsLanguages {
        others = Map.copyOf(others);
    }

    /**
     * Reads every file of texts. What comes back is of use only while {@code faults} has none.
     *
     * @param english the name of the English file among them; without it, it counts as empty
     * @param files text by name, such as {@code sms/pl-PL.yaml}; others than texts are left alone
     * @param lineNumberWritten the line's number as people write it
     */
    public static SmsLanguages read(
            String english, Map<String, String> files, String lineNumberWritten, Faults faults) {
        SmsTemplates first = SmsTemplates.read(english, files.getOrDefault(english, ""), lineNumberWritten, faults);
        var beside = new SmsTemplates.Beside(lineNumberWritten, Optional.of(first));
        Map<String, SmsTemplates> others = new TreeMap<>();
        files.forEach((file, text) -> {
            if (file.startsWith(FOLDER) && file.endsWith(YAML) && !file.equals(english)) {
                String language = file.substring(FOLDER.length(), file.length() - YAML.length());
                others.put(language, SmsTemplates.read(file, text, beside, faults));
            }
        });
        return new SmsLanguages(first, others);
    }

    /** The texts in which to look for this one: the language's own if it has it, else the English ones. */
    public SmsTemplates in(String language, String template) {
        return Optional.ofNullable(others.get(language))
                .filter(texts -> texts.names().contains(template))
                .orElse(english);
    }
}
