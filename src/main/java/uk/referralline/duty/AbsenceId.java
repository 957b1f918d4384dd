package uk.referralline.duty;

/** Days on which somebody is away, as tables name them. */
public record AbsenceId(long value) {

    public AbsenceId {
        if (value < 1) {
            throw new IllegalArgumentException("an absence's id counts from 1");
        }
    }
}
