package uk.referralline.sms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

/**
 * Texts in. A single word that every phone user knows stops or allows our texts; anything else is a contact, and a case.
 * None is ever answered by a text: the provider answers those words itself.
 */
public final class IncomingTexts {

    /** As Twilio reads them (Advanced Opt-Out, default keywords). */
    private static final Set<String> STOP =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");

    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

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

    /**
     * Takes a text in; one that was already taken in is ignored.
     *
     * @param sid {@code SM} or {@code MM} and 32 hexadecimal digits
     * @param from empty when the sender is no phone number: a word or a short code
     */
    public void receive(String sid, Optional<PhoneNumber> from, String body) {
        jdbi.useTransaction(handle -> {
            Instant at = clock.instant();
            ReceivedDao received = handle.attach(ReceivedDao.class);
            // PostgreSQL's text has no such character; a phone's has none either.
            if (received.insert(sid, from, body.replace("\0", ""), at) && !obeyed(handle, from, body, at)) {
                CaseId opened = contacts.open(handle, at);
                received.onCase(sid, opened);
                var subject = Subject.of("case", opened.value());
                Audit.note(
                        handle,
                        Entry.of(Actor.service("line"), Action.CHANGE, subject, at)
                                .detailed("text-received"));
            }
        });
    }

    /** Whether it was a word to us as a machine. From nobody in particular it is not, and a person reads it. */
    private boolean obeyed(Handle handle, Optional<PhoneNumber> from, String body, Instant at) {
        String word = word(body);
        if (from.isEmpty()) {
            return false;
        }
        if (STOP.contains(word)) {
            suppressions.stop(handle, from.get(), "text", at);
            return true;
        }
        // "Yes" from somebody who never stopped texts is meant for a person.
        return START.contains(word) && suppressions.allow(handle, from.get());
    }

    private static String word(String body) {
        return body.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "").toUpperCase(Locale.ROOT);
    }
}
