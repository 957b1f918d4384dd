-- The first 50 cases of several looks through them: open ones first, then by the pass, then the newest. It looks block by block
-- and stops when it has 50, so that a frequent word costs as little as a rare one, however many cases are closed.
WITH pass AS MATERIALIZED (
    SELECT n, wanted, already, exact, marks
      FROM jsonb_to_recordset(:passes) AS pass (n integer, wanted tsquery, already tsquery, exact boolean, marks jsonb)
)
SELECT living.id AS case_id, living.reference, living.kind, living.status, living.urgency, living.opened_at, living.closed_at,
       best.exact, CASE WHEN mine.status = 'merged' THEN mine.reference END AS merged_from,
       ARRAY(SELECT mark.match
               FROM jsonb_each_text(best.marks) AS mark (match, query)
              WHERE found.words @@ mark.query::tsquery) AS matched
  FROM (SELECT hit.case_id, hit.words
          FROM (SELECT pass.n, pass.wanted, CASE WHEN pass.n > :from THEN pass.already END AS already,
                       walk.n AS step, walk.open, walk.blocks, walk.below
                  FROM pass
                 CROSS JOIN search_walk((SELECT max(case_id) FROM case_search)) AS walk
                 WHERE pass.n >= :from
                 ORDER BY walk.open DESC, pass.n, walk.n) AS step
         CROSS JOIN LATERAL (
               SELECT case_id, words
                 FROM case_search
                WHERE words @@ step.wanted
                  AND case_search.blocks @> step.blocks
                  AND case_id < step.below
                  AND (step.open OR NOT case_search.blocks @> '{0}')
                  AND (words @@ step.already) IS NOT TRUE
                -- A sum, or the planner might read all cases from the newest on.
                ORDER BY case_id + 0 DESC
                LIMIT 50) AS hit
         ORDER BY step.open DESC, step.n, step.step
         LIMIT 50) AS found
 CROSS JOIN LATERAL (SELECT n, exact, marks FROM pass WHERE found.words @@ pass.wanted ORDER BY n LIMIT 1) AS best
  JOIN case_record AS mine ON mine.id = found.case_id
  JOIN case_record AS living
    ON living.id = CASE WHEN mine.status = 'merged' THEN living_case(mine.id) ELSE mine.id END
 ORDER BY living.status = 'open' DESC, best.n, living.opened_at DESC, living.id DESC
