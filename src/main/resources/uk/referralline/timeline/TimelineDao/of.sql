-- A case and those that were merged into it, however deep. Each branch walks an index by case.
WITH RECURSIVE family (id) AS (
    SELECT CAST(:id AS bigint)
     UNION
    SELECT one.id
      FROM case_record AS one
      JOIN family ON one.merged_into = family.id
), happened AS (
    SELECT call.case_id, call.began_at AS at, 'call' AS kind, call.status AS word,
           CAST(EXTRACT(EPOCH FROM ended_at - began_at)::integer AS text) AS detail,
           NULL AS reason, NULL::bigint AS advocate_id, call.sid AS key, 0 AS step, 0::bigint AS n
      FROM call
      JOIN family ON family.id = call.case_id
     UNION ALL
    SELECT callback.case_id, callback_event.at, 'asked', callback_event.kind, callback.place, NULL, NULL, NULL, 0, 0
      FROM callback
      JOIN family ON family.id = callback.case_id
      JOIN callback_event ON callback_event.callback_id = callback.id
     UNION ALL
    SELECT recording.case_id, left_at, 'message', recording.status, purpose, NULL, NULL, sid, 0, 0
      FROM recording
      JOIN family ON family.id = recording.case_id
     WHERE recording.status IN ('left', 'completed', 'erased')
     UNION ALL
    SELECT text_message.case_id, asked_at, 'text-out', text_message.status, template, refusal, NULL, NULL, 1, 0
      FROM text_message
      JOIN family ON family.id = text_message.case_id
     UNION ALL
    SELECT text_received.case_id, received_at, 'text-in', 'received', body, NULL, NULL, NULL, 0, 0
      FROM text_received
      JOIN family ON family.id = text_received.case_id
     UNION ALL
    SELECT callback_attempt.case_id, callback_attempt.at, 'attempt', disposition,
           CASE WHEN callback_id IS NULL AND EXISTS (SELECT 1 FROM referral WHERE referral.case_id = family.id)
                THEN 'referrer' END,
           NULL, advocate_id, NULL, 2, callback_attempt.id
      FROM callback_attempt
      JOIN family ON family.id = callback_attempt.case_id
     UNION ALL
    SELECT note.case_id, note.at, 'note',
           CASE WHEN EXISTS (SELECT 1 FROM case_note AS later WHERE later.corrects = note.id) THEN 'corrected'
                WHEN corrects IS NOT NULL THEN 'correction'
                ELSE 'written' END,
           body, NULL, advocate_id, CAST(note.id AS text), 3, note.id
      FROM case_note AS note
      JOIN family ON family.id = note.case_id
     UNION ALL
    SELECT case_event.case_id, case_event.at, 'change', case_event.kind,
           CASE WHEN case_event.kind IN ('linked', 'unlinked', 'merged', 'went-on-in-another', 'merge-undone', 'callback-moved',
                                         'callback-joined')
                THEN (SELECT reference FROM case_record AS other WHERE other.id = CAST(becomes AS bigint))
                WHEN case_event.kind IN ('taken-over', 'owner-changed')
                THEN NULLIF(concat_ws(' → ', (SELECT name FROM advocate WHERE advocate.id = CAST(was AS bigint)),
                                             (SELECT name FROM advocate WHERE advocate.id = CAST(becomes AS bigint))), '')
                ELSE NULLIF(concat_ws(' → ', was, becomes), '') END, reason, advocate_id, NULL,
           CASE WHEN case_event.kind IN ('claimed', 'taken-over') THEN 1 ELSE 4 END, case_event.id
      FROM case_event
      JOIN family ON family.id = case_event.case_id
     WHERE case_event.kind <> 'call-attempted'
           -- The record of a call that was taken back is no attempt any more.
        OR NOT EXISTS (SELECT 1
                         FROM callback_attempt AS kept
                        WHERE kept.case_id = case_event.case_id
                          AND kept.at = case_event.at)
)
SELECT happened.case_id, happened.at, happened.kind, happened.word, happened.detail, happened.reason,
       advocate.name AS who, happened.key
  FROM happened
  LEFT JOIN advocate ON advocate.id = happened.advocate_id
 -- Of one instant: a call is promised, then texted of; a case is taken, then the call, what is noted of it, and what follows.
 ORDER BY happened.at DESC, happened.step DESC, happened.n DESC, happened.kind, happened.key DESC
 LIMIT :most
