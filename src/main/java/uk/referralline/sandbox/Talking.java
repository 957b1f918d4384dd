package uk.referralline.sandbox;

import java.time.Duration;

/** The leg that was dialled, while both talk. */
final class Talking implements Pending {

    private final CallRun leg;
    private final CallRun other;

    Talking(CallRun leg, CallRun other) {
        this.leg = leg;
        this.other = other;
    }

    @Override
    public Waiting waiting() {
        return new Waiting.Bridged();
    }

    @Override
    public void speech(Duration length) {
        leg.passes(length);
        other.passes(length);
    }

    @Override
    public void hangUp() {
        leg.end(CallStatus.COMPLETED);
    }
}
