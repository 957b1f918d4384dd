-- All that names the person or the referrer, on the case and on those that were merged into it: what they said and keyed in, what
-- advocates wrote, every number and every text. That something happened, and when, stays. A merge of such a case is not undone:
-- nothing is left to undo it from.
WITH RECURSIVE family (id) AS MATERIALIZED (
    SELECT case_family(:id)
), calls (sid) AS MATERIALIZED (
    SELECT sid FROM call WHERE case_id IN (SELECT id FROM family)
), callbacks (id) AS (
    SELECT id FROM callback WHERE case_id IN (SELECT id FROM family)
     UNION
    -- What a merge that was undone has left of them on another case.
    SELECT callback.id
      FROM callbacks
      JOIN callback ON callback.copied_from = callbacks.id
     WHERE callback.outcome = 'merge-undone'
), texts (id) AS MATERIALIZED (
    SELECT id FROM text_message WHERE case_id IN (SELECT id FROM family)
), forgotten_facts AS (
    DELETE FROM case_fact WHERE case_id IN (SELECT id FROM family)
), forgotten_notes AS (
    DELETE FROM case_note WHERE case_id IN (SELECT id FROM family)
), forgotten_needs AS (
    DELETE FROM case_need WHERE case_id IN (SELECT id FROM family)
), forgotten_permissions AS (
    DELETE FROM contact_permission WHERE case_id IN (SELECT id FROM family)
), forgotten_referrals AS (
    DELETE FROM referral WHERE case_id IN (SELECT id FROM family)
), forgotten_requests AS (
    DELETE FROM callback_event WHERE callback_id IN (SELECT id FROM callbacks)
), attempts_of_nothing AS (
    UPDATE callback_attempt SET callback_id = NULL WHERE callback_id IN (SELECT id FROM callbacks)
), parted_callbacks AS (
    UPDATE callback
       SET held_by = CASE WHEN held_by IN (SELECT id FROM callbacks) THEN NULL ELSE held_by END,
           copied_from = CASE WHEN copied_from IN (SELECT id FROM callbacks) THEN NULL ELSE copied_from END
     WHERE (held_by IN (SELECT id FROM callbacks) OR copied_from IN (SELECT id FROM callbacks))
       AND id NOT IN (SELECT id FROM callbacks)
), forgotten_callbacks AS (
    DELETE FROM callback WHERE id IN (SELECT id FROM callbacks)
), forgotten_news AS (
    DELETE FROM text_message_event WHERE text_id IN (SELECT id FROM texts)
), forgotten_texts AS (
    DELETE FROM text_message WHERE id IN (SELECT id FROM texts)
), forgotten_answers AS (
    UPDATE text_received SET number = NULL, body = '' WHERE case_id IN (SELECT id FROM family)
), forgotten_turns AS (
    UPDATE call_turn
       SET input = '{"what": "silence"}', before = before || '{"answers": {}, "draft": ""}'
     WHERE call_sid IN (SELECT sid FROM calls)
), forgotten_calls AS (
    UPDATE call
       SET caller_number = NULL, state = state || '{"answers": {}, "draft": ""}'
     WHERE sid IN (SELECT sid FROM calls)
), forgotten_alerts AS (
    UPDATE contact_alert
       SET reason = 'forgotten', lift_reason = CASE WHEN lift_reason IS NOT NULL THEN 'forgotten' END
     WHERE case_id IN (SELECT id FROM family)
), forgotten_incidents AS (
    UPDATE incident SET settlement = 'forgotten'
     WHERE case_id IN (SELECT id FROM family) AND settlement IS NOT NULL
), forgotten_blocks AS (
    -- One that stands keeps its number, so that nobody calls it.
    DELETE FROM number_block WHERE case_id IN (SELECT id FROM family) AND lifted_at IS NOT NULL
), forgotten_changes AS (
    UPDATE case_event SET reason = NULL, was = NULL WHERE case_id IN (SELECT id FROM family)
), forgotten_reasons AS (
    UPDATE case_access SET reason = 'forgotten' WHERE case_id IN (SELECT id FROM family)
), forgotten_links AS (
    UPDATE case_link
       SET reason = 'forgotten', unlink_reason = CASE WHEN unlink_reason IS NOT NULL THEN 'forgotten' END
     WHERE one IN (SELECT id FROM family)
        OR other IN (SELECT id FROM family)
), forgotten_merges AS (
    UPDATE case_merge
       SET reason = 'forgotten', before = '{}',
           undo_reason = CASE WHEN undo_reason IS NOT NULL THEN 'forgotten' END
     WHERE case_id IN (SELECT id FROM family)
        OR into_case IN (SELECT id FROM family)
), forgotten_searches AS (
    -- Whoever looked for them last may have typed a name.
    UPDATE sign_in_session
       SET sought = NULL
     WHERE sought IS NOT NULL
)
UPDATE case_record
   SET urgency_why = NULL
 WHERE id IN (SELECT id FROM family)
