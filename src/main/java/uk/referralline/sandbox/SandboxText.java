package uk.referralline.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A text message that the sandbox took, in either direction. */
public final class SandboxText {

    private final String sid;
    private final Draft draft;
    private final Instant created;
    private volatile String body;
    private volatile String status;
    private volatile int errorCode;
    private volatile Optional<Instant> sent = Optional.empty();
    private volatile Instant updated;

    /**
     * A text before it is taken.
     *
     * @param direction inbound, outbound-api, outbound-call or outbound-reply
     * @param service the SID of the messaging service it is sent through
     * @param callback told of its delivery
     */
    record Draft(
            String from, String to, String body, String direction, Optional<String> service, Optional<URI> callback) {

        static Draft of(String from, String to, String body, String direction) {
            return new Draft(from, to, body, direction, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Draft[" + direction + "]";
        }
    }

    SandboxText(String sid, Draft draft, String status, Instant created) {
        this.sid = sid;
        this.draft = draft;
        this.body = draft.body();
        this.status = status;
        this.created = created;
        this.updated = created;
    }

    public String sid() {
        return sid;
    }

    /** A number in E.164, an alphanumeric sender, or the messaging service's SID. */
    public String from() {
        return draft.from();
    }

    public String to() {
        return draft.to();
    }

    /** Empty when it was redacted. */
    public String body() {
        return body;
    }

    /** {@code inbound}, {@code outbound-api} or {@code outbound-reply}. */
    public String direction() {
        return draft.direction();
    }

    /** In Twilio's words, such as {@code delivered}. */
    public String status() {
        return status;
    }

    /** 0 for none. */
    public int errorCode() {
        return errorCode;
    }

    Optional<String> service() {
        return draft.service();
    }

    Optional<URI> callback() {
        return draft.callback();
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }

    Optional<Instant> sent() {
        return sent;
    }

    boolean isFinal() {
        return switch (status) {
            case "delivered", "undelivered", "failed", "canceled", "received", "read" -> true;
            default -> false;
        };
    }

    void becomes(Life.Stage stage, Instant now) {
        status = stage.status();
        errorCode = stage.errorCode();
        updated = now;
        if (sent.isEmpty() && !status.equals("failed")) {
            sent = Optional.of(now);
        }
    }

    void redact(Instant now) {
        body = "";
        updated = now;
    }

    @Override
    public String toString() {
        return "SandboxText[" + sid + ", " + status + "]";
    }
}
