package uk.referralline.sms;

/** What the provider said to a text that was handed over. */
public sealed interface Sending {

    /** @param <R> what is made of it */
    interface Cases<R> {
        R accepted(Accepted sending);

        R busy();

        R refused(Refused sending);

        R unclear();
    }

    <R> R match(Cases<R> cases);

    /** It has it. @param sid {@code SM} or {@code MM} and 32 hexadecimal digits */
    record Accepted(String sid, TextStatus status) implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accepted(this);
        }
    }

    /** Too many at once (429). It was certainly not taken and may be handed over again. */
    record Busy() implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.busy();
        }
    }

    /** It will not have it. @param code the provider's */
    record Refused(int code, RefusalKind kind) implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /** No answer, or one that leaves open whether it was taken (a time-out, 5xx). It is never handed over again. */
    record Unclear() implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unclear();
        }
    }

    /** Why a provider refuses. */
    enum RefusalKind {
        /** This text to this number, ever. */
        PERMANENT,
        /** Our account or sender is not set up for it: somebody must mend that. */
        CONFIGURATION,
        /** The number opted out at the provider. */
        OPTED_OUT
    }
}
