package uk.referralline.sms;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.referralline.yaml.Entry;

/**
 * Reads one text and notes everything that is wrong with it.
 *
 * @param longest what is filled in, at its longest
 * @param revealing what a neutral text must not say
 * @param english the English texts, of which those in another language are translations; empty for these themselves
 */
record SmsTemplateReader(Map<String, String> longest, Revealing revealing, Optional<SmsTemplates> english) {
    private static final int LONGEST_USE_IN_HOURS = 7 * 24;

    /** Empty only when a fault was noted. */
    Optional<SmsTemplate> read(String name, Entry entry) {
        entry.onlyKeys("body", "neutral", "when", "useless-after-hours");
        if (!entry.isMap()) {
            entry.fault("Expected \"name: value\" lines here.");
            return Optional.empty();
        }
        Optional<Entry> words = entry.required("body").map(body -> body.named(name));
        Optional<String> body = words.flatMap(each -> each.value("the words of the text", String::strip));
        Optional<Boolean> neutral = yesNo(entry.required("neutral"));
        Optional<String> when =
                entry.required("when").flatMap(each -> each.named(name).oneOf(List.of("at-once", "daytime")));
        Optional<Integer> hours = entry.required("useless-after-hours")
                .flatMap(each -> each.named(name).number(1, LONGEST_USE_IN_HOURS));
        body.ifPresent(text -> check(words.get(), text, neutral.orElse(false)));
        if (body.isEmpty() || neutral.isEmpty() || when.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        boolean atOnce = when.get().equals("at-once");
        var template = new SmsTemplate(name, body.get(), neutral.get(), atOnce, Duration.ofHours(hours.get()));
        english.ifPresent(originals -> compare(entry, originals, template));
        return Optional.of(template);
    }

    private static Optional<Boolean> yesNo(Optional<Entry> entry) {
        return entry.flatMap(each -> each.oneOf(List.of("yes", "no"))).map("yes"::equals);
    }

    /** A translation differs in its words only. */
    private static void compare(Entry entry, SmsTemplates english, SmsTemplate template) {
        Optional<SmsTemplate> original = english.find(template.name());
        if (original.isEmpty()) {
            entry.fault("There is no such text in sms/en-GB.yaml: it is never sent.");
        } else if (original.get().neutral() != template.neutral()
                || original.get().atOnce() != template.atOnce()
                || !original.get().usefulFor().equals(template.usefulFor())) {
            entry.fault("\"neutral\", \"when\" and \"useless-after-hours\" must be as in sms/en-GB.yaml.");
        }
    }

    private void check(Entry entry, String body, boolean neutral) {
        SmsTemplate.GAP
                .matcher(body)
                .results()
                .map(gap -> gap.group(1))
                .filter(gap -> !longest.containsKey(gap))
                .distinct()
                .forEach(gap -> entry.fault(
                        "\"{%s}\" is not known here; it can be {day}, {line}, {reference}, {time}.".formatted(gap)));
        if (SmsTemplate.GAP.matcher(body).replaceAll("").matches("(?s).*[{}].*")) {
            entry.fault("There is a \"{\" or \"}\" without its other half.");
        }
        checkLength(entry, body);
        if (neutral) {
            revealing
                    .in(body)
                    .forEach(found -> entry.fault(
                            "A neutral text must not say \"%s\": it tells what the text is about.".formatted(found)));
        }
    }

    private void checkLength(Entry entry, String body) {
        String outside = Gsm7.outside(body);
        if (!outside.isEmpty() && english.isEmpty()) {
            entry.fault("\"%s\" is not in the alphabet of plain texts; write it in another way.".formatted(outside));
            return;
        }
        Map<String, String> values = new HashMap<>(longest);
        SmsTemplate.GAP.matcher(body).results().forEach(gap -> values.putIfAbsent(gap.group(1), ""));
        String filled = new SmsTemplate("", body, true, true, Duration.ZERO).filled(values);
        int over = SmsTemplate.taken(filled) - SmsTemplate.segment(filled);
        if (over > 0) {
            String holds = outside.isEmpty()
                    ? "one text holds"
                    : "one text holds with \"%s\" in it; without, it holds %d".formatted(outside, Gsm7.SEGMENT);
            entry.fault("With the longest time, day and number this takes %d characters, %d more than %s."
                    .formatted(SmsTemplate.taken(filled), over, holds));
        }
    }
}
