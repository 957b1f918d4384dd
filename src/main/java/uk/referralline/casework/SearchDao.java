package uk.referralline.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Found.class)
@RegisterConstructorMapper(SearchDao.Token.class)
interface SearchDao {

    /** The words of what was typed, and for each of them what else may have been meant. */
    @SqlQuery("""
            SELECT token.word, (ts_lexize('english_stem', token.word))[1] AS stem,
                   CASE WHEN token.word ~ '^[^0-9]{3,60}$' THEN search_near(token.word) ELSE '{}' END AS near
              FROM string_to_table(search_plain(:typed), ' ') WITH ORDINALITY AS token (word, n)
             WHERE token.word <> ''
             ORDER BY token.n
             LIMIT 8
            """)
    List<Token> tokens(String typed);

    /** References are given again once a case is closed. */
    @SqlQuery("""
            SELECT living.id AS case_id, living.reference, living.kind, living.status, living.urgency, living.opened_at,
                   living.closed_at, '{REFERENCE}'::text[] AS matched, true AS exact,
                   CASE WHEN mine.status = 'merged' THEN mine.reference END AS merged_from
              FROM case_record AS mine
              JOIN case_record AS living
                ON living.id = CASE WHEN mine.status = 'merged' THEN living_case(mine.id) ELSE mine.id END
             WHERE mine.reference = :reference
             ORDER BY living.status = 'open' DESC, living.opened_at DESC, living.id DESC
             LIMIT 50
            """)
    List<Found> byReference(Reference reference);

    /** In {@code SearchDao/find.sql}. @param from the first of the passes that is made; the others only tell how well a case fits */
    @SqlQuery
    @UseClasspathSqlLocator
    List<Found> find(@Json List<Pass> passes, int from);

    /**
     * A word that was typed, in small letters and without accents.
     *
     * @param stem as notes have it; empty when they leave it out, as they do with "the"
     * @param near words of names that begin with it or are spelt much like it
     */
    record Token(String word, Optional<String> stem, List<String> near) {

        /** Whether it is worth looking for beside other words. */
        boolean tells() {
            return word.length() > 1 && stem.isPresent();
        }

        List<String> exact() {
            return Stream.concat(Stream.of(word), stem.stream()).distinct().toList();
        }

        List<String> wide() {
            return Stream.concat(exact().stream(), near.stream()).distinct().toList();
        }

        /** Never prints the word: it may name a person. */
        @Override
        public String toString() {
            return "a word of " + word.length() + " letters";
        }
    }
}
