-- What was planned before an attempt was recorded, so that a record that was a slip can be taken back at once. Not known of those
-- that were recorded before this.
ALTER TABLE callback_attempt
    ADD COLUMN due_before       timestamptz,
    ADD COLUMN next_before      timestamptz,
    ADD COLUMN undecided_before boolean;
