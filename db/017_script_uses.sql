-- When a version of the call script came into use. A version may come back: an edit that is taken back is the earlier one again.
CREATE TABLE script_use (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version  bigint      NOT NULL REFERENCES script_version,
    began_at timestamptz NOT NULL
);

INSERT INTO script_use (version, began_at)
SELECT id, kept_at
  FROM script_version
 ORDER BY kept_at, id;
