-- Effects on the outside world, written down in the transaction that decided them and carried out after it (law L9).
-- "business_key" is what makes an effect one: writing it twice is doing it once (law L2).
CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         text        NOT NULL,
    business_key text        NOT NULL UNIQUE,
    payload      jsonb       NOT NULL,
    status       text        NOT NULL CHECK (status IN ('pending', 'attempting', 'unknown', 'done', 'failed')),
    attempts     integer     NOT NULL DEFAULT 0,
    -- Not before this time; while 'attempting', when the attempt began.
    next_at      timestamptz NOT NULL,
    written_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    note         text,
    CONSTRAINT ended_has_a_time CHECK ((status IN ('done', 'failed')) = (ended_at IS NOT NULL))
);

CREATE INDEX outbox_waiting ON outbox (next_at) WHERE status IN ('pending', 'attempting', 'unknown');
