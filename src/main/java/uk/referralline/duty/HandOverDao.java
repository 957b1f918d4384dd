package uk.referralline.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(HandOverNote.class)
@RegisterConstructorMapper(HandOverNote.Reading.class)
interface HandOverDao {

    /** Two clicks of one person wait for one another. */
    @SqlQuery("SELECT id FROM advocate WHERE id = :writer FOR UPDATE")
    AdvocateId oneAtATime(AdvocateId writer);

    @SqlQuery("""
            SELECT id
              FROM hand_over_note
             WHERE written_by = :writtenBy
               AND day = :day
               AND shift_id IS NOT DISTINCT FROM :shift
               AND words = :words
               AND written_at > :after
             ORDER BY id
             LIMIT 1
            """)
    Optional<NoteId> same(@BindMethods NewNote note, @Bind("after") Instant after);

    @SqlQuery("""
            INSERT INTO hand_over_note (written_by, day, shift_id, words, written_at)
            VALUES (:writtenBy, :day, :shift, :words, :at)
            RETURNING id
            """)
    NoteId write(@BindMethods NewNote note, @Bind("at") Instant at);

    @SqlQuery("""
            SELECT id, written_by, day, shift_id AS shift, words, written_at
              FROM hand_over_note
             WHERE day BETWEEN :first AND :last
             ORDER BY day DESC, id DESC
            """)
    List<HandOverNote> between(LocalDate first, LocalDate last);

    @SqlQuery("""
            SELECT id, written_by, day, shift_id AS shift, words, written_at
              FROM hand_over_note
             WHERE id = :id
            """)
    Optional<HandOverNote> find(NoteId id);

    @SqlQuery("""
            SELECT advocate_id AS reader, read_at
              FROM hand_over_reading
             WHERE note_id = :id
             ORDER BY read_at, advocate_id
            """)
    List<HandOverNote.Reading> readings(NoteId id);

    @SqlUpdate("""
            INSERT INTO hand_over_reading (note_id, advocate_id, read_at)
            VALUES (:id, :reader, :at)
            ON CONFLICT (note_id, advocate_id) DO NOTHING
            """)
    boolean read(NoteId id, AdvocateId reader, Instant at);
}
