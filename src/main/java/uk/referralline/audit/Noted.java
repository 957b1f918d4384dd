package uk.referralline.audit;

/** An entry as it stands in the audit. @param seq its place, counted from 1 without a gap */
public record Noted(long seq, Entry entry) {

    @Override
    public String toString() {
        return seq + ". " + entry;
    }
}
