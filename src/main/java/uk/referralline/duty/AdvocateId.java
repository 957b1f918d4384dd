package uk.referralline.duty;

/** A person who works here, as tables name them. */
public record AdvocateId(long value) {

    public AdvocateId {
        if (value < 1) {
            throw new IllegalArgumentException("an advocate's id counts from 1");
        }
    }
}
