-- Who may do what. This is no migration: it runs at every start, after them, as the user who owns the tables, and changes
-- only what is missing. So it also holds for tables that a later migration makes, and for a database that was copied to
-- another cluster, where the role is not known yet.
--
-- The line works as referral_line_service: it may do anything with rows, except that it can only add to the audit and erase
-- reasons in it, and nothing with tables. Its owner's rights are used for the migrations alone.
DO $$
DECLARE
    thing record;
BEGIN
    -- Nodes that start at the same moment take turns.
    PERFORM pg_advisory_xact_lock(6, 0);

    -- Roles belong to the whole cluster: the line of another database may make the same one at the same moment.
    BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'referral_line_service') THEN
            CREATE ROLE referral_line_service NOLOGIN;
        END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
    END;
    BEGIN
        SET LOCAL ROLE referral_line_service;
        RESET ROLE;
    EXCEPTION WHEN insufficient_privilege THEN
        BEGIN
            GRANT referral_line_service TO CURRENT_USER;
        EXCEPTION WHEN unique_violation THEN
            NULL;
        END;
    END;

    IF NOT has_schema_privilege('referral_line_service', current_schema(), 'USAGE') THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO referral_line_service', current_schema());
    END IF;
    FOR thing IN
        SELECT oid::regclass AS name,
               CASE WHEN relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
               CASE
                   WHEN relkind = 'S' THEN 'SELECT, USAGE'
                   WHEN relkind IN ('v', 'm') OR relname = 'flyway_schema_history' THEN 'SELECT'
                   WHEN relname IN ('audit_entry', 'audit_note') THEN 'SELECT, INSERT'
                   WHEN relname = 'audit_reason' THEN 'SELECT, DELETE'
                   ELSE 'SELECT, INSERT, UPDATE, DELETE'
               END AS privileges
          FROM pg_class
         WHERE relnamespace = current_schema()::regnamespace
           AND relkind IN ('r', 'p', 'v', 'm', 'S')
           AND pg_has_role(relowner, 'USAGE')
           AND NOT has_table_privilege('referral_line_service', oid, 'SELECT')
    LOOP
        EXECUTE format('GRANT %s ON %s %s TO referral_line_service', thing.privileges, thing.kind, thing.name);
    END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
    -- The program knows it by this code, and shows the sentence to whoever started it.
    RAISE EXCEPTION USING
        ERRCODE = 'RL001',
        MESSAGE = format(
            'The database''s user may not make the role that the line works as: an administrator first runs '
            '"CREATE ROLE referral_line_service NOLOGIN;" and "GRANT referral_line_service TO %I;".', current_user);
END $$;
