-- Who is on duty, what they hand over, and who was told by text of work that nobody had taken. The rota is not rewritten:
-- what changes gets a last day, so that it can still be said who was on duty on any day that was.

-- A shift of every week, in the civil time of England. One that ends no later than it begins ends on the next day.
CREATE TABLE duty_shift (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    advocate_id bigint  NOT NULL REFERENCES advocate,
    day         text    NOT NULL CHECK (day IN (
        'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
    starts      time    NOT NULL,
    ends        time    NOT NULL,
    call_order  text    NOT NULL CHECK (call_order IN ('first', 'second', 'third', 'manager')),
    since       date    NOT NULL,
    -- The last day it holds; the day before "since" for one that never came to hold.
    until       date CHECK (until >= since - 1),
    added_at    timestamptz NOT NULL
);

-- One day's shift that another person takes. It holds once it is agreed.
CREATE TABLE duty_swap (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shift_id     bigint      NOT NULL REFERENCES duty_shift,
    day          date        NOT NULL,
    taken_by     bigint      NOT NULL REFERENCES advocate,
    asked_by     bigint      NOT NULL REFERENCES advocate,
    asked_at     timestamptz NOT NULL,
    agreed_by    bigint REFERENCES advocate,
    agreed_at    timestamptz,
    withdrawn_at timestamptz,
    CONSTRAINT agreed_by_somebody_at_some_time CHECK ((agreed_by IS NULL) = (agreed_at IS NULL))
);

CREATE UNIQUE INDEX one_swap_a_shift_and_day ON duty_swap (shift_id, day) WHERE withdrawn_at IS NULL;

-- Whole days on which somebody takes no shift, both included: leave, illness.
CREATE TABLE duty_absence (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    advocate_id bigint      NOT NULL REFERENCES advocate,
    first_day   date        NOT NULL,
    -- The day before "first_day" for one that never came to be.
    last_day    date        NOT NULL CHECK (last_day >= first_day - 1),
    noted_at    timestamptz NOT NULL
);

-- What one person on duty leaves for the next. It stays in here: no text and no call ever has it.
CREATE TABLE hand_over_note (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    written_by bigint      NOT NULL REFERENCES advocate,
    -- For those on duty on this day, or on this one shift of it.
    day        date        NOT NULL,
    shift_id   bigint REFERENCES duty_shift,
    words      text        NOT NULL CHECK (words <> '' AND length(words) <= 500),
    written_at timestamptz NOT NULL
);

CREATE INDEX hand_over_note_by_day ON hand_over_note (day);

CREATE TABLE hand_over_reading (
    note_id     bigint      NOT NULL REFERENCES hand_over_note,
    advocate_id bigint      NOT NULL REFERENCES advocate,
    read_at     timestamptz NOT NULL,
    PRIMARY KEY (note_id, advocate_id)
);

-- One step of telling somebody, once however many nodes look. The subject is what it is about, its time included: a case
-- with another due time is another subject.
CREATE TABLE duty_alert (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text        NOT NULL CHECK (kind IN ('near-due', 'overdue', 'nobody-on-duty', 'gap-ahead')),
    subject   text        NOT NULL,
    step      integer     NOT NULL CHECK (step >= 1),
    case_id   bigint REFERENCES case_record,
    -- The due time, or when the time without anybody on duty begins.
    about     timestamptz NOT NULL,
    raised_at timestamptz NOT NULL,
    UNIQUE (kind, subject, step),
    CONSTRAINT about_a_case_or_about_the_rota CHECK ((kind IN ('near-due', 'overdue')) = (case_id IS NOT NULL))
);

CREATE INDEX duty_alert_by_case ON duty_alert (case_id);

-- The texts of an alert, to people who work here and to nobody else. The number is the one that they had when it was sent.
CREATE TABLE alert_text (
    id           uuid PRIMARY KEY,
    alert_id     bigint      NOT NULL REFERENCES duty_alert,
    advocate_id  bigint      NOT NULL REFERENCES advocate,
    body         text        NOT NULL,
    number       text CHECK (number ~ '^\+[1-9][0-9]{1,14}$'),
    status       text        NOT NULL CHECK (status IN (
        'waiting', 'trying', 'unknown', 'refused', 'expired', 'lost',
        'accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'canceled', 'read')),
    provider_sid text UNIQUE CHECK (provider_sid ~ '^(SM|MM)[0-9a-f]{32}$'),
    error_code   integer,
    -- Why it was not sent, in our words.
    refusal      text,
    -- After this it would say something untrue.
    useless_at   timestamptz NOT NULL,
    tried_at     timestamptz,
    settled_at   timestamptz,
    UNIQUE (alert_id, advocate_id),
    CONSTRAINT refused_with_a_reason CHECK ((status = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT tried_at_a_number CHECK (tried_at IS NULL OR number IS NOT NULL)
);

-- What recurs by the clock (db-scheduler 16). Whichever node picks a row does the work; the others find it done.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
