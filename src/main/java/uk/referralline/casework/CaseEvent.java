package uk.referralline.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/**
 * Something that was done on a case.
 *
 * @param advocate who did it; empty when the line did
 * @param was what the value had been, where one was changed
 * @param becomes what it is since
 * @param reason in the words of whoever did it
 */
public record CaseEvent(
        CaseId caseId,
        Optional<AdvocateId> advocate,
        Kind kind,
        Optional<String> was,
        Optional<String> becomes,
        Optional<String> reason,
        Instant at) {

    /** Never prints values or reasons: they are personal. */
    @Override
    public String toString() {
        return "%s on case row %d".formatted(kind.word(), caseId.value());
    }

    /** What can happen on a case, with its name on screens. */
    public enum Kind {
        CLAIMED("Took the case"),
        RELEASED("Let the case go"),
        TAKEN_OVER("Took the case over"),
        OWNER_CHANGED("Changed the owner"),
        URGENCY_CHANGED("Changed the urgency"),
        ELIGIBILITY_CHANGED("Changed who qualifies"),
        KIND_CHANGED("Changed the kind of case"),
        FACT_CHANGED("Changed what is known"),
        NEED_NOTED("Noted a need"),
        NEED_WITHDRAWN("Took a need back"),
        NUMBER_CHANGED("Changed the number and what is allowed on it"),
        CALL_ATTEMPTED("Tried to call"),
        CALLBACK_PROMISED("Promised a call"),
        CALLBACK_PLANNED("Planned the next call"),
        ATTEMPT_UNDONE("Took back the record of a call, as a slip"),
        TIME_PREFERRED("Noted when the person is best called"),
        CALLBACK_GIVEN_UP("Stopped trying to call"),
        CALLBACK_MOVED("The call is promised on a linked case now"),
        CALLBACK_JOINED("The call that was promised on a linked case is made here"),
        NOTE_CORRECTED("Corrected a note"),
        ALERT_RAISED("Raised a safety alert"),
        ALERT_LIFTED("Lifted a safety alert"),
        NUMBER_BLOCKED("Blocked a number"),
        BLOCK_LIFTED("Lifted the block of a number"),
        INCIDENT_OPENED("Opened an incident"),
        INCIDENT_SETTLED("Settled an incident"),
        REFERRAL_COMPLETED("Completed the referral"),
        MESSAGE_WRITTEN_UP("Wrote up a left message"),
        LINKED("Linked another case of the same person"),
        UNLINKED("Took a link to another case away"),
        MERGED("Merged another case into this one"),
        WENT_ON_IN_ANOTHER("Merged this case into another"),
        MERGE_UNDONE("Undid a merge"),
        CLOSED("Closed the case"),
        CLOSING_UNDONE("Undid the closing"),
        REOPENED("Opened the case again");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As tables have it, such as {@code taken-over}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** As screens have it, after the name of who did it. */
        public String title() {
            return title;
        }

        /** @throws IllegalArgumentException when there is no such word */
        public static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
