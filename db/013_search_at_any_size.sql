-- Search costs the same however many cases are closed, and keeping it up to date costs less. Measured with a million of them.

SET LOCAL statement_timeout = 0;

-- The blocks first: with the words first, two frequent ones were compared through all cases before the block was looked at.
DROP INDEX case_search_words;
CREATE INDEX case_search_words ON case_search USING gin (blocks, words) WITH (fastupdate = off);

-- In which blocks to look, and in which order: first for open cases, few enough to be looked for in the largest blocks; then for
-- all others, the newest in small blocks and older ones in larger ones, so that a frequent word is found in the first and a rare
-- word within few. Each time the blocks hold each case up to this one once.
DROP FUNCTION search_walk;
CREATE FUNCTION search_walk(bigint) RETURNS TABLE (n bigint, open boolean, block integer)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH bottom (medium, large) AS (
        SELECT GREATEST(($1 >> 15) - 1, 0), GREATEST(($1 >> 18) - 1, 0)
    ), walk (open, size, block) AS (
        SELECT true, 3, generate_series($1 >> 18, 0, -1)
         UNION ALL
        SELECT false, 1, generate_series($1 >> 12, medium * 8, -1)
          FROM bottom
         UNION ALL
        SELECT false, 2, generate_series(medium - 1, large * 8, -1)
          FROM bottom
         UNION ALL
        SELECT false, 3, generate_series(large - 1, 0, -1)
          FROM bottom
    )
    SELECT row_number() OVER (ORDER BY open DESC, size, block DESC), open, (block * 4 + size)::integer
      FROM walk
$$;

-- Facts beyond 500 and notes beyond 20,000 letters are found by their beginning. The name to ask for is one of the person's. In
-- PL/pgSQL, which plans it once a connection and not at every call.
CREATE OR REPLACE FUNCTION search_document(bigint) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN RETURN (
    WITH fact AS (
        SELECT name, search_plain(left(value, 500)) AS value,
               row_number() OVER (PARTITION BY name ORDER BY id DESC) = 1 AS holds
          FROM case_fact
         WHERE case_id = $1
           AND name IN ('ward-name', 'place', 'person-name', 'name-to-ask-for', 'referrer-name', 'organisation', 'reason')
    ), number (digits) AS (
        SELECT caller_number FROM call WHERE case_id = $1 AND caller_number IS NOT NULL
         UNION
        SELECT number FROM callback WHERE case_id = $1 AND number IS NOT NULL
         UNION
        SELECT number FROM contact_permission WHERE case_id = $1
         UNION
        SELECT number FROM referral WHERE case_id = $1
         UNION
        SELECT number FROM text_received WHERE case_id = $1 AND number LIKE '+%'
    ), named (word) AS (
        SELECT word
          FROM fact, string_to_table(value, ' ') AS word
         WHERE holds
           AND name <> 'reason'
           AND length(word) BETWEEN 1 AND 60
    ), earlier (word) AS (
        SELECT word
          FROM fact, string_to_table(value, ' ') AS word
         WHERE NOT holds
           AND length(word) BETWEEN 1 AND 60
        EXCEPT
        SELECT word FROM named
    ), lexeme (word) AS (
        SELECT digits FROM number
         UNION
        SELECT '#' || right(digits, n)
          FROM number, generate_series(4, 10) AS n
         WHERE n < length(digits)
         UNION
        SELECT '=' || word FROM named
         UNION
        SELECT '-' || word FROM earlier
    ), part (ward, person, referrer) AS (
        SELECT string_agg(value, ' ') FILTER (WHERE name IN ('ward-name', 'place')),
               string_agg(value, ' ') FILTER (WHERE name IN ('person-name', 'name-to-ask-for')),
               string_agg(value, ' ') FILTER (WHERE name IN ('referrer-name', 'organisation'))
          FROM fact
         WHERE holds
    ), note (body) AS (
        SELECT left(string_agg(said.body, ' '), 200000)
          FROM (SELECT search_plain(left(body, 20000)) AS body FROM case_note WHERE case_id = $1
                 UNION ALL
                SELECT value FROM fact WHERE name = 'reason' AND holds) AS said
    )
    SELECT setweight(to_tsvector('simple', coalesce(ward, '')), 'A')
           || setweight(to_tsvector('simple', coalesce(person, '')), 'B')
           || setweight(to_tsvector('simple', coalesce(referrer, '')), 'C')
           || to_tsvector('simple', coalesce((SELECT string_agg(word, ' ') FROM earlier), ''))
           || to_tsvector('english', coalesce(body, ''))
           || array_to_tsvector(ARRAY(SELECT word FROM lexeme))
      FROM part, note
);
END $$;

-- A merged case is as open as the one it goes on in. It only reads, so many may be made at once.
CREATE OR REPLACE FUNCTION search_row(bigint) RETURNS case_search LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    fresh case_search;
BEGIN
    SELECT mine.id, search_document(mine.id),
           search_blocks(mine.id)
           || CASE WHEN mine.status <> 'closed' AND living.status = 'open' THEN '{0}'::integer[] ELSE '{}' END
      INTO fresh
      FROM case_record AS mine
      JOIN case_record AS living
        ON living.id = CASE WHEN mine.status = 'merged' THEN living_case(mine.id) ELSE mine.id END
     WHERE mine.id = $1;
    RETURN fresh;
END $$;

-- Words of names that begin with this one, and those that are one or two typing mistakes away. Two neighbours swapped leave few
-- trigrams in common, hence the low bound for what is looked at. Each word more is one more to look for in every block.
CREATE OR REPLACE FUNCTION search_near(typed text) RETURNS text[] LANGUAGE sql STABLE
    SET pg_trgm.similarity_threshold = 0.15 AS $$
    SELECT ARRAY(SELECT word
                   FROM search_word
                  WHERE word LIKE typed || '%'
                    AND word <> typed
                  ORDER BY length(word), word
                  LIMIT 5)
           || ARRAY(SELECT word
                      FROM search_word
                     WHERE word % typed
                       AND word <> typed
                       AND levenshtein_less_equal(word, typed, 2) <= CASE WHEN length(typed) < 5 THEN 1 ELSE 2 END
                     ORDER BY levenshtein_less_equal(word, typed, 2), similarity(word, typed) DESC, word
                     LIMIT 5)
$$;

DROP TRIGGER is_searched ON case_fact;
CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT ON case_fact
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.name IN (
        'ward-name', 'place', 'person-name', 'name-to-ask-for', 'referrer-name', 'organisation', 'reason'))
    EXECUTE FUNCTION search_follow();

-- A case and those that were merged into it, however deep.
CREATE FUNCTION case_family(bigint) RETURNS SETOF bigint LANGUAGE sql STABLE PARALLEL SAFE ROWS 2 AS $$
    WITH RECURSIVE family (id) AS (
        SELECT $1
         UNION
        SELECT merged.id
          FROM family
          JOIN case_record AS merged ON merged.merged_into = family.id
    )
    SELECT id FROM family
$$;

-- Whether a note was corrected was read from all notes there are.
CREATE INDEX case_note_correction ON case_note (corrects) WHERE corrects IS NOT NULL;

SELECT count(search_refresh(id)) FROM case_record;
