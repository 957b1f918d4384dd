package uk.referralline.escalation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whom a step tells, of those who were not told of the same thing before. */
enum Tell {
    /** One person: the first in order of call of those on duty at this moment. */
    NEXT_ON_DUTY,
    /** The managers on the rota at this moment; when there is none, every manager. */
    MANAGERS,
    /** Everybody who returns calls. */
    EVERYBODY;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Tell::word).toList();
    }

    static Tell ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is called \"" + word + "\""));
    }
}
