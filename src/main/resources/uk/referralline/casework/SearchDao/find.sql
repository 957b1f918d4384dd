-- The first 50 cases of several looks through them: open ones first, then by the pass, then the newest. It looks block by block
-- and stops when it has 50, so that a frequent word costs as little as a rare one, however many cases are closed.
SELECT living.id AS case_id, living.reference, living.kind, living.status, living.urgency, living.opened_at, living.closed_at,
       found.exact, CASE WHEN mine.status = 'merged' THEN mine.reference END AS merged_from,
       ARRAY(SELECT mark.match
               FROM jsonb_each_text(found.marks) AS mark (match, query)
              WHERE found.words @@ mark.query::tsquery) AS matched
  FROM (SELECT hit.case_id, hit.words, step.n, step.exact, step.marks
          FROM (SELECT pass.n, pass.wanted, pass.already, pass.exact, pass.marks, walk.open, walk.n AS step, walk.block
                  FROM jsonb_to_recordset(:passes)
                       AS pass (n integer, wanted tsquery, already tsquery, exact boolean, marks jsonb)
                 CROSS JOIN search_walk((SELECT max(case_id) FROM case_search)) AS walk
                 ORDER BY walk.open DESC, pass.n, walk.n) AS step
         CROSS JOIN LATERAL (
               SELECT case_id, words
                 FROM case_search
                WHERE words @@ step.wanted
                  AND blocks @> CASE WHEN step.open THEN ARRAY[step.block, 0] ELSE ARRAY[step.block] END
                  AND (step.open OR blocks[4] IS NULL)
                  AND (words @@ step.already) IS NOT TRUE
                -- A sum, or the planner might read all cases from the newest on.
                ORDER BY case_id + 0 DESC
                LIMIT 50) AS hit
         ORDER BY step.open DESC, step.n, step.step
         LIMIT 50) AS found
  JOIN case_record AS mine ON mine.id = found.case_id
  JOIN case_record AS living
    ON living.id = CASE WHEN mine.status = 'merged' THEN living_case(mine.id) ELSE mine.id END
 ORDER BY living.status = 'open' DESC, found.n, living.opened_at DESC, living.id DESC
