package uk.referralline.ivr;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** What happened on the phone since the line last spoke. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Input.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = Input.Digits.class, name = "digits"),
    @JsonSubTypes.Type(value = Input.Silence.class, name = "silence"),
    @JsonSubTypes.Type(value = Input.Recorded.class, name = "recorded"),
    @JsonSubTypes.Type(value = Input.TransferEnded.class, name = "transfer-ended"),
    @JsonSubTypes.Type(value = Input.HungUp.class, name = "hung-up"),
})
public sealed interface Input {

    /** The call was answered; {@code facts} is what the line knows about it, by the names in {@link Facts}. */
    record Begun(Map<String, String> facts) implements Input {
        public Begun {
            facts = Map.copyOf(facts);
        }

        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** Keys, without the hash that ended them; a hash alone is {@code "#"}. */
    record Digits(String keys) implements Input {
        public Digits {
            if (!keys.matches("[0-9*#]{1,64}")) {
                throw new IllegalArgumentException("not keys of a phone");
            }
        }

        /** Never prints the keys: they may be a phone number. */
        @Override
        public String toString() {
            return "Digits[" + keys.length() + "]";
        }
    }

    /** Nothing was pressed or said in time. */
    record Silence() implements Input {}

    /** A message was recorded; {@code sid} is the provider's id of it. Whether there is sound in it is not known yet. */
    record Recorded(String sid, int seconds) implements Input {
        public Recorded {
            if (!sid.matches("RE[0-9a-f]{32}") || seconds < 0) {
                throw new IllegalArgumentException("not a recording");
            }
        }
    }

    /** Nobody rings any more, and nobody talks to the caller. */
    record TransferEnded(Outcome outcome) implements Input {

        /** What came of it. */
        public enum Outcome {
            /** A person took the call, and the conversation is over. */
            TALKED,
            /** Nobody picked up in time. */
            NOT_ANSWERED,
            BUSY,
            /** No phone could be rung at all. */
            FAILED,
            /** Somebody or something picked up and did not take the call; nobody else is left to ring. */
            DECLINED,
            /** The same, and others are left to ring. */
            OTHERS_LEFT
        }
    }

    /** The caller is gone. */
    record HungUp() implements Input {}
}
