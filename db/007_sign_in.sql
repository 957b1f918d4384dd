-- How the people who work here sign in to the console. What a person types is never kept, only what it is hashed to; times
-- come from the caller.

CREATE TABLE sign_in_account (
    advocate    bigint PRIMARY KEY REFERENCES advocate,
    -- Argon2id in its usual notation, with its salt and its cost.
    password    text   NOT NULL CHECK (password LIKE '$argon2id$%'),
    -- Until when a first password, which somebody else has seen, opens the door; empty once a person has chosen their own.
    first_until timestamptz,
    -- Shared with the app that shows the codes; empty until a person has set it up.
    code_secret text CHECK (code_secret ~ '^[A-Z2-7]{32}$'),
    -- The 30 seconds, counted from 1970, whose code was used last: none is used twice.
    code_step   bigint NOT NULL DEFAULT 0
);

-- What lets a person in who has lost the phone with the app. Each works once.
CREATE TABLE recovery_code (
    hash     text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    advocate bigint NOT NULL REFERENCES sign_in_account,
    used_at  timestamptz
);
CREATE INDEX recovery_code_of ON recovery_code (advocate);

CREATE TABLE sign_in_session (
    -- The SHA-256 of what the browser has, and what it has after each step of signing in is new.
    id        text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
    advocate  bigint      NOT NULL REFERENCES advocate,
    stage     text        NOT NULL CHECK (stage IN ('code', 'new-password', 'set-up', 'in')),
    began_at  timestamptz NOT NULL,
    -- When the person last did something; what a page fetches by itself does not count.
    seen_at   timestamptz NOT NULL,
    -- Which browser, in words that its owner knows again, such as Firefox on Windows.
    browser   text        NOT NULL,
    -- A person of the sandbox: with a real account their sessions are nobody's.
    demo      boolean     NOT NULL,
    -- Where they wanted to go before they were asked to sign in: a path of ours.
    wanted    text CHECK (wanted LIKE '/%'),
    -- What the next page tells them has been done.
    notice    text,
    -- The secret that a person is offered while they set up the app.
    offered   text CHECK (offered ~ '^[A-Z2-7]{32}$')
);
CREATE INDEX sign_in_session_of ON sign_in_session (advocate);

-- Browsers that a person has signed in with to the end: nobody else's wrong guesses shut them out of these.
CREATE TABLE known_device (
    device   text        NOT NULL CHECK (device ~ '^[0-9a-f]{64}$'),
    advocate bigint      NOT NULL REFERENCES advocate,
    seen_at  timestamptz NOT NULL,
    PRIMARY KEY (device, advocate)
);
CREATE INDEX known_device_of ON known_device (advocate);

-- How often something was tried, so that all nodes count together. What it was is a hash.
CREATE TABLE sign_in_limit (
    key     text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
    tries   integer     NOT NULL CHECK (tries >= 0),
    last_at timestamptz NOT NULL,
    -- The next try is looked at from here on.
    free_at timestamptz NOT NULL
);
CREATE INDEX sign_in_limit_by_age ON sign_in_limit (last_at);
