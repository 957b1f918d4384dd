package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the provider says about texts: in a callback, in its answer or when we ask. It may come before the provider has answered
 * our request, twice, or out of order; a text only moves forward, and one of which nobody knew whether it was sent is settled.
 */
public final class TextNews {
    private static final Logger LOG = LoggerFactory.getLogger(TextNews.class);

    private TextNews() {}

    /** Notes it, in the caller's transaction. A text that is not in the table is ignored. */
    public static <T extends KeptText> void heard(
            TextTable<T> table, UUID id, FoundText news, OptionalInt errorCode, Instant at) {
        Optional<T> row = table.lock(id);
        if (row.isEmpty()) {
            return;
        }
        table.note(id, news.status(), errorCode, at);
        adopt(table, row.get(), news.sid(), at);
        if (row.get().status().mayBecome(news.status())) {
            table.become(id, news.status(), news.status().settled(), at);
            errorCode.ifPresent(code -> table.fault(id, code));
        }
    }

    private static <T extends KeptText> void adopt(TextTable<T> table, T text, String sid, Instant at) {
        if (text.providerSid().isEmpty()) {
            if (table.takeFromAnother(text.id(), sid, at)) {
                LOG.warn("{} is {}, which another text had taken for its own", text, sid);
            }
            table.adopt(text.id(), sid);
        } else if (!text.providerSid().get().equals(sid)) {
            LOG.error(
                    "{} is at the provider twice: {} and {}",
                    text,
                    text.providerSid().get(),
                    sid);
        }
    }
}
