-- Need to know: an advocate sees open duty items and their own cases. Any other case they open with a reason, which holds for
-- a while and stays readable in the audit.
CREATE TABLE case_access (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint      NOT NULL REFERENCES case_record,
    advocate_id bigint      NOT NULL REFERENCES advocate,
    reason      text        NOT NULL CHECK (reason <> ''),
    given_at    timestamptz NOT NULL,
    until       timestamptz NOT NULL CHECK (until > given_at)
);

CREATE INDEX case_access_by_case ON case_access (case_id, advocate_id, until);
