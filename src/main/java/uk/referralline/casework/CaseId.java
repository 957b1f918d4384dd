package uk.referralline.casework;

/** A case's row. It has no meaning and is never said to a caller; people use the {@link Reference}. */
public record CaseId(long value) {

    public CaseId {
        if (value < 1) {
            throw new IllegalArgumentException("a case's id counts from 1");
        }
    }
}
