package uk.referralline.call;

/** We have no record of this call. */
public final class UnknownCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownCall(CallSid sid) {
        super("no call " + sid);
    }
}
