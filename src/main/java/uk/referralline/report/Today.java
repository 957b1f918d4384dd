package uk.referralline.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The figures of one day in England, so far. */
public final class Today {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /**
     * What happened on the day.
     *
     * @param calls that came in
     * @param promised calls on which something was promised
     * @param called promises to call that were begun on: the first attempt was made on this day
     * @param inTime those of them where it was made by the time that was promised
     * @param texts that went to the provider
     */
    public record Figures(int calls, int promised, int called, int inTime, int texts) {}

    /** The day's figures up to this moment. */
    public Figures until(Handle handle, Instant at) {
        ZonedDateTime begins = at.atZone(LONDON).truncatedTo(ChronoUnit.DAYS);
        return handle.attach(FiguresDao.class)
                .figures(begins.toInstant(), begins.plusDays(1).toInstant());
    }

    @RegisterConstructorMapper(Figures.class)
    interface FiguresDao {

        @SqlQuery("""
                WITH came AS (
                    SELECT coalesce(last.kept ->> 'due', '') <> '' AS promised
                      FROM call
                      LEFT JOIN call_turn AS last ON last.call_sid = call.sid AND last.n = call.turns - 1
                     WHERE call.began_at >= :begins
                       AND call.began_at < :ends
                ), called AS (
                    SELECT min(made.at) <= callback.due_at AS in_time
                      FROM callback
                      JOIN callback_attempt AS made ON made.callback_id = callback.id
                     GROUP BY callback.id
                    HAVING min(made.at) >= :begins
                       AND min(made.at) < :ends
                )
                SELECT (SELECT count(*) FROM came) AS calls,
                       (SELECT count(*) FROM came WHERE promised) AS promised,
                       (SELECT count(*) FROM called) AS called,
                       (SELECT count(*) FROM called WHERE in_time) AS in_time,
                       (SELECT count(*)
                          FROM text_message
                         WHERE tried_at >= :begins
                           AND tried_at < :ends
                           AND status IN ('accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'undelivered',
                                          'read')) AS texts
                """)
        Figures figures(Instant begins, Instant ends);
    }
}
