package uk.referralline.sms;

import java.time.Instant;
import java.util.Map;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

/**
 * A text to be sent, if the law allows it when its moment comes.
 *
 * @param values of the template's placeholders
 * @param businessKey what makes it one text: asked for twice, it is sent once
 * @param at when it was asked for
 */
public record NewText(
        CaseId caseId, String template, Map<String, String> values, PhoneNumber to, String businessKey, Instant at) {}
