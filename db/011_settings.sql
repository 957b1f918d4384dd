-- Every text that a settings file ever had in use: due times, who qualifies, urgency, attempts, wards, hours and holidays. A
-- promise that was made in March can be held against what March's file said. A text that comes back is a version again.
CREATE TABLE setting_version (
    file    text        NOT NULL CHECK (file <> ''),
    version integer     NOT NULL CHECK (version >= 1),
    -- SHA-256 of the text in UTF-8.
    hash    text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    text    text        NOT NULL,
    -- When a node first went by it.
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (file, version)
);
