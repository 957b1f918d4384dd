package uk.referralline.sms;

/** A text that the provider has. @param sid {@code SM} or {@code MM} and 32 hexadecimal digits */
public record FoundText(String sid, String body, TextStatus status) {

    /** Without its words. */
    @Override
    public String toString() {
        return sid + " " + status.word();
    }
}
