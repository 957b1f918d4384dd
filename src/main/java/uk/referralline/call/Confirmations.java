package uk.referralline.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Reference;
import uk.referralline.ivr.CivilTime;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Facts;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sms.NewText;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.sms.Texts;

/**
 * Texts that confirm the call just made, in the language that the caller chose if there are words in it. One call sends each
 * of them once.
 *
 * @param scripts whose versions hold the words of the texts too
 * @param nudge wakes whoever sends them, once they are committed
 */
public record Confirmations(Texts texts, Scripts scripts, Runnable nudge) {

    /** What is confirmed. @param known what became known by keeping it, such as the due time */
    record Of(Call call, CaseId caseId, Effect.SendText effect, Map<String, String> known, Instant at) {}

    void queue(Handle handle, Of what) {
        String key = "call " + what.call().sid() + " " + what.effect().template();
        var to = new PhoneNumber(what.effect().number());
        SmsTemplates worded = scripts.of(what.call().scriptVersion())
                .texts()
                .in(what.effect().language(), what.effect().template());
        Map<String, String> values = values(what.known(), worded.language());
        texts.queue(handle, worded, new NewText(what.caseId(), what.effect().template(), values, to, key, what.at()));
        handle.afterCommit(nudge);
    }

    private static Map<String, String> values(Map<String, String> known, Locale language) {
        Map<String, String> values = new HashMap<>();
        if (known.containsKey(Facts.DUE)) {
            Instant due = Instant.parse(known.get(Facts.DUE));
            values.put("time", CivilTime.time(due, language));
            values.put("day", CivilTime.day(due, language));
        }
        if (known.containsKey(Facts.REFERENCE)) {
            values.put("reference", new Reference(known.get(Facts.REFERENCE)).written());
        }
        return values;
    }
}
