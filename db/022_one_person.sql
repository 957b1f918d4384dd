-- A person's other cases, also those that are linked by way of a third: where A is the same person's as B, and B as C, the person
-- of A waits no second time on C. Not the case itself, nor the one in which it goes on.
CREATE OR REPLACE FUNCTION linked_cases(bigint) RETURNS SETOF bigint LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 2 AS $$
BEGIN
    RETURN QUERY
      WITH RECURSIVE person (id) AS (
          SELECT $1
           UNION
          SELECT living.id
            FROM person
           CROSS JOIN LATERAL case_family(person.id) AS family (id)
           CROSS JOIN LATERAL (
              SELECT other FROM case_link WHERE one = family.id AND unlinked_at IS NULL
               UNION ALL
              SELECT one FROM case_link WHERE other = family.id AND unlinked_at IS NULL) AS linked (id)
           CROSS JOIN LATERAL living_case(linked.id) AS living (id)
      )
      SELECT id
        FROM person
       WHERE id NOT IN ($1, living_case($1));
END
$$;

-- A case's page asks for these a dozen times: in this language their plans are kept, and few cases are merged.
CREATE OR REPLACE FUNCTION living_case(bigint) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    living bigint := NULL;
    next bigint := $1;
BEGIN
    WHILE next IS NOT NULL LOOP
        SELECT id, merged_into INTO living, next FROM case_record WHERE id = next;
    END LOOP;
    RETURN living;
END
$$;

CREATE OR REPLACE FUNCTION case_family(bigint) RETURNS SETOF bigint LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 2 AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM case_record WHERE merged_into = $1) THEN
        RETURN NEXT $1;
        RETURN;
    END IF;
    RETURN QUERY
      WITH RECURSIVE family (id) AS (
          SELECT $1
           UNION
          SELECT merged.id
            FROM family
            JOIN case_record AS merged ON merged.merged_into = family.id
      )
      SELECT id FROM family;
END
$$;

-- A person is called once. Of the calls that were promised on their cases one is made, and the others are held by it: they end with
-- it, and are promised again where the two turn out to be different people. Nothing of a promise is lost by holding it.
ALTER TABLE callback
    ADD COLUMN held_by     bigint REFERENCES callback,
    -- The call that was promised on a case which was merged into this one, and is made from here.
    ADD COLUMN copied_from bigint REFERENCES callback,
    -- By when it was promised itself, where it is made sooner for one that it holds.
    ADD COLUMN own_due_at  timestamptz,
    ADD CONSTRAINT held_callback_is_not_made_itself CHECK (held_by IS NULL OR status = 'ended'),
    ADD CONSTRAINT callback_is_made_sooner_never_later CHECK (own_due_at > due_at);

CREATE INDEX callback_held_by ON callback (held_by) WHERE held_by IS NOT NULL;
CREATE INDEX callback_copied_from ON callback (copied_from) WHERE copied_from IS NOT NULL;

-- Of a call, the one that answers it: itself, or the last of those that hold it.
CREATE FUNCTION answering_call(bigint) RETURNS bigint LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    answers bigint := NULL;
    next bigint := $1;
BEGIN
    WHILE next IS NOT NULL LOOP
        SELECT id, held_by INTO answers, next FROM callback WHERE id = next;
    END LOOP;
    RETURN answers;
END
$$;

UPDATE callback
   SET held_by = (SELECT there.id
                    FROM case_event AS moved
                    JOIN callback AS there ON there.case_id = CAST(moved.becomes AS bigint)
                   WHERE moved.case_id = callback.case_id
                     AND moved.kind = 'callback-moved'
                     AND moved.at = callback.ended_at
                     AND there.ended_at IS DISTINCT FROM moved.at
                     AND COALESCE(there.ended_at, moved.at) >= moved.at
                   ORDER BY there.id
                   LIMIT 1)
 WHERE outcome = 'asked-again-on-linked-case';

UPDATE callback
   SET held_by = (SELECT there.id
                    FROM case_merge
                    JOIN callback AS there ON there.case_id = into_case
                   WHERE case_merge.case_id = callback.case_id
                     AND undone_at IS NULL
                     AND merged_at = callback.ended_at
                     AND COALESCE(there.ended_at, merged_at) >= merged_at
                   ORDER BY there.id
                   LIMIT 1)
 WHERE outcome = 'merged';

UPDATE callback
   SET copied_from = held.id
  FROM callback AS held
 WHERE held.held_by = callback.id
   AND held.outcome = 'merged'
   AND held.asked_at = callback.asked_at
   AND NOT EXISTS (SELECT 1 FROM callback_event WHERE callback_id = callback.id AND kind = 'asked');
