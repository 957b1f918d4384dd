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
           NULL AS reason, NULL::bigint AS advocate_id, call.sid AS key
      FROM call
      JOIN family ON family.id = call.case_id
     UNION ALL
    SELECT callback.case_id, callback_event.at, 'asked', callback_event.kind, callback.place, NULL, NULL, NULL
      FROM callback
      JOIN family ON family.id = callback.case_id
      JOIN callback_event ON callback_event.callback_id = callback.id
     UNION ALL
    SELECT recording.case_id, left_at, 'message', recording.status, purpose, NULL, NULL, sid
      FROM recording
      JOIN family ON family.id = recording.case_id
     WHERE recording.status IN ('left', 'completed', 'erased')
     UNION ALL
    SELECT text_message.case_id, asked_at, 'text-out', text_message.status, template, refusal, NULL, NULL
      FROM text_message
      JOIN family ON family.id = text_message.case_id
     UNION ALL
    SELECT text_received.case_id, received_at, 'text-in', 'received', body, NULL, NULL, NULL
      FROM text_received
      JOIN family ON family.id = text_received.case_id
     UNION ALL
    SELECT callback_attempt.case_id, callback_attempt.at, 'attempt', disposition, NULL, NULL, advocate_id, NULL
      FROM callback_attempt
      JOIN family ON family.id = callback_attempt.case_id
     UNION ALL
    SELECT note.case_id, note.at, 'note',
           CASE WHEN EXISTS (SELECT 1 FROM case_note AS later WHERE later.corrects = note.id) THEN 'corrected'
                WHEN corrects IS NOT NULL THEN 'correction'
                ELSE 'written' END,
           body, NULL, advocate_id, CAST(note.id AS text)
      FROM case_note AS note
      JOIN family ON family.id = note.case_id
     UNION ALL
    SELECT case_event.case_id, case_event.at, 'change', case_event.kind,
           CASE WHEN case_event.kind IN ('linked', 'unlinked', 'merged', 'went-on-in-another', 'merge-undone', 'callback-moved')
                THEN (SELECT reference FROM case_record AS other WHERE other.id = CAST(becomes AS bigint))
                ELSE NULLIF(concat_ws(' → ', was, becomes), '') END, reason, advocate_id, NULL
      FROM case_event
      JOIN family ON family.id = case_event.case_id
     WHERE case_event.kind <> 'call-attempted'
)
SELECT happened.case_id, happened.at, happened.kind, happened.word, happened.detail, happened.reason,
       advocate.name AS who, happened.key
  FROM happened
  LEFT JOIN advocate ON advocate.id = happened.advocate_id
 ORDER BY happened.at DESC, happened.kind, happened.key DESC
 LIMIT :most
