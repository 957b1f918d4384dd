package uk.referralline.audit;

import uk.referralline.duty.AdvocateId;

/**
 * Who did it: a person who works here, or the service of itself.
 *
 * @param id the person's number, or which part of the service
 */
public record Actor(Kind kind, String id) {

    /** A person or a part of the service. */
    public enum Kind {
        ADVOCATE("advocate"),
        SERVICE("service");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As tables have it. */
        public String word() {
            return word;
        }

        static Kind ofWord(String word) {
            return ADVOCATE.word.equals(word) ? ADVOCATE : SERVICE;
        }
    }

    /** @throws IllegalArgumentException when a person has no number, or a part of the service no short word */
    public Actor {
        if (!id.matches(kind == Kind.ADVOCATE ? "[1-9][0-9]{0,18}" : "[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("a person is named by a number, a part of the service by a short word");
        }
    }

    public static Actor advocate(AdvocateId id) {
        return new Actor(Kind.ADVOCATE, String.valueOf(id.value()));
    }

    /** @param part which part acted of itself, such as {@code line}, {@code escalation} or {@code command} */
    public static Actor service(String part) {
        return new Actor(Kind.SERVICE, part);
    }

    @Override
    public String toString() {
        return kind.word() + " " + id;
    }
}
