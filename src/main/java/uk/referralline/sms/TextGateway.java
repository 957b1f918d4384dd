package uk.referralline.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.referralline.number.PhoneNumber;

/** The provider, as far as texts are concerned. */
public interface TextGateway {

    /** Sends it, with one request and no more. It does not throw for what a provider may answer. */
    Sending send(OutgoingText text);

    /**
     * Texts from us to this number that the provider has taken since then, newest first.
     *
     * @throws RuntimeException when the provider cannot be asked
     */
    List<FoundText> find(PhoneNumber to, Instant since);

    /**
     * @param id ours: it travels in the address for delivery status
     * @param validity how long the network may go on trying
     */
    record OutgoingText(UUID id, PhoneNumber to, String body, Duration validity) {

        /** Never prints the number or the words. */
        @Override
        public String toString() {
            return "OutgoingText[" + id + "]";
        }
    }

    /** A text that the provider has. */
    record FoundText(String sid, String body, TextStatus status) {}

    /** What a provider answered. */
    sealed interface Sending {

        /** @param <R> what the sender makes of it */
        interface Cases<R> {
            R accepted(Accepted answer);

            R busy(Busy answer);

            R refused(Refused answer);

            R unclear(Unclear answer);
        }

        <R> R match(Cases<R> cases);
    }

    /** Taken. @param sid the provider's id of it */
    record Accepted(String sid, TextStatus status) implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accepted(this);
        }
    }

    /** Certainly not taken; it may be asked again (HTTP 429). */
    record Busy() implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.busy(this);
        }
    }

    /** Not taken, and never will be as things are. @param code the provider's */
    record Refused(int code, Why why) implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /** A time-out or a 5xx: it may have been taken. */
    record Unclear() implements Sending {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unclear(this);
        }
    }

    /** Why a provider refuses. */
    enum Why {
        /** This number cannot be texted. */
        NUMBER,
        /** This number has opted out at the provider. */
        OPTED_OUT,
        /** Our account or sender is set up wrongly: somebody must act. */
        CONFIGURATION
    }
}
