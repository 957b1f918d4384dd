-- What advocates do on a case. Nothing here is overwritten without a trace: who did what, when and why is in case_event.

-- "version" tells a form that was opened before a change that it is stale. A merged case is not closed: it goes on in another
-- one, keeps its reference, and comes back whole when the merge is undone.
ALTER TABLE case_record
    ADD COLUMN version     integer NOT NULL DEFAULT 0,
    ADD COLUMN owner_id    bigint REFERENCES advocate,
    -- In plain words, such as "tribunal in 2 working days".
    ADD COLUMN urgency_why text,
    -- Whether the rules decided who qualifies, or an advocate, whom no later call overrules.
    ADD COLUMN eligibility_by text NOT NULL DEFAULT 'rules' CHECK (eligibility_by IN ('rules', 'advocate')),
    ADD COLUMN merged_into bigint REFERENCES case_record,
    DROP CONSTRAINT case_record_status_check,
    DROP CONSTRAINT open_case_is_in_a_queue,
    ADD CONSTRAINT case_record_status_check CHECK (status IN ('open', 'closed', 'merged')),
    ADD CONSTRAINT open_case_has_an_owner_or_a_queue
        CHECK (status = 'closed' OR queue IS NOT NULL OR owner_id IS NOT NULL),
    ADD CONSTRAINT merged_case_goes_on_in_another
        CHECK ((status = 'merged') = (merged_into IS NOT NULL) AND merged_into <> id);

DROP INDEX one_open_case_a_reference;
CREATE UNIQUE INDEX one_living_case_a_reference ON case_record (reference) WHERE status <> 'closed';
DROP INDEX case_record_queue;
CREATE INDEX case_record_due ON case_record (due_at, id) WHERE status = 'open';
CREATE INDEX case_record_owned ON case_record (owner_id, due_at) WHERE status = 'open' AND owner_id IS NOT NULL;
CREATE INDEX case_record_merged ON case_record (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX case_record_closed ON case_record (closed_at DESC, id DESC) WHERE status = 'closed';

-- Where a case goes on: itself, unless it was merged.
CREATE FUNCTION living_case(bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH RECURSIVE going_on (id, merged_into) AS (
        SELECT id, merged_into
          FROM case_record
         WHERE id = $1
         UNION ALL
        SELECT next.id, next.merged_into
          FROM going_on
          JOIN case_record AS next ON next.id = going_on.merged_into
    )
    SELECT id
      FROM going_on
     WHERE merged_into IS NULL
$$;

-- Facts, needs and alerts may come from an advocate, too.
ALTER TABLE case_fact ADD COLUMN advocate_id bigint REFERENCES advocate;
-- "copied_from": a merge gives the case that goes on the warnings of the other, and takes them back when it is undone.
ALTER TABLE case_need
    ADD COLUMN advocate_id bigint REFERENCES advocate,
    ADD COLUMN copied_from bigint;
ALTER TABLE contact_alert
    ADD COLUMN copied_from bigint,
    ADD COLUMN raised_by bigint REFERENCES advocate,
    ADD COLUMN lifted_by bigint REFERENCES advocate,
    ADD CONSTRAINT lifted_by_a_named_person CHECK ((lifted_at IS NULL) = (lifted_by IS NULL));

-- Who is dealing with a case now. A lease ends by itself; whoever comes next simply takes it.
CREATE TABLE claim (
    case_id     bigint PRIMARY KEY REFERENCES case_record,
    advocate_id bigint      NOT NULL REFERENCES advocate,
    claimed_at  timestamptz NOT NULL,
    until       timestamptz NOT NULL CHECK (until >= claimed_at)
);

CREATE INDEX claim_by_advocate ON claim (advocate_id, until);

-- Every change on a case and who made it; null is the line itself. "version" is the case's after it, where a form that was
-- opened before must know of it.
CREATE TABLE case_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint      NOT NULL REFERENCES case_record,
    advocate_id bigint REFERENCES advocate,
    kind        text        NOT NULL,
    was         text,
    becomes     text,
    reason      text,
    version     integer,
    at          timestamptz NOT NULL
);

CREATE INDEX case_event_by_case ON case_event (case_id, id);

-- A correction is a new note that names the one it corrects.
CREATE TABLE case_note (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint      NOT NULL REFERENCES case_record,
    advocate_id bigint      NOT NULL REFERENCES advocate,
    body        text        NOT NULL CHECK (body <> ''),
    corrects    bigint REFERENCES case_note,
    at          timestamptz NOT NULL
);

CREATE INDEX case_note_by_case ON case_note (case_id, id);

-- A promise to call collects what came in while it was open, and the attempts to keep it.
ALTER TABLE callback
    ADD COLUMN preferred_part text,
    ADD COLUMN next_at        timestamptz,
    ADD COLUMN attempts       integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- After the last of the usual attempts a person decides how to go on.
    ADD COLUMN undecided      boolean NOT NULL DEFAULT false;

CREATE INDEX callback_by_case ON callback (case_id);
CREATE INDEX callback_by_number ON callback (number) WHERE number IS NOT NULL;
CREATE INDEX contact_permission_by_number ON contact_permission (number);
CREATE INDEX call_by_caller ON call (caller_number, began_at) WHERE caller_number IS NOT NULL;
CREATE INDEX call_recent ON call (began_at DESC);
CREATE INDEX referral_by_number ON referral (number);

CREATE TABLE callback_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    callback_id bigint      NOT NULL REFERENCES callback,
    kind        text        NOT NULL CHECK (kind IN ('asked', 'message-left')),
    at          timestamptz NOT NULL
);

CREATE INDEX callback_event_by_callback ON callback_event (callback_id);

-- An attempt on a case without a callback, such as a call to a referrer, has none.
CREATE TABLE callback_attempt (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint      NOT NULL REFERENCES case_record,
    callback_id bigint REFERENCES callback,
    advocate_id bigint      NOT NULL REFERENCES advocate,
    disposition text        NOT NULL CHECK (disposition IN (
        'spoke', 'not-in', 'no-answer', 'message-left', 'wrong-number', 'asked-not-to-call', 'handed-over')),
    at          timestamptz NOT NULL
);

CREATE INDEX callback_attempt_by_case ON callback_attempt (case_id, id);

-- Numbers that nobody calls or texts any more, whichever case they are on, until a named person lifts it with a reason.
CREATE TABLE number_block (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number      text        NOT NULL CHECK (number ~ '^\+[1-9][0-9]{1,14}$'),
    reason      text        NOT NULL CHECK (reason IN ('wrong-number', 'asked-not-to-call')),
    case_id     bigint      NOT NULL REFERENCES case_record,
    blocked_by  bigint      NOT NULL REFERENCES advocate,
    blocked_at  timestamptz NOT NULL,
    lifted_by   bigint REFERENCES advocate,
    lifted_at   timestamptz,
    lift_reason text,
    CONSTRAINT block_lifted_by_a_named_person_with_a_reason
        CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
);

CREATE UNIQUE INDEX one_standing_block_a_number ON number_block (number) WHERE lifted_at IS NULL;

-- Something went wrong that a manager must hear of. The case stays open until it is dealt with.
CREATE TABLE incident (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    bigint      NOT NULL REFERENCES case_record,
    kind       text        NOT NULL CHECK (kind IN ('wrong-number', 'other')),
    opened_by  bigint      NOT NULL REFERENCES advocate,
    opened_at  timestamptz NOT NULL,
    settled_by bigint REFERENCES advocate,
    settled_at timestamptz,
    settlement text,
    CONSTRAINT settled_by_a_named_person_in_words
        CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (settlement IS NULL))
);

CREATE INDEX incident_by_case ON incident (case_id);
CREATE INDEX incident_open ON incident (opened_at) WHERE settled_at IS NULL;

-- "The same person", said by an advocate and never by the line.
CREATE TABLE case_link (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    one           bigint      NOT NULL REFERENCES case_record,
    other         bigint      NOT NULL REFERENCES case_record,
    linked_by     bigint      NOT NULL REFERENCES advocate,
    linked_at     timestamptz NOT NULL,
    reason        text        NOT NULL CHECK (reason <> ''),
    unlinked_by   bigint REFERENCES advocate,
    unlinked_at   timestamptz,
    unlink_reason text,
    CONSTRAINT each_pair_one_way_round CHECK (one < other),
    CONSTRAINT unlinked_by_a_named_person_with_a_reason
        CHECK ((unlinked_at IS NULL) = (unlinked_by IS NULL) AND (unlinked_at IS NULL) = (unlink_reason IS NULL))
);

CREATE UNIQUE INDEX one_standing_link_a_pair ON case_link (one, other) WHERE unlinked_at IS NULL;
CREATE INDEX case_link_other ON case_link (other) WHERE unlinked_at IS NULL;

-- A merge moves nothing but live calls: both cases keep their own rows, and "before" is how the two were, for the undoing.
CREATE TABLE case_merge (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint      NOT NULL REFERENCES case_record,
    into_case   bigint      NOT NULL REFERENCES case_record,
    before      jsonb       NOT NULL,
    merged_by   bigint      NOT NULL REFERENCES advocate,
    merged_at   timestamptz NOT NULL,
    reason      text        NOT NULL CHECK (reason <> ''),
    undone_by   bigint REFERENCES advocate,
    undone_at   timestamptz,
    undo_reason text,
    CONSTRAINT undone_by_a_named_person_with_a_reason
        CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL))
);

CREATE UNIQUE INDEX one_standing_merge_a_case ON case_merge (case_id) WHERE undone_at IS NULL;
CREATE INDEX case_merge_into ON case_merge (into_case) WHERE undone_at IS NULL;

-- What the advocate adds makes a referral complete; what was left on the recording is written up once.
ALTER TABLE referral
    ADD COLUMN completed_at timestamptz,
    ADD COLUMN completed_by bigint REFERENCES advocate,
    ADD CONSTRAINT completed_by_a_named_person CHECK ((completed_at IS NULL) = (completed_by IS NULL));
ALTER TABLE recording
    ADD COLUMN written_up_at timestamptz,
    ADD COLUMN written_up_by bigint REFERENCES advocate,
    ADD CONSTRAINT written_up_by_a_named_person CHECK ((written_up_at IS NULL) = (written_up_by IS NULL));

-- Law L4 and "a case cannot be closed while something promised is open", whoever writes.
CREATE FUNCTION refuse_to_close_on_a_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM callback WHERE case_id = NEW.id AND status = 'open') THEN
        RAISE EXCEPTION 'a callback of case % is open', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_case_has_kept_its_promises';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER closed_case_has_kept_its_promises
    BEFORE UPDATE ON case_record
    FOR EACH ROW WHEN (OLD.status = 'open' AND NEW.status = 'closed')
    EXECUTE FUNCTION refuse_to_close_on_a_promise();
