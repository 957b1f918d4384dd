package uk.referralline.play;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.referralline.ivr.Next;

/** What a person types at a terminal to be the caller, in the words of a conversation. */
final class Typed {
    static final String KEYS = "Type keys and press Enter; Enter alone stays silent; \"hang up\" ends the call.";
    static final String MESSAGE = "Type \"say\" to say something; Enter alone stays silent; \"hang up\" ends the call.";

    static final String PERSON =
            "You are the person who is rung now: type \"answer\", \"busy\" or \"pass\"; Enter alone lets it ring;"
                    + " \"hang up\" ends the call.";

    private static final Map<String, String> OF_A_PERSON = Map.of(
            "", "person does not answer",
            "hang up", "hangs up",
            "answer", "person answers",
            "busy", "person is busy",
            "pass", "person does not take it");

    private Typed() {}

    /**
     * Such as {@code presses 1}.
     *
     * @throws IllegalArgumentException with what can be typed here, for anything else
     */
    static String words(String typed, Next waiting) {
        String line = typed.strip().toLowerCase(Locale.ROOT);
        if (waiting instanceof Next.Transfer) {
            return Optional.ofNullable(OF_A_PERSON.get(line)).orElseThrow(() -> new IllegalArgumentException(PERSON));
        }
        return switch (line) {
            case "" -> "stays silent";
            case "hang up" -> "hangs up";
            case "#" -> "presses hash";
            case "*" -> "presses star";
            case "say" -> waiting.match(new Say());
            default -> waiting.match(new Keys(line.replace(" ", "")));
        };
    }

    /** What can be typed now. */
    static String hint(Next waiting) {
        return waiting.match(new Hint());
    }

    private record Keys(String keys) implements Next.Cases<String> {
        @Override
        public String gather(Next.Gather gather) {
            if (!keys.matches("[0-9][0-9*]*#?")) {
                throw new IllegalArgumentException(KEYS);
            }
            if (gather.keys() == 1 && keys.length() > 1) {
                throw new IllegalArgumentException("The line waits for one key here. " + KEYS);
            }
            return "presses " + keys;
        }

        @Override
        public String record(Next.Record record) {
            throw new IllegalArgumentException(MESSAGE);
        }

        @Override
        public String transfer(Next.Transfer transfer) {
            throw new IllegalArgumentException(PERSON);
        }

        @Override
        public String hangUp(Next.HangUp hangUp) {
            throw new IllegalStateException("the call is over");
        }
    }

    private record Say() implements Next.Cases<String> {
        @Override
        public String gather(Next.Gather gather) {
            throw new IllegalArgumentException("The line does not listen to words here. " + KEYS);
        }

        @Override
        public String record(Next.Record record) {
            return "says something";
        }

        @Override
        public String transfer(Next.Transfer transfer) {
            throw new IllegalArgumentException(PERSON);
        }

        @Override
        public String hangUp(Next.HangUp hangUp) {
            throw new IllegalStateException("the call is over");
        }
    }

    private record Hint() implements Next.Cases<String> {
        @Override
        public String gather(Next.Gather gather) {
            return KEYS;
        }

        @Override
        public String record(Next.Record record) {
            return MESSAGE;
        }

        @Override
        public String transfer(Next.Transfer transfer) {
            return PERSON;
        }

        @Override
        public String hangUp(Next.HangUp hangUp) {
            return "";
        }
    }
}
