package uk.referralline.casework;

import java.util.ArrayList;
import java.util.List;
import uk.referralline.number.PhoneNumber;

/** Another number for a person, and what they allow on it. */
public record NewNumber(PhoneNumber number, Permissions permissions) {

    /** What is allowed, in words for the log, without the number. */
    String allowed() {
        List<String> words = new ArrayList<>();
        words.add(permissions.ownPhone() ? "own phone" : "somebody else's phone");
        words.add(permissions.mayLeaveMessage() ? "messages allowed" : "no messages");
        words.add(permissions.mayText() ? "texts allowed" : "no texts");
        return String.join(", ", words);
    }
}
