package uk.referralline.duty;

/** A swap of one day's shift, as tables name it. */
public record SwapId(long value) {

    public SwapId {
        if (value < 1) {
            throw new IllegalArgumentException("a swap's id counts from 1");
        }
    }
}
