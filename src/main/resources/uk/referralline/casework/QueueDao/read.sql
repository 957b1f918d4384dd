-- One page of the open cases, by when something has to be done. It walks the index of the open cases alone, so the closed
-- ones cost nothing; what each row shows beside itself is looked up for the rows of the page only.
WITH page AS (
    SELECT id, reference, kind, urgency, urgency_why, due_at, opened_at, owner_id
      FROM case_record AS one
     WHERE status = 'open'
       AND (:part = 'ALL'
            OR :part = 'FREE' AND NOT EXISTS (SELECT 1 FROM claim WHERE case_id = one.id AND until > :at)
            OR :part = 'MINE' AND (owner_id = :by
                                   OR id IN (SELECT case_id FROM claim WHERE advocate_id = :by AND until > :at)))
     ORDER BY due_at, id
     LIMIT :size
    OFFSET :skip
)
SELECT page.id, page.reference, page.kind, page.urgency, page.urgency_why, page.due_at, page.opened_at,
       page.owner_id AS owner, theirs.name AS owner_name, held.advocate_id AS claimed_by, holder.name AS claimant,
       called.id IS NOT NULL AS call_promised,
       EXISTS (SELECT 1
                 FROM callback AS mine
                 JOIN callback AS made ON made.id = answering_call(mine.id)
                WHERE mine.case_id = ANY (ARRAY(SELECT case_family(page.id)))
                  AND mine.held_by IS NOT NULL
                  AND made.case_id <> page.id
                  AND made.status = 'open') AS called_elsewhere,
       called.number, coalesce(called.attempts, 0) AS attempts,
       called.next_at, coalesce(called.undecided, false) AS undecided,
       -- By the case alone: by its number a ward phone's permissions are thousands.
       -- The newest answer holds.
       coalesce((SELECT allowed.may_leave_message
                   FROM (SELECT number, may_leave_message, asked_at
                           FROM contact_permission
                          WHERE case_id = ANY (ARRAY(SELECT case_family(page.id)))
                         OFFSET 0) AS allowed
                  WHERE allowed.number = called.number
                  ORDER BY allowed.asked_at DESC, allowed.may_leave_message
                  LIMIT 1), false) AS may_leave_message,
       (SELECT count(*) > 0 FROM contact_alert WHERE case_id = page.id AND lifted_at IS NULL) AS alert,
       (SELECT count(*)
          FROM recording
         WHERE recording.case_id = ANY (ARRAY(SELECT case_family(page.id)))
           AND recording.status IN ('left', 'completed')
           AND written_up_at IS NULL) AS messages,
       -- The one that the case's page shows.
       coalesce((SELECT completed_at IS NULL
                   FROM referral
                  WHERE case_id = ANY (ARRAY(SELECT case_family(page.id)))
                  ORDER BY case_id = page.id DESC, left_at DESC
                  LIMIT 1), false) AS referral_to_complete,
       EXISTS (SELECT 1
                 FROM incident
                WHERE case_id = ANY (ARRAY(SELECT case_family(page.id)))
                  AND settled_at IS NULL) AS incident,
       EXISTS (SELECT 1 FROM text_received WHERE case_id = ANY (ARRAY(SELECT case_family(page.id)))) AS texted,
       ARRAY(SELECT need FROM case_need WHERE case_id = page.id ORDER BY need) AS needs
  FROM page
  LEFT JOIN claim AS held ON held.case_id = page.id AND held.until > :at
  LEFT JOIN advocate AS holder ON holder.id = held.advocate_id
  LEFT JOIN advocate AS theirs ON theirs.id = page.owner_id
  LEFT JOIN callback AS called ON called.case_id = page.id AND called.status = 'open'
 ORDER BY page.due_at, page.id
