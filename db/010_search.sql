-- What advocates search by: one row a case, with the words of its facts and notes and with its numbers. It is made of the other
-- tables at every commit that changes them, so that what is erased there cannot be found here.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- Every case that is there already is read once.
SET LOCAL statement_timeout = 0;

-- "words" has, as lexemes: each word of what is known now, of earlier facts and of notes; "=word" for those of names that hold
-- now and "-word" for those that were corrected since; each number, and "#0123" for its last 4 to 10 digits. The weights tell
-- where a word stands: A the ward or hospital, B the person, C who refers, D a note or an earlier fact.
-- "blocks" are those of the case in search_blocks, and 0 while it is open.
CREATE TABLE case_search (
    case_id bigint    PRIMARY KEY REFERENCES case_record ON DELETE CASCADE,
    words   tsvector  NOT NULL,
    blocks  integer[] NOT NULL
);

-- One index for both, so that a frequent word costs no more than the block it is looked for in. Without a list of what is
-- still to be indexed: every search would read the whole list.
CREATE INDEX case_search_words ON case_search USING gin (words, blocks) WITH (fastupdate = off);

-- Every word that names have now, to find what was meant by a misspelt or a shortened one.
CREATE TABLE search_word (
    word text PRIMARY KEY
);
CREATE INDEX search_word_alike ON search_word USING gin (word gin_trgm_ops) WITH (fastupdate = off);

CREATE INDEX text_received_by_case ON text_received (case_id) WHERE case_id IS NOT NULL;

-- Words of letters and digits with one space between, without accents and in small letters.
CREATE FUNCTION search_plain(text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(
        lower(unaccent($1)), '[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\xa0\u2000-\u206f\u3000]+', ' ', 'g'))
$$;

-- The blocks of neighbouring cases that a case is in: one of 4,096 cases, one of 32,768 and one of 262,144.
CREATE FUNCTION search_blocks(bigint) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY[($1 >> 12) * 4 + 1, ($1 >> 15) * 4 + 2, ($1 >> 18) * 4 + 3]::integer[]
$$;

-- Blocks that together hold each case up to this one once, in the order to look in them: the newest cases in small blocks, older
-- ones in larger ones, so that a frequent word is found in the first and a rare word within few.
CREATE FUNCTION search_walk(bigint) RETURNS TABLE (n bigint, block integer) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH bottom (medium, large) AS (
        SELECT GREATEST(($1 >> 15) - 1, 0), GREATEST(($1 >> 18) - 1, 0)
    ), walk (size, block) AS (
        SELECT 1, generate_series($1 >> 12, medium * 8, -1)
          FROM bottom
         UNION ALL
        SELECT 2, generate_series(medium - 1, large * 8, -1)
          FROM bottom
         UNION ALL
        SELECT 3, generate_series(large - 1, 0, -1)
          FROM bottom
    )
    SELECT row_number() OVER (ORDER BY size, block DESC), (block * 4 + size)::integer
      FROM walk
$$;

-- Facts beyond 500 and notes beyond 20,000 letters are found by their beginning.
CREATE FUNCTION search_document(bigint) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH fact AS (
        SELECT name, search_plain(left(value, 500)) AS value,
               row_number() OVER (PARTITION BY name ORDER BY id DESC) = 1 AS holds
          FROM case_fact
         WHERE case_id = $1
           AND name IN ('ward-name', 'place', 'person-name', 'referrer-name', 'organisation', 'reason')
    ), number (digits) AS (
        SELECT caller_number FROM call WHERE case_id = $1 AND caller_number IS NOT NULL
         UNION
        SELECT number FROM callback WHERE case_id = $1 AND number IS NOT NULL
         UNION
        SELECT number FROM contact_permission WHERE case_id = $1
         UNION
        SELECT number FROM referral WHERE case_id = $1
         UNION
        SELECT number FROM text_received WHERE case_id = $1 AND number ~ '^\+[1-9][0-9]{1,14}$'
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
               string_agg(value, ' ') FILTER (WHERE name = 'person-name'),
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
$$;

-- A merged case is as open as the one it goes on in.
CREATE FUNCTION search_row(bigint) RETURNS case_search LANGUAGE sql STABLE AS $$
    SELECT mine.id, search_document(mine.id),
           search_blocks(mine.id)
           || CASE WHEN mine.status <> 'closed' AND living.status = 'open' THEN '{0}'::integer[] ELSE '{}' END
      FROM case_record AS mine
      JOIN case_record AS living
        ON living.id = CASE WHEN mine.status = 'merged' THEN living_case(mine.id) ELSE mine.id END
     WHERE mine.id = $1
$$;

-- Words of names that begin with this one, and those that are one or two typing mistakes away. Two neighbours swapped leave few
-- trigrams in common, hence the low bound for what is looked at.
CREATE FUNCTION search_near(typed text) RETURNS text[] LANGUAGE sql STABLE
    SET pg_trgm.similarity_threshold = 0.15 AS $$
    SELECT ARRAY(SELECT word
                   FROM search_word
                  WHERE word LIKE typed || '%'
                    AND word <> typed
                  ORDER BY length(word), word
                  LIMIT 10)
           || ARRAY(SELECT word
                      FROM search_word
                     WHERE word % typed
                       AND word <> typed
                       AND levenshtein_less_equal(word, typed, 2) <= CASE WHEN length(typed) < 5 THEN 1 ELSE 2 END
                     ORDER BY levenshtein_less_equal(word, typed, 2), similarity(word, typed) DESC, word
                     LIMIT 6)
$$;

-- The words of names in a row.
CREATE FUNCTION search_names(tsvector) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substr(lexeme, 2)
      FROM unnest($1)
     WHERE lexeme ~ '^=[^0-9]{3,}$'
$$;

-- Two who change one case at the same moment: the second waits for the first, and then reads what both have written.
CREATE FUNCTION search_refresh(bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    before tsvector := '';
    after  tsvector;
BEGIN
    INSERT INTO case_search
    SELECT fresh.case_id, fresh.words, fresh.blocks
      FROM search_row($1) AS fresh
     WHERE fresh.case_id IS NOT NULL
    ON CONFLICT (case_id) DO NOTHING
    RETURNING words INTO after;
    IF after IS NULL THEN
        SELECT words INTO before FROM case_search WHERE case_id = $1 FOR UPDATE;
        UPDATE case_search AS mine
           SET words = fresh.words, blocks = fresh.blocks
          FROM search_row($1) AS fresh
         WHERE mine.case_id = fresh.case_id
           AND (mine.words <> fresh.words OR mine.blocks <> fresh.blocks)
        RETURNING mine.words INTO after;
        IF after IS NULL THEN
            RETURN;
        END IF;
    END IF;

    INSERT INTO search_word
    SELECT name.word
      FROM search_names(after) AS name (word)
     WHERE NOT EXISTS (SELECT 1 FROM search_word AS known WHERE known.word = name.word)
     ORDER BY name.word
    ON CONFLICT (word) DO NOTHING;
    DELETE FROM search_word
     WHERE word IN (SELECT search_names(before) EXCEPT SELECT search_names(after))
       AND NOT EXISTS (SELECT 1 FROM case_search WHERE words @@ quote_literal('=' || search_word.word)::tsquery);
END $$;

CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM search_refresh(OLD.case_id);
    END IF;
    IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.case_id IS DISTINCT FROM OLD.case_id THEN
        PERFORM search_refresh(NEW.case_id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION search_follow_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_refresh(gone_into.id)
       FROM (WITH RECURSIVE gone_into (id) AS (
                 SELECT NEW.id
                  UNION
                 SELECT merged.id
                   FROM gone_into
                   JOIN case_record AS merged ON merged.merged_into = gone_into.id
             )
             SELECT id FROM gone_into ORDER BY id) AS gone_into;
    RETURN NULL;
END $$;

-- All at the commit: whatever else the transaction locks, it locks before.
CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT OR UPDATE OR DELETE ON case_note
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_follow();

CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT ON case_fact
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.name IN ('ward-name', 'place', 'person-name', 'referrer-name', 'organisation', 'reason'))
    EXECUTE FUNCTION search_follow();
CREATE CONSTRAINT TRIGGER was_searched AFTER UPDATE OR DELETE ON case_fact
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_follow();

CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT ON call
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.caller_number IS NOT NULL) EXECUTE FUNCTION search_follow();
CREATE CONSTRAINT TRIGGER goes_on_being_searched AFTER UPDATE ON call
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.case_id <> OLD.case_id OR NEW.caller_number IS DISTINCT FROM OLD.caller_number)
    EXECUTE FUNCTION search_follow();
CREATE CONSTRAINT TRIGGER was_searched AFTER DELETE ON call
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.caller_number IS NOT NULL) EXECUTE FUNCTION search_follow();

CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT OR DELETE ON callback
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_follow();
CREATE CONSTRAINT TRIGGER goes_on_being_searched AFTER UPDATE ON callback
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.case_id <> OLD.case_id OR NEW.number IS DISTINCT FROM OLD.number) EXECUTE FUNCTION search_follow();

CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT OR DELETE ON contact_permission
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_follow();
CREATE CONSTRAINT TRIGGER goes_on_being_searched AFTER UPDATE ON contact_permission
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.case_id <> OLD.case_id OR NEW.number <> OLD.number) EXECUTE FUNCTION search_follow();

CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT OR DELETE ON referral
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_follow();
CREATE CONSTRAINT TRIGGER goes_on_being_searched AFTER UPDATE ON referral
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.case_id <> OLD.case_id OR NEW.number <> OLD.number) EXECUTE FUNCTION search_follow();

CREATE CONSTRAINT TRIGGER is_searched AFTER INSERT OR UPDATE OR DELETE ON text_received
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_follow();

CREATE CONSTRAINT TRIGGER is_searched AFTER UPDATE ON case_record
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.status <> OLD.status OR NEW.merged_into IS DISTINCT FROM OLD.merged_into)
    EXECUTE FUNCTION search_follow_status();

SELECT count(search_refresh(id)) FROM case_record;

-- A ward phone has thousands of rows: the newest of a number are read without the others.
DROP INDEX callback_by_number;
CREATE INDEX callback_by_number ON callback (number, id) WHERE number IS NOT NULL;
DROP INDEX contact_permission_by_number;
CREATE INDEX contact_permission_by_number ON contact_permission (number, id);
