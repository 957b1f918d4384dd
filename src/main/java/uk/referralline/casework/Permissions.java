package uk.referralline.casework;

/** What a person allows on one number. What was not asked is no. */
public record Permissions(boolean ownPhone, boolean mayLeaveMessage, boolean mayText) {

    /** In words for the log, such as "own phone, no messages, texts allowed". */
    String words() {
        return String.join(
                ", ",
                ownPhone ? "own phone" : "somebody else's phone",
                mayLeaveMessage ? "messages allowed" : "no messages",
                mayText ? "texts allowed" : "no texts");
    }
}
