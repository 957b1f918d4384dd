-- Texts out. Our id travels in the status callback's URL, so that an event finds its text even before the
-- request that sent it has been answered.
CREATE TABLE text_message (
    id           uuid PRIMARY KEY,
    case_id      bigint      NOT NULL REFERENCES case_record,
    template     text        NOT NULL,
    number       text        NOT NULL CHECK (number ~ '^\+[1-9][0-9]{1,14}$'),
    body         text        NOT NULL,
    status       text        NOT NULL CHECK (status IN (
        'waiting', 'trying', 'unknown', 'refused', 'expired', 'lost',
        'accepted', 'scheduled', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'canceled', 'read')),
    provider_sid text UNIQUE CHECK (provider_sid ~ '^(SM|MM)[0-9a-f]{32}$'),
    error_code   integer,
    -- Why it was not sent, in our words.
    refusal      text,
    asked_at     timestamptz NOT NULL,
    -- A text that comes too late says something untrue: it is not sent after this.
    useless_at   timestamptz NOT NULL,
    -- When we began to hand it over. Committed before we do, so that a crash leaves a trace.
    tried_at     timestamptz,
    settled_at   timestamptz,
    CONSTRAINT refused_with_a_reason CHECK ((status = 'refused') = (refusal IS NOT NULL))
);

CREATE INDEX text_message_by_case ON text_message (case_id);

-- Every event the provider told us, in the order it reached us; the status above only moves forward.
CREATE TABLE text_message_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text_id    uuid        NOT NULL REFERENCES text_message,
    status     text        NOT NULL,
    error_code integer,
    heard_at   timestamptz NOT NULL,
    UNIQUE (text_id, status)
);

-- Texts in. The sender is a hint, never an identity (law L12).
CREATE TABLE text_received (
    sid         text PRIMARY KEY CHECK (sid ~ '^(SM|MM)[0-9a-f]{32}$'),
    case_id     bigint REFERENCES case_record,
    number      text,
    body        text        NOT NULL,
    received_at timestamptz NOT NULL
);

-- Numbers that asked for no more texts, as a keyed hash, so that the wish outlives the record of the person.
CREATE TABLE suppression (
    number_hash bytea PRIMARY KEY CHECK (octet_length(number_hash) = 32),
    since       timestamptz NOT NULL,
    route       text        NOT NULL
);

-- Keys that this database needs for itself, made at the first start.
CREATE TABLE service_key (
    name    text PRIMARY KEY,
    secret  bytea       NOT NULL CHECK (octet_length(secret) = 32),
    made_at timestamptz NOT NULL
);
