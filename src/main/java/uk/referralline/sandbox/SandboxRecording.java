package uk.referralline.sandbox;

import java.time.Duration;
import java.time.Instant;

/** A recording that the sandbox keeps: its length, not its sound. */
public final class SandboxRecording {

    private final String sid;
    private final String callSid;
    private final Instant begun;
    private volatile String status = "in-progress";
    private volatile Duration length = Duration.ZERO;
    private volatile int errorCode;

    SandboxRecording(String sid, String callSid, Instant begun) {
        this.sid = sid;
        this.callSid = callSid;
        this.begun = begun;
    }

    public String sid() {
        return sid;
    }

    /** The call's SID; of two legs, the parent's. */
    public String callSid() {
        return callSid;
    }

    /** {@code in-progress}, {@code completed} or {@code absent}. */
    public String status() {
        return status;
    }

    public long seconds() {
        return length.toSeconds();
    }

    /** Why there is no sound: 16101 too short, 16102 silent; 0 when there is. */
    public int errorCode() {
        return errorCode;
    }

    Instant begun() {
        return begun;
    }

    Duration length() {
        return length;
    }

    boolean isFinal() {
        return !status.equals("in-progress");
    }

    void ends(Duration spoken, int error) {
        length = spoken;
        errorCode = error;
        status = error == 0 ? "completed" : "absent";
    }
}
