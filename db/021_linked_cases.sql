-- The same person's other cases, as advocates said by links: those that a case goes on in now, and not the case itself. Several
-- queries ask for them, and so one place says what they are.
CREATE FUNCTION linked_cases(bigint) RETURNS SETOF bigint LANGUAGE sql STABLE PARALLEL SAFE ROWS 2 AS $$
    WITH linked (id) AS (
        SELECT other
          FROM case_link
         WHERE one = ANY (ARRAY(SELECT case_family($1)))
           AND unlinked_at IS NULL
         UNION
        SELECT one
          FROM case_link
         WHERE other = ANY (ARRAY(SELECT case_family($1)))
           AND unlinked_at IS NULL
    )
    SELECT DISTINCT living.id
      FROM linked
     CROSS JOIN LATERAL living_case(linked.id) AS living (id)
     WHERE living.id <> $1
$$;
