package uk.referralline.casework;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Note.class)
interface NoteDao {

    @SqlUpdate("""
            INSERT INTO case_note (case_id, advocate_id, body, at)
            VALUES (:id, :advocate, :body, :at)
            """)
    void add(CaseId id, @BindMethods By by, @Bind("body") String body);

    /**
     * Nothing when the note is not of this case, or was corrected already. The correction of a note of a case that was merged into
     * this one belongs to that case, too.
     */
    @SqlUpdate("""
            INSERT INTO case_note (case_id, advocate_id, body, corrects, at)
            SELECT wrong.case_id, :advocate, :body, :corrects, CAST(:at AS timestamptz)
              FROM case_note AS wrong
             WHERE wrong.id = :corrects
               AND wrong.case_id = ANY (ARRAY(SELECT case_family(:id)))
               AND NOT EXISTS (SELECT 1 FROM case_note AS later WHERE later.corrects = wrong.id)
            """)
    boolean correct(CaseId id, @BindMethods By by, @Bind("body") String body, @Bind("corrects") long corrects);

    @SqlQuery("""
            SELECT note.id, note.advocate_id AS advocate, note.body, note.corrects, note.at,
                   EXISTS (SELECT 1 FROM case_note AS later WHERE later.corrects = note.id) AS corrected
              FROM case_note AS note
             WHERE note.case_id = :id
             ORDER BY note.id
            """)
    List<Note> of(CaseId id);
}
