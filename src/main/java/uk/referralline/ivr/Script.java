package uk.referralline.ivr;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A call script that has been read and found whole: who is asked what, in what order, and in which words.
 *
 * @param hash SHA-256 of its files, in hex: the version that a call is pinned to
 * @param start the first step
 * @param person where 0 leads, everywhere
 * @param otherLanguage where 9 leads, everywhere
 */
public record Script(
        String hash,
        String start,
        String person,
        Optional<String> otherLanguage,
        Waits waits,
        Map<String, Field> fields,
        Map<String, Step> steps,
        Rules rules,
        Map<String, Words> languages) {

    static final String WRONG_KEY = "wrong-key";
    static final String WRONG_NUMBER = "wrong-number";
    /** In which every prompt is written, and a call begins. */
    public static final String FIRST_LANGUAGE = "en-GB";

    /**
     * How long the line waits: for one key, between the keys of a number, and for the end of a message.
     *
     * @param slow who gets {@code times} as long, such as callers whose words an operator types
     */
    record Waits(Duration key, Duration number, Duration silence, Optional<Condition> slow, int times) {
        private static final Duration TWILIOS_LONGEST_MESSAGE = Duration.ofHours(1);

        Next key(Scene scene, CallState here) {
            return new Next.Gather(1, key.multipliedBy(factor(scene, here)));
        }

        Next number(Scene scene, CallState here) {
            return new Next.Gather(0, number.multipliedBy(factor(scene, here)));
        }

        Next message(Scene scene, CallState here, Duration longest) {
            Duration most = longest.multipliedBy(factor(scene, here));
            boolean tooLong = most.compareTo(TWILIOS_LONGEST_MESSAGE) > 0;
            return new Next.Record(tooLong ? TWILIOS_LONGEST_MESSAGE : most, silence.multipliedBy(factor(scene, here)));
        }

        private int factor(Scene scene, CallState here) {
            return slow.filter(condition -> condition.holds(scene, here)).isPresent() ? times : 1;
        }
    }

    /** What holds everywhere: how urgent a request is, and what a hang-up leaves. */
    record Rules(List<UrgencyRule> urgency, List<HangUpRule> hangUp) {
        Rules {
            urgency = List.copyOf(urgency);
            hangUp = List.copyOf(hangUp);
        }
    }

    /** The first rule that fits says how urgent it is. */
    record UrgencyRule(String level, Condition condition) {}

    /** The first rule that fits says what is kept when the caller is gone. */
    record HangUpRule(Condition condition, List<Deed> deeds) {
        HangUpRule {
            deeds = List.copyOf(deeds);
        }
    }

    public Script {
        fields = Map.copyOf(fields);
        steps = Map.copyOf(steps);
        languages = Map.copyOf(languages);
    }

    Step step(String name) {
        return steps.get(name);
    }

    boolean isPhone(String field) {
        return fields.containsKey(field) && fields.get(field).type() == Field.Type.PHONE;
    }

    /** Fields that hold what the caller said about themselves, as against what the line knows. */
    public boolean isAnswer(String field) {
        return fields.containsKey(field);
    }

    /** The fields that hold what somebody needs in order to talk: {@code need}, and whatever begins with {@code need-}. */
    public Set<String> needs() {
        return fields.keySet().stream().filter(Script::isNeed).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a field by that name holds a communication need. */
    public static boolean isNeed(String field) {
        return field.equals("need") || field.startsWith("need-");
    }

    /** Whether a caller may be put through to a person. */
    public boolean transfers() {
        return steps.values().stream().anyMatch(Transfer.class::isInstance);
    }

    /** What whoever picks up hears, while a call rings for a person; empty while it does not. */
    public Optional<Prompt> whisper(CallState state) {
        return Optional.ofNullable(steps.get(state.step()))
                .filter(Transfer.class::isInstance)
                .map(step -> Prompt.of(((Transfer) step).said().whisper()));
    }

    String urgency(Scene scene, CallState here) {
        return rules.urgency().stream()
                .filter(rule -> rule.condition().holds(scene, here))
                .map(UrgencyRule::level)
                .findFirst()
                .orElse("U3");
    }

    /** The words of the call's language. */
    public Words words(CallState state) {
        return languages.get(state.answer(Facts.LANGUAGE).orElse(FIRST_LANGUAGE));
    }
}
