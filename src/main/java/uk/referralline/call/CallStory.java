package uk.referralline.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.number.NumberPlan;

/**
 * A call as it went, in words, for whoever deals with its case. The turns are replayed on the script that the call began with,
 * as for a repeat; nothing is changed.
 */
public final class CallStory {
    private final Scripts scripts;
    private final UkKeypad keypad;

    /** Whose words or deeds they are. */
    public enum By {
        LINE,
        CALLER
    }

    /**
     * One line of the story.
     *
     * @param text what the line said, in the script's first language, or what the caller did; never what they keyed in
     * @param at when the caller did it, and the line answered
     */
    public record Told(By by, String text, Instant at) {

        @Override
        public String toString() {
            return by + " at " + at;
        }
    }

    public CallStory(Scripts scripts, NumberPlan plan) {
        this.scripts = scripts;
        this.keypad = new UkKeypad(plan);
    }

    /**
     * Everything said and done on a call, from its beginning; empty if there is no such call. Where a turn's content has been
     * deleted, it tells the question that was asked and that the caller answered.
     */
    public List<Told> of(Handle handle, CallSid sid) {
        TurnsDao dao = handle.attach(TurnsDao.class);
        ObjectMapper json = handle.getConfig(Jackson2Config.class).getMapper();
        List<TurnsDao.Row> turns = dao.turns(sid);
        return dao.version(sid)
                .map(version -> new Retelling(scripts.of(version).script(), keypad, json).tell(turns))
                .orElse(List.of());
    }

    @RegisterConstructorMapper(TurnsDao.Row.class)
    interface TurnsDao {

        @SqlQuery("SELECT script_version FROM call WHERE sid = :sid")
        Optional<Long> version(CallSid sid);

        @SqlQuery("""
                SELECT coalesce(turn.input ->> 'what', '') AS what, turn.input, turn.before, turn.kept, turn.at,
                       CASE WHEN turn.n = call.turns - 1 THEN call.state ->> 'step'
                            ELSE lead(turn.before ->> 'step') OVER (ORDER BY turn.n)
                        END AS arrived
                  FROM call_turn AS turn
                  JOIN call ON call.sid = turn.call_sid
                 WHERE turn.call_sid = :sid
                 ORDER BY turn.n
                """)
        List<Row> turns(CallSid sid);

        /**
         * A turn as it is kept.
         *
         * @param what kind of input it was, also when no more than that is left of it
         * @param arrived the step at which the call waited next, or ended
         */
        record Row(
                String what,
                String input,
                String before,
                @Json Map<String, String> kept,
                Optional<String> arrived,
                Instant at) {}
    }
}
