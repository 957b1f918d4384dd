-- Who keeps the rota and by when they read it again, as the files of settings say it of themselves. The newest row holds; those
-- before it stay, like all that was on the rota.
CREATE TABLE rota_upkeep (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- A person or a post.
    owner   text        NOT NULL CHECK (owner <> '' AND length(owner) <= 100),
    -- The last day for it.
    review  date        NOT NULL,
    said_at timestamptz NOT NULL
);
