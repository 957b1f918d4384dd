-- A search looks into a dozen blocks of cases and not into 32: each costs some time, even where nothing is found. Open cases
-- have a block of their own.

-- Every case is in other blocks than before.
SET LOCAL statement_timeout = 0;

-- The blocks of neighbouring cases that a case is in: one of 4,096 cases, one of 16,384, one of 65,536 and one of 262,144.
CREATE OR REPLACE FUNCTION search_blocks(bigint) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY[($1 >> 12) * 8 + 1, ($1 >> 14) * 8 + 2, ($1 >> 16) * 8 + 3, ($1 >> 18) * 8 + 4]::integer[]
$$;

-- In which blocks to look, in which order, and there only below which case. First for open cases: the newest, then all others.
-- Then for the rest: the newest two blocks of each size, and all of the largest. A frequent word is found in the first, a rare
-- one within few.
DROP FUNCTION search_walk;
CREATE FUNCTION search_walk(bigint) RETURNS TABLE (n bigint, open boolean, blocks integer[], below bigint)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 15 AS $$
    WITH level (size, bits, below) AS (
        VALUES (1, 12, $1 + 1),
               (2, 14, GREATEST(($1 >> 12) - 1, 0) << 12),
               (3, 16, GREATEST(($1 >> 14) - 1, 0) << 14),
               (4, 18, GREATEST(($1 >> 16) - 1, 0) << 16)
    ), block (size, number, below) AS (
        SELECT size, nth * 8 + size, below
          FROM level
         CROSS JOIN LATERAL generate_series(
               $1 >> bits, CASE WHEN size = 4 THEN 0 ELSE GREATEST(($1 >> bits) - 1, 0) END, -1) AS nth
         WHERE nth << bits < below
    ), walk (open, size, blocks, below) AS (
        SELECT true, 1, ARRAY[number, 0]::integer[], below FROM block WHERE size = 1
         UNION ALL
        SELECT true, size, '{0}', below FROM level WHERE size = 2 AND below > 0
         UNION ALL
        SELECT false, size, ARRAY[number]::integer[], below FROM block
    )
    SELECT row_number() OVER (ORDER BY open DESC, size, blocks DESC), open, blocks, below
      FROM walk
$$;

SELECT count(search_refresh(id)) FROM case_record;
