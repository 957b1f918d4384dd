-- The audit: who did what with which record, when, and why if they were asked; never contents. Entries are added and
-- never changed or taken out, and each holds a hash over itself and the one before it, so that a gap or an edit shows.
-- Who may do what with these tables is in afterMigrate.sql.

CREATE TABLE audit_entry (
    -- Counted from 1 without a gap: not a sequence, which a rollback would leave a gap in.
    seq           bigint PRIMARY KEY CHECK (seq > 0),
    at            timestamptz NOT NULL CHECK (isfinite(at)),
    actor_kind    text        NOT NULL CHECK (actor_kind IN ('advocate', 'service')),
    actor_id      text        NOT NULL CHECK (actor_id ~ '^[A-Za-z0-9-]{1,64}$'),
    action        text        NOT NULL CHECK (action ~ '^[a-z-]{1,64}$'),
    subject_kind  text        NOT NULL CHECK (subject_kind ~ '^[a-z0-9-]{1,64}$'),
    subject_id    text        NOT NULL CHECK (subject_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    detail        text CHECK (detail ~ '^[a-z0-9-]{1,60}$'),
    -- In the words of the person who was asked.
    why           text CHECK (char_length(why) BETWEEN 1 AND 500),
    previous_hash bytea       NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash          bytea       NOT NULL CHECK (octet_length(hash) = 32)
);

CREATE INDEX audit_entry_of ON audit_entry (subject_kind, subject_id, seq);
CREATE INDEX audit_entry_by ON audit_entry (actor_kind, actor_id, seq);

-- A field of what is hashed: its length in bytes and its bytes, or the length -1 when there is none. So no two entries
-- are the same bytes.
CREATE FUNCTION audit_field(field text) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT CASE
               WHEN field IS NULL THEN int4send(-1)
               ELSE int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8')
           END
$$;

-- SHA-256 over the hash before, the number, the time in microseconds since 1970, and the fields in the order of the table.
-- In the database rather than in Java, because here nobody who may only insert can choose a place or a hash, whatever
-- program they use. The lock makes one order of all nodes and ends with the transaction.
CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    newest record;
BEGIN
    PERFORM pg_advisory_xact_lock(6, 6);
    -- Sees what others committed while it waited. In a transaction that may not see it, the primary key refuses a fork.
    SELECT seq, hash INTO newest FROM audit_entry ORDER BY seq DESC LIMIT 1;
    NEW.seq := COALESCE(newest.seq, 0) + 1;
    NEW.previous_hash := COALESCE(newest.hash, decode(repeat('00', 32), 'hex'));
    NEW.hash := sha256(
        NEW.previous_hash
        || int8send(NEW.seq)
        || int8send((extract(epoch FROM NEW.at) * 1000000)::bigint)
        || audit_field(NEW.actor_kind)
        || audit_field(NEW.actor_id)
        || audit_field(NEW.action)
        || audit_field(NEW.subject_kind)
        || audit_field(NEW.subject_id)
        || audit_field(NEW.detail)
        || audit_field(NEW.why));
    RETURN NEW;
END $$;

CREATE TRIGGER audit_entry_follows_from_the_one_before
    BEFORE INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();

CREATE FUNCTION refuse_change_of_the_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_is_never_changed
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_the_audit();

ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_is_never_changed;

-- Where a note waits for its transaction to commit. The lock above puts transactions in a row; taken in the middle of one
-- it would hold all others up, and could cross with their other locks. Taken at the commit, after every other lock, it
-- cannot. No note outlives its transaction, so the table need not outlive a crash.
CREATE UNLOGGED TABLE audit_note (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    action       text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    detail       text,
    why          text
);

CREATE FUNCTION enter_audit_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    INSERT INTO audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id, detail, why)
    VALUES (NEW.at, NEW.actor_kind, NEW.actor_id, NEW.action, NEW.subject_kind, NEW.subject_id, NEW.detail, NEW.why);
    DELETE FROM audit_note WHERE id = NEW.id;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER audit_note_becomes_an_entry
    AFTER INSERT ON audit_note
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION enter_audit_note();

-- What runs with its owner's rights finds its tables in this schema and nowhere else.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['chain_audit_entry', 'enter_audit_note'] LOOP
        EXECUTE format('ALTER FUNCTION %I() SET search_path = pg_catalog, %I, pg_temp', name, current_schema());
        EXECUTE format('REVOKE ALL ON FUNCTION %I() FROM PUBLIC', name);
    END LOOP;
END $$;
