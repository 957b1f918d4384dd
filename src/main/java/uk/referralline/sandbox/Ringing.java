package uk.referralline.sandbox;

/** A phone that rings until it is picked up or the caller gives up. */
final class Ringing implements Pending {

    private final CallRun run;
    private final Runnable pickedUp;

    Ringing(CallRun run, Runnable pickedUp) {
        this.run = run;
        this.pickedUp = pickedUp;
    }

    @Override
    public Waiting waiting() {
        return new Waiting.Ringing();
    }

    @Override
    public void pickUp() {
        pickedUp.run();
    }

    /** It rings until Twilio gives up. */
    @Override
    public void silence() {
        run.end(CallStatus.NO_ANSWER);
    }

    /** The call is declined. */
    @Override
    public void hangUp() {
        run.end(CallStatus.BUSY);
    }
}
