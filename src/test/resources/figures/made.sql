-- Cases that nobody ever had: ${closed} closed and ${open} open ones over eight years, with everything that hangs on them, the same at
-- every run. Wards, hospitals and people are invented, numbers are from Ofcom's drama ranges; a few of them are ward phones
-- with thousands of cases.

SET session_replication_role = replica;
SET synchronous_commit = off;
SET statement_timeout = 0;
SET maintenance_work_mem = '512MB';
SET work_mem = '64MB';

CREATE SCHEMA made;

-- From 0 up to 1, by the case and by what is asked of it.
CREATE FUNCTION made.chance(bigint, integer) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (hashint8extended($1, $2) & 1048575) / 1048576.0::double precision
$$;

CREATE FUNCTION made.pick(text[], bigint, integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT $1[1 + floor(made.chance($2, $3) * cardinality($1))::integer]
$$;

-- The first ones much more often than the last.
CREATE FUNCTION made.pick_skewed(text[], bigint, integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT $1[1 + floor(made.chance($2, $3) ^ 2.5 * cardinality($1))::integer]
$$;

CREATE FUNCTION made.reference(bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    damm CONSTANT text[] := '{0317598642,7092154863,4206871359,1750983426,6123045978,3674209581,5869720134,8945362017,9438617205,2581436790}';
    six  text := lpad((($1 * 7919) % 1000000 + CASE WHEN ($1 * 7919) % 1000000 % 111111 = 0 THEN 1 ELSE 0 END)::text, 6, '0');
    sum  integer := 0;
BEGIN
    FOR n IN 1..6 LOOP
        sum := substr(damm[sum + 1], substr(six, n, 1)::integer + 1, 1)::integer;
    END LOOP;
    RETURN six || sum;
END $$;

-- Three in ten are ward phones; one in a thousand has a number that few others have.
CREATE FUNCTION made.number(bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN made.chance($1, 1) < 0.3
                THEN '+4416329600' || lpad(floor(made.chance($1, 2) ^ 3 * 50)::text, 2, '0')
                WHEN made.chance($1, 1) < 0.301
                THEN '+442920180' || lpad(floor(made.chance($1, 2) * 1000)::text, 3, '0')
                ELSE made.pick('{+447700900,+442079460,+441134960,+441144960,+441154960,+441164960,+441174960,+441184960,+441214960,+441314960,+441414960,+441514960,+441614960,+441914980,+442890180,+443069990}', $1, 3)
                     || lpad(floor(made.chance($1, 2) * 1000)::text, 3, '0')
           END
$$;

CREATE FUNCTION made.surname(bigint, integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT made.pick('{Ab,Bar,Cal,Dan,El,Far,Gor,Hal,Ib,Jor,Kel,Lan,Mar,Nor,Ol,Per,Quin,Ros,Sal,Tal,Um,Ver,Wal,Yor,Zan,Bre,Cor,Dre,Fin,Gra}', $1, $2)
           || made.pick('{a,be,co,de,ere,fo,ga,hi,i,jo,ka,le,mo,ni,o,pe,ra,si,to,u,va,we,xi,yo,ze,lla,mme,nno,rri,sso}', $1, $2 + 1)
           || made.pick('{ton,well,ski,ford,man,sey,dhu,kov,rez,ley}', $1, $2 + 2)
$$;

CREATE FUNCTION made.sentence(bigint, integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT made.pick_skewed(ARRAY[
        'Spoke on the phone and explained what an advocate does.', 'Wants to understand the section and the rights that go with it.',
        'Asked for help to prepare for ward round.', 'Unhappy about leave being stopped last week.',
        'Would like a visit on the ward in the morning.', 'Asked us to call back after lunch.',
        'Wants to see the care plan and a copy of the letter.', 'Has a tribunal and no solicitor yet.',
        'Medication was changed without anybody saying why.', 'Not sure who the nearest relative is.',
        'Prefers text to calls.', 'Wants to complain about the food and the noise at night.',
        'Managers hearing is coming and the report has not arrived.', 'The nurse in charge will pass the message on.',
        'Needs an interpreter for the next meeting.', 'Seclusion review took place without an advocate.',
        'Asked about moving nearer to family.', 'Second opinion doctor is expected.',
        'Discharge is planned and housing is not settled.', 'Lost glasses and hearing aid during the transfer.',
        'Benefits were stopped since admission.', 'Would like the chaplain to visit.',
        'Thinks the diagnosis is wrong and wants it looked at again.', 'Electroconvulsive treatment was mentioned by the consultant.',
        'Restraint left bruises, a safeguarding concern was raised.', 'Guardianship order ends soon.',
        'Community treatment order conditions are hard to keep.', 'Asked what happens with the dog at home.',
        'Power of attorney is with a cousin.', 'Wants to vote by post.'], $1, $2)
$$;

CREATE TABLE made.one AS
SELECT id, id > total - ${open} * 12 / 10 AND id % 4 <> 0
           OR id BETWEEN 20000 AND total - ${open} * 12 / 10 AND id % GREATEST((${closed} - 20000) * 10 / ${open}, 1) = 0 AS open,
       timestamptz '2026-11-24 10:15+00' - (total - id) * (interval '8 years' / total) AS at,
       made.chance(id, 10) AS kind, made.number(id) AS number, made.chance(id, 11) AS withheld
  FROM (VALUES (${open} + ${closed})) AS made (total), generate_series(1, total) AS id;
ANALYZE made.one;

INSERT INTO advocate (name, sign_in, role, added_at)
SELECT 'Advocate ' || n, 'advocate' || n, 'duty-advocate', timestamptz '2018-11-01 00:00+00' FROM generate_series(1, 30) AS n;

INSERT INTO script_version (hash, files, kept_at) VALUES (repeat('a', 64), '{}', timestamptz '2018-11-01 00:00+00');

-- One closed case in a hundred goes on in another.
INSERT INTO case_record (id, reference, kind, status, urgency, queue, due_at, outcome, opened_at, closed_at, owner_id, urgency_why, merged_into)
SELECT id, made.reference(id),
       CASE WHEN kind < 0.4 THEN 'self-referral' WHEN kind < 0.65 THEN 'professional-referral'
            WHEN kind < 0.75 THEN 'family-or-friend' ELSE 'general' END,
       CASE WHEN open THEN 'open' WHEN merged THEN 'merged' ELSE 'closed' END,
       CASE WHEN made.chance(id, 12) < 0.05 THEN 'U1' WHEN made.chance(id, 12) < 0.3 THEN 'U2' ELSE 'U3' END,
       CASE WHEN made.chance(id, 13) < 0.3 THEN NULL ELSE 'duty' END,
       CASE WHEN open THEN timestamptz '2026-11-24 10:15+00' + (made.chance(id, 14) * 7 - 2) * interval '1 day'
            ELSE at + interval '3 days' END,
       CASE WHEN open OR merged THEN NULL
            ELSE made.pick('{advocate-allocated,helped-now,signposted,declined,could-not-reach,no-request}', id, 15) END,
       at,
       CASE WHEN open OR merged THEN NULL ELSE at + made.chance(id, 16) * interval '20 days' END,
       CASE WHEN made.chance(id, 13) < 0.3 THEN 1 + floor(made.chance(id, 17) * 30) END,
       CASE WHEN made.chance(id, 12) < 0.05 THEN 'tribunal in 2 working days' END,
       CASE WHEN merged THEN id + 3 END
  FROM (SELECT *, NOT open AND id > 20000 AND id % 97 = 5 AS merged FROM made.one) AS one;
SELECT setval(pg_get_serial_sequence('case_record', 'id'), (SELECT max(id) FROM case_record));

INSERT INTO call (sid, case_id, script_version, caller_number, status, state, turns, began_at, last_turn_at, ended_at)
SELECT 'CA' || md5(id || ' ' || n), id, 1, CASE WHEN withheld > 0.25 THEN number END, 'completed', '{"answers": {}}', 8,
       at + n * interval '1 hour', at + n * interval '1 hour', at + n * interval '1 hour 4 minutes'
  FROM made.one, generate_series(0, 1) AS n
 WHERE made.chance(id, 20 + n) < CASE n WHEN 0 THEN 0.9 ELSE 0.15 END;

INSERT INTO case_fact (case_id, name, value, noted_at)
SELECT id, fact.name, fact.value, at + interval '5 minutes'
  FROM made.one
 CROSS JOIN LATERAL (VALUES
       (1, 'place', 0.9, made.pick('{caludon-centre,st-michaels,manor-hospital,other-hospital}', id, 30)),
       (2, 'ward-name', 0.05, made.pick_skewed('{Willow Ward,Cedar Ward,Larch Ward}', id, 31)),
       (3, 'ward-name', 0.6, made.pick_skewed('{Willow Ward,Cedar Ward,Larch Ward,Rowan Ward,Hazel Ward,Aspen Suite,Juniper Suite,Maple Unit,Alder Unit,Hawthorn Lodge,Sycamore House,Beech Ward,Blackthorn Ward,Elder Ward,Linden Ward,Poplar Ward,Spindle Ward,Wychelm Ward,Hornbeam Unit,Buckthorn Unit}', id, 32)),
       (4, 'person-name', CASE WHEN kind BETWEEN 0.4 AND 0.75 THEN 0.95 ELSE 0.4 END,
           made.pick_skewed('{Amir,Bea,Carl,Dina,Ewan,Fola,Gita,Hugh,Ines,Jude,Kofi,Lena,Milo,Nina,Omar,Pia,Ravi,Sara,Tom,Uma,Vera,Will,Xia,Yusuf,Zofia}', id, 33)
           || ' ' || made.surname(id, 34)),
       (5, 'referrer-name', CASE WHEN kind BETWEEN 0.4 AND 0.75 THEN 0.95 ELSE 0 END, 'Dr ' || made.surname(id, 38)),
       (6, 'organisation', CASE WHEN kind BETWEEN 0.4 AND 0.65 THEN 0.7 ELSE 0 END,
           made.pick('{North community team,South community team,Crisis team,Early intervention team,Older adults team}', id, 42)),
       (7, 'exact-role', CASE WHEN kind BETWEEN 0.4 AND 0.75 THEN 0.9 ELSE 0 END,
           made.pick('{responsible-clinician,ward-staff,care-coordinator,nearest-relative}', id, 43)),
       (8, 'agreement', CASE WHEN kind BETWEEN 0.4 AND 0.75 THEN 0.9 ELSE 0 END, made.pick('{yes,cannot-decide,not-asked}', id, 44)),
       (9, 'in-hospital', 0.8, 'yes')) AS fact (n, name, share, value)
 WHERE made.chance(id, 50 + fact.n) < fact.share;

INSERT INTO callback (case_id, number, place, status, due_at, asked_at, outcome, ended_at, attempts)
SELECT id, CASE WHEN made.chance(id, 60) < 0.9 THEN number END, CASE WHEN made.chance(id, 60) >= 0.9 THEN 'caludon-centre' END,
       CASE WHEN open THEN 'open' ELSE 'ended' END, at + interval '3 days', at,
       CASE WHEN open THEN NULL ELSE 'spoke' END, CASE WHEN open THEN NULL ELSE at + interval '1 day' END, 1
  FROM made.one
 WHERE made.chance(id, 61) < 0.7;

INSERT INTO callback_attempt (case_id, callback_id, advocate_id, disposition, at)
SELECT case_id, id, 1 + case_id % 30, CASE WHEN n = 1 AND status = 'ended' THEN 'spoke' ELSE 'no-answer' END,
       asked_at + (4 - n) * interval '6 hours'
  FROM callback, generate_series(1, 3) AS n
 WHERE made.chance(case_id, 62) < 1.0 / n;

INSERT INTO contact_permission (case_id, number, own_phone, may_leave_message, may_text, asked_at)
SELECT id, number, number LIKE '+447%', made.chance(id, 70) < 0.5, number LIKE '+447%' AND made.chance(id, 71) < 0.6, at
  FROM made.one
 WHERE made.chance(id, 72) < 0.7;

INSERT INTO referral (case_id, referrer_role, number, agreement, left_at)
SELECT id, 'ward-staff', number, 'yes', at
  FROM made.one
 WHERE kind BETWEEN 0.4 AND 0.65;

INSERT INTO case_need (case_id, need, noted_at)
SELECT id, made.pick('{easy-read,spoken-interpreter,extra-time,supporter-present}', id, 80), at
  FROM made.one
 WHERE made.chance(id, 81) < 0.1;

INSERT INTO contact_alert (case_id, reason, raised_at, raised_by)
SELECT id, 'unsafe', at, 1 FROM made.one WHERE made.chance(id, 82) < 0.005;

INSERT INTO case_note (case_id, advocate_id, body, at)
SELECT id, 1 + id % 30,
       concat_ws(' ', made.sentence(id, 90 + n), made.sentence(id, 93 + n), made.sentence(id, 96 + n),
                 CASE WHEN made.chance(id, 99 + n) < 0.3 THEN 'Spoke to nurse ' || made.surname(id, 102 + n) || '.' END),
       at + n * interval '1 day'
  FROM made.one, generate_series(1, 3) AS n
 WHERE made.chance(id, 110 + n) < 0.8 / n;

INSERT INTO case_event (case_id, advocate_id, kind, version, at)
SELECT id, 1 + id % 30, made.pick('{claimed,released,urgency-changed,fact-changed,call-attempted}', id, 120 + n), n, at + n * interval '6 hours'
  FROM made.one, generate_series(1, 4) AS n
 WHERE made.chance(id, 125 + n) < 1.2 / n;

INSERT INTO text_message (id, case_id, template, number, body, status, asked_at, useless_at)
SELECT md5(id::text)::uuid, id, 'confirm', number, 'We will call you.', 'delivered', at, at + interval '1 hour'
  FROM made.one
 WHERE number LIKE '+447%' AND made.chance(id, 130) < 0.6;

INSERT INTO text_received (sid, case_id, number, body, received_at)
SELECT 'SM' || md5(id::text), id, number, 'Thank you', at + interval '2 hours'
  FROM made.one
 WHERE number LIKE '+447%' AND made.chance(id, 131) < 0.1;

INSERT INTO claim (case_id, advocate_id, claimed_at, until)
SELECT id, 1 + id % 30, timestamptz '2026-11-24 10:00+00', timestamptz '2026-11-24 10:30+00'
  FROM made.one
 WHERE open AND id % 500 = 1;

INSERT INTO case_link (one, other, linked_by, linked_at, reason)
SELECT id - 7, id, 1, at, 'the same person'
  FROM made.one
 WHERE id % 50 = 8;

ANALYZE;
DROP INDEX case_search_words;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
CREATE TABLE made.row AS
SELECT fresh.case_id, fresh.words, fresh.blocks
  FROM case_record CROSS JOIN LATERAL search_row(case_record.id) AS fresh;
INSERT INTO case_search SELECT case_id, words, blocks FROM made.row ORDER BY case_id;
CREATE INDEX case_search_words ON case_search USING gin (blocks, words) WITH (fastupdate = off);
INSERT INTO search_word
SELECT DISTINCT name FROM case_search, search_names(words) AS name;

DROP SCHEMA made CASCADE;
