package uk.referralline.escalation;

import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.casework.CaseId;

interface ClaimDao {

    /** The cases that somebody has taken and is still at. */
    @SqlQuery("SELECT case_id FROM claim WHERE until > :at")
    Set<CaseId> taken(Instant at);
}
