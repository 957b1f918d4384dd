package uk.referralline.sms;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;

/**
 * The texts that may be sent, each proven to fit one segment with its longest values, and a neutral one to give nothing
 * away.
 */
public record SmsTemplates(Map<String, SmsTemplate> byName, String line) {
    /** The file's name in {@code ivr-scripts/}. */
    public static final String FILE = "sms/en-GB.yaml";

    /** Words that tell what the service is. Nothing that a stranger reads on a shared phone may hold one. */
    private static final Pattern REVEALING = Pattern.compile(
            "\\b(mental\\w*|health\\w*|hospital\\w*|ward|wards|section\\w*|advoca\\w*|imha|nhs|referral\\w*|referred|crisis"
                    + "|doctor\\w*|nurse\\w*|patient\\w*|tribunal\\w*|appointment\\w*|psychiatr\\w*|detained|detention|care"
                    + "|therap\\w*|medic\\w*|treatment\\w*|clinic\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> PLACEHOLDERS = Set.of("time", "day", "line", "reference");

    public SmsTemplates {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads the file's text; faults are noted.
     *
     * @param line the line's number as a text writes it, such as {@code 0300 222 5947}
     */
    public static SmsTemplates read(String text, String line, Faults faults) {
        Map<String, SmsTemplate> templates = new LinkedHashMap<>();
        Entry.read(FILE, text, faults).ifPresent(top -> {
            top.onlyKeys("owner", "review", "texts");
            top.required("texts")
                    .ifPresent(all -> all.children().forEach((name, entry) -> {
                        template(name, entry.named(name), longest(line)).ifPresent(each -> templates.put(name, each));
                    }));
        });
        return new SmsTemplates(templates, line);
    }

    private static Optional<SmsTemplate> template(String name, Entry entry, Map<String, String> longest) {
        entry.onlyKeys("body", "neutral", "when", "useless-after-hours");
        Optional<Entry> body = entry.required("body");
        Optional<String> neutral = entry.required("neutral").flatMap(each -> each.oneOf(List.of("yes", "no")));
        Optional<String> when = entry.required("when").flatMap(each -> each.oneOf(List.of("at-once", "daytime")));
        Optional<Integer> hours = entry.required("useless-after-hours").flatMap(each -> each.number(1, 72));
        if (body.isEmpty() || neutral.isEmpty() || when.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        String words = body.get().text();
        checkLetters(entry, words);
        if (neutral.get().equals("yes")) {
            REVEALING
                    .matcher(words)
                    .results()
                    .forEach(word ->
                            entry.fault("\"%s\" tells what we are; a neutral text must not.".formatted(word.group())));
        }
        checkLength(entry, words, longest);
        return Optional.of(new SmsTemplate(name, words, when.get().equals("at-once"), Duration.ofHours(hours.get())));
    }

    private static void checkLetters(Entry entry, String words) {
        String foreign = Gsm7.foreign(words)
                .mapToObj(letter -> "\"" + Character.toString(letter) + "\"")
                .collect(Collectors.joining(", "));
        if (!foreign.isEmpty()) {
            entry.fault("A plain text cannot hold " + foreign + "; with it, only 70 letters would fit.");
        }
    }

    private static void checkLength(Entry entry, String words, Map<String, String> longest) {
        List<String> unknown = SmsTemplate.PLACEHOLDER
                .matcher(words)
                .results()
                .map(place -> place.group(1))
                .filter(name -> !PLACEHOLDERS.contains(name))
                .toList();
        unknown.forEach(name -> entry.fault(
                "{%s} is not known; a text can hold {time}, {day}, {line} and {reference}.".formatted(name)));
        if (!unknown.isEmpty()) {
            return;
        }
        String filled = new SmsTemplate("", words, true, Duration.ZERO).with(longest);
        int septets = Gsm7.septets(filled);
        if (septets > Gsm7.SEGMENT) {
            entry.fault("With its longest values this is %d letters, and one text holds %d: \"%s\"."
                    .formatted(septets, Gsm7.SEGMENT, filled));
        }
    }

    private static Map<String, String> longest(String line) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
        LocalDate first = LocalDate.of(2024, 1, 1);
        // In 28 years every date falls on every weekday.
        String longestDay = first.datesUntil(first.plusYears(28))
                .map(day::format)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return Map.of("time", "10:30am", "day", longestDay, "line", line, "reference", "12 34 56 7");
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** @throws IllegalArgumentException for a name that no text has */
    SmsTemplate get(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("no text is called " + name);
        }
        return byName.get(name);
    }

    String words(String name, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("line", line);
        return get(name).with(all);
    }
}
