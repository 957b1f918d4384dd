package uk.referralline.casework;

import java.util.Arrays;

/**
 * What a person needs so that contact with them works. Most are needs of the Accessible Information Standard (DAPB1605); the
 * words are those of the call script and of {@code case_need}.
 */
public enum CommunicationNeed {
    CONTACT_BY_TEXT_ONLY("contact-by-text-only", "Contact this person by text only."),
    CONTACT_BY_EMAIL_ONLY("contact-by-email-only", "Contact this person by email only."),
    NO_PHONE_CALLS("no-phone-calls", "Do not phone this person: write, or visit."),
    RELAY_UK("relay-uk", "Call through the Relay UK app, and give it time: an operator types what you say."),
    BSL_INTERPRETER("bsl-interpreter", "Book an interpreter of British Sign Language."),
    SPOKEN_INTERPRETER(
            "spoken-interpreter",
            "Have an interpreter of the person's language on the call, never a relative or another patient."),
    EASY_READ("easy-read", "Write in easy read: short sentences with pictures."),
    LARGE_PRINT("large-print", "Write in large print."),
    BRAILLE("braille", "Write in braille."),
    AUDIO("audio", "Send what is written as a recording."),
    SLOW_CLEAR_SPEECH("slow-clear-speech", "Speak slowly and clearly."),
    EXTRA_TIME("extra-time", "Plan more time."),
    ONE_QUESTION_AT_A_TIME("one-question-at-a-time", "Ask one question at a time, and wait for the answer."),
    SUPPORTER_PRESENT("supporter-present", "The person wants a supporter there: arrange it before you call."),
    NON_INSTRUCTED("non-instructed", "The person may not be able to say what they want: use non-instructed advocacy."),
    OTHER("other", "Something else: read or listen to what was said.");

    private final String word;
    private final String meaning;

    CommunicationNeed(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    /** What it asks of the advocate, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether a person with this need must never be phoned: the database then keeps no callback open on their case. */
    public boolean blocksPhoneCalls() {
        return switch (this) {
            case CONTACT_BY_TEXT_ONLY, CONTACT_BY_EMAIL_ONLY, NO_PHONE_CALLS -> true;
            case RELAY_UK,
                    BSL_INTERPRETER,
                    SPOKEN_INTERPRETER,
                    EASY_READ,
                    LARGE_PRINT,
                    BRAILLE,
                    AUDIO,
                    SLOW_CLEAR_SPEECH,
                    EXTRA_TIME,
                    ONE_QUESTION_AT_A_TIME,
                    SUPPORTER_PRESENT,
                    NON_INSTRUCTED,
                    OTHER -> false;
        };
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static CommunicationNeed ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no need is called \"" + word + "\""));
    }
}
