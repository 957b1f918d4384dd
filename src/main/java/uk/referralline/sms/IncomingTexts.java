package uk.referralline.sms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

/**
 * Texts to our number. STOP and START are obeyed at once; anything else is somebody reaching for us, and becomes a case. It
 * is never answered by text: the sender has not said that texts are safe.
 */
public final class IncomingTexts {
    /** Twilio's own words for a long number; it answers them itself. */
    private static final Set<String> STOP =
            Set.of("stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout", "cancel");

    private static final Set<String> START = Set.of("start", "yes", "unstop");

    private final Jdbi jdbi;
    private final Suppressions suppressions;
    private final Contacts contacts;
    private final InstantSource clock;

    public IncomingTexts(Jdbi jdbi, Suppressions suppressions, Contacts contacts, InstantSource clock) {
        this.jdbi = jdbi;
        this.suppressions = suppressions;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Opens the case of somebody who texted. */
    public interface Contacts {
        CaseId open(Handle handle, Instant at);
    }

    /**
     * A text arrived, perhaps not for the first time.
     *
     * @param sid the provider's id of it
     * @param from empty when it is no phone number
     */
    public void receive(String sid, Optional<PhoneNumber> from, String body) {
        jdbi.useTransaction(handle -> {
            Instant at = clock.instant();
            ReceivedDao received = handle.attach(ReceivedDao.class);
            if (!received.insert(sid, from.map(PhoneNumber::e164), body, at)) {
                return;
            }
            String word = body.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+$", "");
            if (from.isPresent() && STOP.contains(word)) {
                suppressions.stop(handle, from.get(), "text", at);
            } else if (from.isPresent() && START.contains(word)) {
                suppressions.allow(handle, from.get(), at);
            } else {
                received.belongsTo(sid, contacts.open(handle, at));
            }
        });
    }

    interface ReceivedDao {

        @SqlUpdate("""
                INSERT INTO text_received (sid, number, body, received_at)
                VALUES (:sid, :number, :body, :at)
                ON CONFLICT (sid) DO NOTHING
                """)
        boolean insert(String sid, Optional<String> number, String body, Instant at);

        @SqlUpdate("UPDATE text_received SET case_id = :caseId WHERE sid = :sid")
        void belongsTo(String sid, CaseId caseId);
    }
}
