package uk.referralline.sms;

import java.time.Instant;
import java.util.Map;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

/**
 * A text that somebody was promised.
 *
 * @param template by its name in {@code sms/en-GB.yaml}
 * @param values for the template's gaps; the line's number is known
 * @param businessKey what makes it one text, such as the callback and the template (law L2)
 */
public record NewText(
        CaseId caseId, String template, Map<String, String> values, PhoneNumber to, String businessKey, Instant at) {

    public NewText {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "new text " + template;
    }
}
