package uk.referralline.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Role;

/**
 * Who may read which case: open duty items and their own; what they closed on the same day; any other with a stated reason; a manager all of them (domain.md (d)
 * 29 and 30).
 */
public final class NeedToKnow {
    /** How long a reason holds: a working day, so that nobody types it twice for one piece of work. */
    private static final Duration HOLDS = Duration.ofHours(8);

    /** Whether this person may read the case now without saying why. */
    public boolean mayRead(Handle handle, CaseHead head, Advocate reader, Instant at) {
        if (reader.role() == Role.MANAGER || head.isOf(reader.id())) {
            return true;
        }
        boolean dutyItem = head.status() == CaseStatus.OPEN && head.owner().isEmpty();
        return reader.role().returnsCalls()
                && (dutyItem
                        || closedToday(handle, head, reader, at)
                        || handle.attach(AccessDao.class).given(head.id(), reader.id(), at));
    }

    /** Whoever closed a case knows it; that day they may look whether all is as they meant it. */
    private static boolean closedToday(Handle handle, CaseHead head, Advocate reader, Instant at) {
        Instant morning = LocalDate.ofInstant(at, OpeningHours.LONDON)
                .atStartOfDay(OpeningHours.LONDON)
                .toInstant();
        return head.closedAt().filter(closed -> !closed.isBefore(morning)).isPresent()
                && handle.attach(AccessDao.class).closedBy(head.id(), reader.id(), morning);
    }

    /** They say why, and may read it for a while. @throws Refused without a reason */
    public void open(Handle handle, CaseId id, By by, String typed) {
        handle.attach(AccessDao.class)
                .give(id, by.advocate(), Refused.reason(typed), by.at(), by.at().plus(HOLDS));
    }

    interface AccessDao {

        @SqlQuery("""
                SELECT EXISTS (SELECT 1
                                 FROM case_access
                                WHERE case_id = :id
                                  AND advocate_id = :reader
                                  AND until > :at)
                """)
        boolean given(@Bind("id") CaseId id, @Bind("reader") AdvocateId reader, @Bind("at") Instant at);

        @SqlQuery("""
                SELECT EXISTS (SELECT 1
                                 FROM case_event
                                WHERE case_id = :id
                                  AND kind = 'closed'
                                  AND advocate_id = :reader
                                  AND at >= :since)
                """)
        boolean closedBy(@Bind("id") CaseId id, @Bind("reader") AdvocateId reader, @Bind("since") Instant since);

        @SqlUpdate("""
                INSERT INTO case_access (case_id, advocate_id, reason, given_at, until)
                VALUES (:id, :reader, :reason, :at, :until)
                """)
        void give(
                @Bind("id") CaseId id,
                @Bind("reader") AdvocateId reader,
                @Bind("reason") String reason,
                @Bind("at") Instant at,
                @Bind("until") Instant until);
    }
}
