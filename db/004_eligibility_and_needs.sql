-- Whether a person qualifies, as far as the call told, and what a person needs so that contact works at all.
-- Neither refuses anybody. A person who must not be phoned has no open callback, whichever was noted first.

-- The words of the rules in eligibility.yaml. What is not known is for the duty advocate to find out.
ALTER TABLE case_record
    ADD COLUMN eligibility text NOT NULL DEFAULT 'unknown'
        CHECK (eligibility IN ('statutory', 'local-extended', 'not-yet', 'other-area', 'unknown'));

ALTER TABLE referral
    ADD COLUMN eligibility text NOT NULL DEFAULT 'unknown'
        CHECK (eligibility IN ('statutory', 'local-extended', 'not-yet', 'other-area', 'unknown'));

-- Needs of the Accessible Information Standard (DAPB1605), and interpreters beside it.
CREATE TABLE case_need (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      bigint      NOT NULL REFERENCES case_record,
    need         text        NOT NULL CHECK (need IN (
        'contact-by-text-only', 'contact-by-email-only', 'no-phone-calls', 'relay-uk', 'bsl-interpreter',
        'spoken-interpreter', 'easy-read', 'large-print', 'braille', 'audio', 'slow-clear-speech', 'extra-time',
        'one-question-at-a-time', 'supporter-present', 'non-instructed', 'other')),
    -- In the person's words, such as which language.
    detail       text,
    call_sid     text REFERENCES call,
    noted_at     timestamptz NOT NULL,
    blocks_phone boolean     NOT NULL GENERATED ALWAYS AS (
        need IN ('contact-by-text-only', 'contact-by-email-only', 'no-phone-calls')) STORED,
    UNIQUE (case_id, need)
);

-- Every callback is a phone call, to the person or to their ward. The lock on the case makes a need and a callback that
-- are written at the same moment see each other.
CREATE FUNCTION refuse_callback_to_who_must_not_be_phoned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM case_record WHERE id = NEW.case_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM case_need WHERE case_id = NEW.case_id AND blocks_phone) THEN
        RAISE EXCEPTION 'the person of case % must not be phoned', NEW.case_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'who_must_not_be_phoned_has_no_open_callback';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER who_must_not_be_phoned_has_no_open_callback
    BEFORE INSERT OR UPDATE ON callback
    FOR EACH ROW WHEN (NEW.status = 'open')
    EXECUTE FUNCTION refuse_callback_to_who_must_not_be_phoned();

-- The case stays open with its due time: somebody makes contact in another way.
CREATE FUNCTION end_callback_to_who_must_not_be_phoned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM case_record WHERE id = NEW.case_id FOR NO KEY UPDATE;
    UPDATE callback
       SET status = 'ended', outcome = 'must-not-be-phoned', ended_at = GREATEST(asked_at, NEW.noted_at)
     WHERE case_id = NEW.case_id
       AND status = 'open';
    RETURN NEW;
END $$;

CREATE TRIGGER who_must_not_be_phoned_loses_an_open_callback
    AFTER INSERT OR UPDATE ON case_need
    FOR EACH ROW WHEN (NEW.blocks_phone)
    EXECUTE FUNCTION end_callback_to_who_must_not_be_phoned();
