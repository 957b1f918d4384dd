package uk.referralline.duty;

/** A shift of the weekly rota, as tables name it. */
public record ShiftId(long value) {

    public ShiftId {
        if (value < 1) {
            throw new IllegalArgumentException("a shift's id counts from 1");
        }
    }
}
