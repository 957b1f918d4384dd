-- The people who work here. Everything an advocate does names one of them. Nobody is ever deleted: whoever left is not
-- active, so that what they did keeps its name.
CREATE TABLE advocate (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- As colleagues know them.
    name     text        NOT NULL CHECK (name <> '' AND name = btrim(name)),
    -- What they type to sign in: an e-mail address or a short name, in lower case.
    sign_in  text        NOT NULL UNIQUE CHECK (sign_in <> '' AND sign_in = lower(btrim(sign_in))),
    role     text        NOT NULL CHECK (role IN ('duty-advocate', 'manager', 'analyst', 'administrator')),
    -- Their work mobile, for alerts; never shown to a caller.
    mobile   text CHECK (mobile ~ '^\+[1-9][0-9]{1,14}$'),
    active   boolean     NOT NULL DEFAULT true,
    added_at timestamptz NOT NULL
);
