-- A reason in the audit is in somebody's own words and may name a person: also one who said no since, and of whom nothing is
-- to be kept that says who they were. So reasons stand beside the audit, where they can be erased; an entry holds a hash of its
-- reason, and the chain a hash of that. The salt goes with the reason: without it nobody can try names on the hash.
-- Entries from before this have theirs in the chain, as ever: nothing can take it out and leave the chain whole.

-- No foreign key: the hash in the entry ties the two, and a change of either shows in "audit verify".
CREATE TABLE audit_reason (
    seq  bigint PRIMARY KEY,
    salt bytea NOT NULL CHECK (octet_length(salt) = 32),
    why  text  NOT NULL CHECK (char_length(why) BETWEEN 1 AND 500)
);

ALTER TABLE audit_entry ADD COLUMN why_hash bytea CHECK (octet_length(why_hash) = 32);

-- As in 006, with the reason's hash after the fields where there is one. An entry without is the same bytes as before.
CREATE OR REPLACE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    newest record;
    salt   bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(6, 6);
    SELECT seq, hash INTO newest FROM audit_entry ORDER BY seq DESC LIMIT 1;
    NEW.seq := COALESCE(newest.seq, 0) + 1;
    NEW.previous_hash := COALESCE(newest.hash, decode(repeat('00', 32), 'hex'));
    NEW.why_hash := NULL;
    IF NEW.why IS NOT NULL THEN
        -- Two random ones, as PostgreSQL alone makes no longer randomness.
        salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        NEW.why_hash := sha256(salt || convert_to(NEW.why, 'UTF8'));
        -- Where somebody cut entries off at the end, their reasons still stand: the line works on, and "audit verify" tells.
        INSERT INTO audit_reason AS reason (seq, salt, why)
        VALUES (NEW.seq, salt, NEW.why)
        ON CONFLICT (seq) DO UPDATE SET salt = excluded.salt, why = excluded.why;
        NEW.why := NULL;
    END IF;
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
        || audit_field(NEW.why)
        || COALESCE(int4send(octet_length(NEW.why_hash)) || NEW.why_hash, ''::bytea));
    RETURN NEW;
END $$;

-- Replacing it has dropped where it looks for its tables.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION chain_audit_entry() SET search_path = pg_catalog, %I, pg_temp', current_schema());
END $$;
