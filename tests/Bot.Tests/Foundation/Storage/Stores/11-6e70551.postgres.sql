CREATE TABLE public.causes (
    repository text NOT NULL,
    cluster text NOT NULL,
    title text NOT NULL,
    issue bigint,
    first_at bigint NOT NULL,
    first_sha text NOT NULL,
    ran_before bigint DEFAULT 0 NOT NULL,
    failed_before bigint DEFAULT 0 NOT NULL,
    brought bigint DEFAULT 0 NOT NULL,
    matched bigint
);
CREATE TABLE public.contradictions (
    repository text NOT NULL,
    issue bigint NOT NULL,
    sha text NOT NULL,
    place text NOT NULL,
    title text NOT NULL,
    because text NOT NULL,
    seen_at bigint NOT NULL
);
CREATE TABLE public.sightings (
    repository text NOT NULL,
    cluster text NOT NULL,
    sha text NOT NULL,
    place text NOT NULL,
    tests bigint NOT NULL,
    seen_at bigint NOT NULL,
    failed_after bigint DEFAULT 0 NOT NULL,
    passed_after bigint DEFAULT 0 NOT NULL,
    blocked bigint DEFAULT 0 NOT NULL,
    origin text,
    place_key text DEFAULT ''::text NOT NULL
);
CREATE VIEW public.counted_sightings AS
 SELECT sightings.repository,
    sightings.cluster,
    sightings.sha,
    sightings.place,
    sightings.place_key,
    sightings.origin,
    sightings.tests,
    sightings.seen_at,
    sightings.passed_after,
    sightings.failed_after,
    sightings.blocked
   FROM public.sightings
  WHERE (sightings.origin = ANY (ARRAY['default-branch'::text, 'deployed'::text]));
CREATE TABLE public.deliveries (
    id bigint NOT NULL,
    guid text NOT NULL,
    hook_target bigint NOT NULL,
    event text NOT NULL,
    received_at bigint NOT NULL,
    state text DEFAULT 'pending'::text NOT NULL,
    redelivered bigint DEFAULT 0 NOT NULL,
    note text,
    CONSTRAINT deliveries_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'failed'::text])))
);
ALTER TABLE public.deliveries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.delivery_bodies (
    delivery_id bigint NOT NULL,
    body bytea NOT NULL
);
CREATE TABLE public.deployment_runs (
    id bigint NOT NULL,
    repository text NOT NULL,
    installation bigint NOT NULL,
    deployment bigint NOT NULL,
    environment text NOT NULL,
    sha text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    plan text,
    phase bigint DEFAULT 0 NOT NULL,
    looks text,
    counts text,
    note text,
    decision text,
    green bigint DEFAULT 0 NOT NULL,
    conclusion text,
    worklog text,
    opened_at bigint NOT NULL,
    ended_at bigint,
    accepted text,
    environment_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT deployment_runs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'rechecking'::text, 'done'::text, 'void'::text])))
);
ALTER TABLE public.deployment_runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.deployment_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deployments (
    repository text NOT NULL,
    deployment bigint NOT NULL,
    environment text NOT NULL,
    sha text NOT NULL,
    state text NOT NULL,
    changed_at bigint NOT NULL,
    environment_key text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.dossiers (
    repository text NOT NULL,
    cluster text NOT NULL,
    sha text NOT NULL,
    place text NOT NULL,
    seen_at bigint NOT NULL,
    about bytea NOT NULL,
    place_key text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.effect_writes (
    effect_id bigint NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.effects (
    id bigint NOT NULL,
    repository text NOT NULL,
    installation bigint NOT NULL,
    kind text NOT NULL,
    target text NOT NULL,
    draft text NOT NULL,
    state text DEFAULT 'pending'::text NOT NULL,
    remote_id bigint,
    tried text,
    sent text,
    sent_at bigint,
    made_at bigint,
    due_at bigint NOT NULL,
    attempts bigint DEFAULT 0 NOT NULL,
    note text,
    created_at bigint NOT NULL,
    CONSTRAINT effects_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'withheld'::text, 'dead'::text])))
);
ALTER TABLE public.effects ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.effects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.findings (
    repository text NOT NULL,
    thread bigint NOT NULL,
    cluster text NOT NULL,
    sha text NOT NULL,
    place text NOT NULL,
    origin text NOT NULL,
    seen_at bigint NOT NULL,
    about bytea NOT NULL
);
CREATE TABLE public.issue_care (
    repository text NOT NULL,
    issue bigint NOT NULL,
    told text,
    closed_at bigint,
    closed_by text
);
CREATE TABLE public.jobs (
    id bigint NOT NULL,
    repository text NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    arguments text NOT NULL,
    delivery text,
    state text DEFAULT 'pending'::text NOT NULL,
    created_at bigint NOT NULL,
    asked_at bigint NOT NULL,
    due_at bigint NOT NULL,
    attempts bigint DEFAULT 0 NOT NULL,
    fence bigint DEFAULT 0 NOT NULL,
    leased_until bigint,
    asked_again bigint,
    error text,
    CONSTRAINT jobs_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'running'::text, 'dead'::text])))
);
ALTER TABLE public.jobs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mentions (
    repository text NOT NULL,
    thread bigint NOT NULL,
    cluster text NOT NULL,
    sha text NOT NULL,
    place text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.reports (
    repository text NOT NULL,
    run text NOT NULL,
    made_at bigint NOT NULL,
    report bytea NOT NULL,
    passages bytea NOT NULL
);
CREATE TABLE public.reruns (
    repository text NOT NULL,
    key text NOT NULL,
    sha text NOT NULL,
    login text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.results (
    run_id bigint NOT NULL,
    file text NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.rule_uses (
    repository text NOT NULL,
    rule text NOT NULL,
    subject text NOT NULL,
    at bigint NOT NULL,
    overturned_at bigint,
    overturned_by text,
    key text
);
CREATE TABLE public.rules (
    repository text NOT NULL,
    issue bigint NOT NULL,
    line bigint NOT NULL,
    text text NOT NULL,
    login text NOT NULL,
    at bigint NOT NULL
);
CREATE TABLE public.rulings (
    id bigint NOT NULL,
    repository text NOT NULL,
    cluster text NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    until bigint,
    login text NOT NULL,
    thread bigint NOT NULL,
    key text NOT NULL,
    before text,
    at bigint NOT NULL,
    undone_at bigint,
    undone_by text
);
ALTER TABLE public.rulings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rulings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.runs (
    id bigint NOT NULL,
    repository text NOT NULL,
    installation bigint NOT NULL,
    sha text NOT NULL,
    branch text,
    pull bigint,
    inputs text DEFAULT ''::text NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    decision text,
    green bigint DEFAULT 0 NOT NULL,
    opened_at bigint NOT NULL,
    finished_at bigint,
    origin text,
    CONSTRAINT runs_state_check CHECK ((state = ANY (ARRAY['open'::text, 'analysed'::text, 'obsolete'::text])))
);
ALTER TABLE public.runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.schema_migrations (
    number bigint NOT NULL,
    name text NOT NULL
);
CREATE TABLE public.suite_files (
    suite_run bigint NOT NULL,
    file text NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.suite_runs (
    id bigint NOT NULL,
    deployment_run bigint NOT NULL,
    phase bigint NOT NULL,
    place text NOT NULL,
    suites text NOT NULL,
    tests text,
    correlation text NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    workflow_run bigint,
    outcome text,
    note text,
    asked_at bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT suite_runs_place_check CHECK ((place = ANY (ARRAY['actions'::text, 'local'::text]))),
    CONSTRAINT suite_runs_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'running'::text, 'ended'::text])))
);
ALTER TABLE public.suite_runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.suite_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.unknown_environments (
    repository text NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    deployment bigint NOT NULL,
    sha text NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL
);
CREATE TABLE public.write_slots (
    installation bigint NOT NULL,
    at bigint NOT NULL
);
INSERT INTO public.causes VALUES ('team/shop', 'w2-b62d77657bad', 'KeyError: ''total''', 5, 1795892211594, 'ffffffffffffffffffffffffffffffffffffffff', 1, 0, 0, 5);
INSERT INTO public.causes VALUES ('team/shop', 'w2-1e629b32fb96', 'ConnectionRefusedError: [Errno 111] Connection refused: db:5432', NULL, 1795892197649, 'ffffffffffffffffffffffffffffffffffffffff', 0, 0, 0, 6);
INSERT INTO public.causes VALUES ('team/shop', 'w2-46b7f49d93db', 'KeyError: ''colour''', NULL, 1795892218923, '8888888888888888888888888888888888888888', 1, 0, 0, NULL);
INSERT INTO public.contradictions VALUES ('team/shop', 4, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'staging', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892206656);
INSERT INTO public.contradictions VALUES ('team/shop', 4, 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892211596);
INSERT INTO public.contradictions VALUES ('team/shop', 4, 'ffffffffffffffffffffffffffffffffffffffff', 'main', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892216925);
INSERT INTO public.contradictions VALUES ('team/shop', 4, '8888888888888888888888888888888888888888', 'main', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892218925);
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (1, 'made-1', 4711, 'workflow_run', 1795892194291, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (2, 'made-2', 4711, 'workflow_run', 1795892197852, 'done', 0, 'looks at dddddddddddddddddddddddddddddddddddddddd');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (3, 'made-3', 4711, 'workflow_run', 1795892200647, 'done', 0, 'looks at eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (4, 'made-4', 4711, 'deployment_status', 1795892202564, 'done', 0, 'deployment 1 of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (5, 'made-5', 4711, 'deployment_status', 1795892206730, 'done', 0, 'deployment 2 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (6, 'made-6', 4711, 'deployment_status', 1795892211684, 'done', 0, 'deployment 3 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (7, 'made-7', 4711, 'issue_comment', 1795892211803, 'done', 0, 'reads comment 1014 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (8, 'made-8', 4711, 'issue_comment', 1795892212115, 'done', 0, 'reads comment 1016 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (9, 'made-9', 4711, 'issue_comment', 1795892212233, 'done', 0, 'reads comment 1018 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (10, 'made-10', 4711, 'issue_comment', 1795892212352, 'done', 0, 'reads comment 1020 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (11, 'made-11', 4711, 'issue_comment', 1795892212481, 'done', 0, 'reads comment 1022 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (12, 'made-12', 4711, 'issue_comment', 1795892212613, 'done', 0, 'reads comment 1024 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (13, 'made-13', 4711, 'issue_comment', 1795892214744, 'done', 0, 'reads comment 1026 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (14, 'made-14', 4711, 'issues', 1795892214922, 'done', 0, 'tries 1 rules of issue 6');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (15, 'made-15', 4711, 'workflow_run', 1795892215610, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (16, 'form', 4711, 'workflow_run', 1795892216987, 'failed', 0, 'sent as a form; set the webhook''s content type to application/json');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (17, 'made-16', 4711, 'workflow_run', 1795892217053, 'done', 0, 'looks at 8888888888888888888888888888888888888888');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (18, 'made-17', 4711, 'workflow_run', 1795892218993, 'done', 0, 'looks at 7777777777777777777777777777777777777777');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (19, 'pending', 4711, 'workflow_run', 1795892218993, 'pending', 0, NULL);
INSERT INTO public.delivery_bodies VALUES (1, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030322c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (2, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030342c22686561645f736861223a2264646464646464646464646464646464646464646464646464646464646464646464646464646464222c22686561645f6272616e6368223a226272616e63682d64222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (3, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030372c22686561645f736861223a2265656565656565656565656565656565656565656565656565656565656565656565656565656565222c22686561645f6272616e6368223a226272616e63682d65222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a22737472616e6765722f73686f70222c22666f726b223a747275657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (4, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a312c22736861223a2261616161616161616161616161616161616161616161616161616161616161616161616161616161222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (5, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a322c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (6, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a332c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a227161222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (7, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031342c22626f6479223a222f776879222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (8, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031362c22626f6479223a222f7072696f72697479205031222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (9, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031382c22626f6479223a222f756e646f222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (10, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032302c22626f6479223a222f63617573652074686520706f6f6c206f6620646220697320746f6f20736d616c6c222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (11, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032322c22626f6479223a222f6d75746520323064206465706c6f7920667265657a65222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (12, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032342c22626f6479223a222f726572756e206661696c6564222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (13, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032362c22626f6479223a222f6163636570742073746167696e67206974206973206b6e6f776e222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (14, '\x7b22616374696f6e223a22656469746564222c226973737565223a7b226e756d626572223a362c227374617465223a226f70656e222c22626f6479223a2249742069732061776179206174206e696768742e5c6e5c6e5c75303036305c75303036305c7530303630776879626f745c6e746578743a205c7530303232726566757365643a2064623a353433325c75303032325c6e74657374733a205b74657374732f746573745f6f72646572732e70792c205c75303032322a3a3a746573745f746f74616c5c75303032325d5c6e5c75303036305c75303036305c75303036305c6e227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d2c226368616e676573223a7b22626f6479223a7b2266726f6d223a2249742068617070656e732e227d7d2c2273656e646572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d');
INSERT INTO public.delivery_bodies VALUES (15, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030322c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (16, '\x7061796c6f61643d253742253744');
INSERT INTO public.delivery_bodies VALUES (17, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313033312c22686561645f736861223a2238383838383838383838383838383838383838383838383838383838383838383838383838383838222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (18, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313033322c22686561645f736861223a2237373737373737373737373737373737373737373737373737373737373737373737373737373737222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (19, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a312c22686561645f736861223a2239393939393939393939393939393939393939393939393939393939393939393939393939393939222c22636f6e636c7573696f6e223a226661696c757265227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.deployment_runs OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":null,"expected":[]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":null,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- no earlier run is known\n- what changed is not known\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | \u2013 | to pass | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | \u2013 | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 2, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:56:42.7129938+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42141/health","ok":true,"status":200,"latencyMs":62,"evidence":"ok"}]}]}},{"when":"During","seen":{"checkedAt":"2026-11-28T18:56:44.4612156+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42141/health","ok":true,"status":200,"latencyMs":1.4,"evidence":"ok"}]}]}}]', '{"ended":2,"suites":[{"name":"orders","category":"critical","passed":2,"failed":0,"skipped":0,"flaky":0},{"name":"reports","category":"later","passed":1,"failed":0,"skipped":0,"flaky":0}]}', '', 'go', 1, '{"run":{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","decision":"go","reason":"all 3 gates met","endedAt":"2026-11-28T18:56:46.6434092+00:00","causes":[]},"pulls":[]}', '# Worklog: Go for `staging`

## Summary

- **Decision:** **Go**: all 3 gates met
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`
- **Deployed:** 2026-11-28 18:56 UTC
- **Tests:** 3 of 3 passed (100 %)

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:42141/health` | `ok` |

## Plan: 2 suites in 2 phases, focus `all`

- open P0: #4 `P0: test_list fails on staging`
- no earlier run is known
- what changed is not known

### Phase 1: P1

| Suite | Category | Usually | Expected | Why |
|---|---|---|---|---|
| `orders` | `critical` | – | to pass | priority P1 |

Next only if `critical` 95 %.

### Phase 2: P2

| Suite | Category | Usually | Expected | Why |
|---|---|---|---|---|
| `reports` | `later` | – | to pass | priority P2 |

Next only if `later` 50 %.

| Suite | Protects | Priority | Tests | Seconds |
|---|---|---|---|---|
| `orders` | `critical` | `P1` | 2 | 0.500 |
| `reports` | `later` | `P2` | 1 | 0.250 |

## Results against criteria

| Category | Needed | Passed | Failed | Skipped | Rate | Outcome | Why |
|---|---|---|---|---|---|---|---|
| `critical` | 95 % | 2 | 0 | 0 | 100 % | met | 2 of 2 passed, 95 % needed |
| `later` | 50 % | 1 | 0 | 0 | 100 % | met | 1 of 1 passed, 50 % needed |
| `overall` | 90 % | 3 | 0 | 0 | 100 % | met | 3 of 3 passed, 90 % needed |

## Authenticity

2 suites took 0.750 s in all.

## Protected and at risk

- **Protected:** `critical`, `later`

## Issues

- #4 `P0: test_list fails on staging` is refuted: the test it names really ran and passed: `tests.test_orders::test_list` (`github/repos/team/shop/issues.json#/0/body`; `results/orders.xml:3`)

## What was read

2 result files, 0 job logs, 0 platform logs, 0 earlier runs, 1 issue, no comparison of commits, 1 service probed.
- no earlier run is known: missing tests, flakiness and regressions cannot be told
', 1795892202619, 1795892206652, NULL, 'staging');
INSERT INTO public.deployment_runs OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":0.5,"expected":[{"issue":4,"title":"P0: test_list fails on staging","tests":1}]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":0.25,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- the last run (\u0060aaaaaaaa\u0060) was go: \u0060all 3 gates met\u0060\n- 1 commit since \u0060aaaaaaaa\u0060, in 1 file\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | 0.5 s | to fail: #4 (1 test) | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | 0.3 s | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 1, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:56:46.7640139+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42141/health","ok":true,"status":200,"latencyMs":7.2,"evidence":"ok"}]}]}},{"when":"After","seen":{"checkedAt":"2026-11-28T18:56:48.6864399+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42141/health","ok":true,"status":200,"latencyMs":1.5,"evidence":"ok"}]}]}}]', '{"ended":1,"suites":[{"name":"orders","category":"critical","passed":1,"failed":1,"skipped":0,"flaky":0}]}', 'critical: 50 % passed, 95 % needed', 'no-go', 0, '{"run":{"sha":"ffffffffffffffffffffffffffffffffffffffff","decision":"no-go","reason":"2 gates not met: critical, overall","endedAt":"2026-11-28T18:56:54.5143811+00:00","causes":[{"cluster":"w2-b62d77657bad","title":"KeyError: \u0027total\u0027","rootCause":"ann says: \u201Cthe pool of db is too small\u201D.","issue":5,"tests":["tests.test_orders::test_total"],"suspect":null}]},"pulls":[]}', '# Worklog: No-go for `staging`

## Summary

- **Decision:** **No-go**: 2 gates not met: `critical`, `overall`
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `ffffffffffffffffffffffffffffffffffffffff`
- **Deployed:** 2026-11-28 18:56 UTC
- **Tests:** 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)
- **Causes:** 1 known

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:42141/health` | `ok` |

## Plan: 2 suites in 2 phases, focus `all`

- open P0: #4 `P0: test_list fails on staging`
- the last run (`aaaaaaaa`) was go: `all 3 gates met`
- 1 commit since `aaaaaaaa`, in 1 file

### Phase 1: P1

| Suite | Category | Usually | Expected | Why |
|---|---|---|---|---|
| `orders` | `critical` | 0.5 s | to fail: #4 (1 test) | priority P1 |

Next only if `critical` 95 %.

### Phase 2: P2

| Suite | Category | Usually | Expected | Why |
|---|---|---|---|---|
| `reports` | `later` | 0.3 s | to pass | priority P2 |

Next only if `later` 50 %.

| Suite | Protects | Priority | Tests | Seconds |
|---|---|---|---|---|
| `orders` | `critical` | `P1` | 2 | 0.500 |

## Results against criteria

| Category | Needed | Passed | Failed | Skipped | Rate | Outcome | Why |
|---|---|---|---|---|---|---|---|
| `critical` | 95 % | 1 | 1 | 0 | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |
| `later` | 50 % | 0 | 0 | 0 | – | inconclusive | `reports` did not run: no data is never go |
| `overall` | 90 % | 1 | 1 | 0 | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |

## Authenticity

1 suite took 0.500 s in all. No passing test that usually takes time took none.

## Five whys

### Cause 1: `KeyError: ''total''`

`ann` says: `the pool of db is too small`.

*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*

1. **What do the failing tests have in common that the passing ones do not?** *(established)*  
   The failing test says `KeyError: ''total''`; none of the 1 that passed does. They are in `orders`.
   - `results/orders.xml:2`: `KeyError: ''total''`
2. **Which field does a reader require that the sender no longer writes?** *(established)*  
   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.
   - `results/orders.xml:2`: `KeyError: ''total''`
3. **Where is it: which service, module, setting or dependency?** *(likely)*  
   Not in the services'' being up: all 1 were ready. The tests notice it at `src/orders.py`:40.
   - `readiness.json#/services/0/probes/0/evidence`: `ok`
   - `results/orders.xml:4`: `src/orders.py:40`
4. **Which change brought it?** *(unknown)*  
   The evidence stops here. Of the changes, the only changed file (`src/colours.py`) does not touch what the error names. Bisect between `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` and `ffffffffffffffffffffffffffffffffffffffff`.
5. **Why did it reach staging?** *(unknown)*  
   The evidence stops here. No change is named, so there is no pull request whose checks could be read.
6. **Has it happened before, and what would have caught it?** *(established)*  
   Yes: #5 `KeyError: ''total''` describes it and is still open.
   - `issues.json#/0/title`: `KeyError: ''total''`

**Ruled out**

- a service that is down: the probes of `gateway` succeeded (`readiness.json#/services/0/probes/0/evidence`: `ok`)

**1 failing test**

- `tests.test_orders::test_total`

## Remediation now

- Follow #5; no new issue is needed. *(cause 1, system)*

## Remediation next

- Of the changes, the only changed file (`src/colours.py`) does not touch what the error names. Bisect between `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` and `ffffffffffffffffffffffffffffffffffffffff`. *(cause 1, change)*

## Protected and at risk

- **At risk:** `critical`

## Issues

- #5 `KeyError: ''total''`: matched with confidence 1.00; it was filed for this cause
- #4 `P0: test_list fails on staging` is refuted: the test it names really ran and passed: `tests.test_orders::test_list` (`github/repos/team/shop/issues.json#/1/body`; `results/orders.xml:7`)

## What was read

1 result file, 0 job logs, 0 platform logs, 1 earlier run, 2 issues, 1 commit, 1 service probed.
- the run ended after phase 1 of 2 (`critical: 50 % passed, 95 % needed`): `reports` was not begun

**Accepted by `ann`** on 2026-11-28 18:56 UTC: `it is known`. The gate did not hold; a person passed it.

', 1795892206754, 1795892214515, '{"by":"ann","reason":"it is known","at":"2026-11-28T18:56:54.7773966+00:00"}', 'staging');
INSERT INTO public.deployments VALUES ('team/shop', 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'success', 1795892202572, 'staging');
INSERT INTO public.deployments VALUES ('team/shop', 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795892206744, 'staging');
INSERT INTO public.deployments VALUES ('team/shop', 3, 'qa', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795892211701, 'qa');
INSERT INTO public.dossiers VALUES ('team/shop', 'w2-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795892214518, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d24d32334a31373733354f4a4c51d2512ac92cc94955b252f24ead742d2aca2fb2528829353030322fc92f49cc813041aa528b4b8a95ac0c7594ca528b5232934b94ac94b2f3f2cbf3947494328b8b4b5395ac4c75948af2f34b9c134b8b41e625e6e5291427561683cc333230742ec9485528c8cfcf51c84f53484952c82c5628c9cf5728ce4dccc9892935323074d1835ae39952ac6415ad5402b2510f44c6e717a5a416155b598139607729c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642627e680541625e639a5a6e517a5823d90969899939a021330d051ca4d2c49ce484d01fba0b8b4b82015e4bbbcd29c1c1da582c4e2e2d414c7f4c4cc3c25abb4c49ce2541d25887ea858495169aa8e5271696609c45a88534196a6e417176782c2bc5a293903ac5f09149a660689797910063c780c0ccc0cf0060f48815e4c5e4c9e1638ccad14944d1552528b938b3293528b15324bac15324b14ca138b15d2405e5348cb2f5228c9c82c564806c585b5427e5e72aa426e7e51aa427e9e02c8a2e2c4dc5485e4fcdcdccc121d0543508c182a40bca59008f2ab16c82e433d052dadf08cc41285947cb02e908accbc74055034142b642496a52a64e6818d011b9b580256050a3290aafcbcd46290cebcfc127b2d2d052d8dd4e292c4a49ccce28cd4144d2d0585983c050585908c54b0c5200d2063c141024e80660678122424fcac15f2f2f35241ae07f9c950a104e45690f5a9290a29f9a9c57a20e32b15128bc0ee84e881c40f84ad17936704f163667286425a666a0e449f42a242516a624a6a9142516a616966512ac4649025c5a97920f1bc7c859cfcbcf4d42285f22250cce3f6a0a3426e6a7171627aaa424e627276b14222d41eb05b334b8ad16c2ad651c82f52c8482c5648cccb2fc9482d5228ce482c48b552805a9c989702d39192599c985e949aaa9098945f0a09fae4fcbc92a2c4e412058de2e48cd4dc444d58d8142456e6e427a6e8c5e419433c9c0a0a1350cab15228cf00f9be38b5a82c3339554721373fa534275547a138b5a404142bf9450a29a905206fe7255742fc9993999d9a53098f43bffc12503a80040fd8946250f81a992b24a5824c282db05248ccc95130542807590b0ada4a70d44013525e7e4966722a2805279640a3beb828591f12537a059520c3cc0cac4c0cf462f24c20ce07b9383923312f3d5521a928bf343da34421139aca4af3c05904ee3a500a4b2dcb4c4905e581e292fc8262858cd4a2543d05ff347072851853ac03e6e4e7e5542a404452c079494103623bc841c9f939f9a545c5701769821399425e7e8942497e697286423928fd81822115548e2ae425e682d2a05366716a728942526a49796a6a1ed48389440288ed0aa0688730d3880410d57a3179a69010ab5448c94c018571516a627286427149627a665e3a243e890e32bf7c68e0804a6f90f75274148ac165032439e5e52b1494e6e480b34d6a71894279467e71aa4272462a28e527e797e6a42824a582d3af5e4c9e19c8611e89a044a890915850909a970a920615d33a600f8383b31cac0b5cd62427a24434b6e22432b5185c36427c4fb000412943c17666162b149764e6e428e417a4e6e9c5806ab7a2d2bc74708d42bbc21054da82d22972014bef9230065a2915a51697e69414c3b25f456e8e9511243841ae84b24a411512949d872f98a186429542b48102151496a04c4ce54217e4c4c156e2d23f6041a56c26285f5152b88382929e253b2298125332f3528b8bf5b28af3f394f5a11553b1be817e41517e522a88012bcfa1c92a0fa617ca8726b3fc6cece230512c29dd046a020e1341b500bc5ab23231809904d505b55749470996bc215509ee3a0a14c8a08c0ff390c208aca0a0c14554058537bca85a3b815d45adda09e46caa574db0c407ee7dc1728b813eb83b074d90389231e90576ac8e122c892a5929d52838e72466e62ad4280497249694162bd428b8425b583a0a45a9baa0169e424d4c5e8daeae2e1cc7e4d52818ea2950a73fa150a38054fd2bd4405b55587234b4ee023b47c108643fc5d50e99961b832c27b76856a85180b4ba91fc4a7239596a6060ec9c54044a1cc6ae20d2cc004b8841cb40488899801c0d0a31cc924ca14601da7054a80177c4acc04d68583a412aca204699828cc291cb4935cb4c4f81bcbc8923ee70e72188db411561a202b42a82f40633419ddbf23c851a85a2d29cd41405501f0c910e498d1b90354ad09108252b25cf12500b5bd9d40ad462c7d5af070f08289b42d33ebe4c0dae98ac14b4b40cf4cc8cb5b4741452f3409d26f03841a20278f8035444d52804e467e69580f2b3532a78e800e42c941c0c4a35464e067ac6060a3520b721062140fd1ef0b04276665e0aa8df9996589a53a2a001ed7aeac2faa6f03e295831a8cf5f0cb605ec0d90d146a60a35903109909186d04e626609a43f051e2d00f7e0507519807425e597648095810d3333000f15819c6c6680a6da18e27c50d09616a42496a4a6c0bab03989c5250ac6060a2989956087c1620534bc53ad64aa64a5341ae40606a088a265909b80c2d9041a8d010656e054109f93595c024e00c5a0812c681f1612bf90d46d60004adda09113d0c0437e1a28891617a4266617835224283d8193b595425e3e24d9eb803beda965a9a001b35485e2d25c12338201f129a94641d740cf10944e214e06a77d2c039c205f4254805c072a7c61895f47013aba05584d4c9e526dad8e52695e724e627171665a2668f8123a3e091dc20c28cdc951b2820c63261607241697285951632498e2315e70610b1e6c0587005163bd503f41fc535b0b00325b738ad2160000', 'staging');
INSERT INTO public.dossiers VALUES ('team/shop', 'w2-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1795892216924, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d2354c3533b24c32364a4bb23453d2512ac92cc94955b25272cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531360299945a5c52ac6465a8a354965a9492995ca264a5949d975f9ea7a4a394595c5c9aaa6495579a93a3a354949f5fe29c585a0cb2d62fbf2423332f5d21313939b5a0a4582119ee8c6285c41285928cc41285c49494a2d4e2622b85928c548582a2fce4d4e26285cc6285bcfc1285a2d2bcbcccbc741d85fc22859ccce292d4bc6285d49ce2d4f28cd4a2543d05bf7c85e48cc4bcf4548849a9150539899979c50a99252003c0aed3833add33a558c92a5aa904e40b3d10199f5f94925a546c6505e694e49724e628c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642643541625e639a5a6e517a52a5919e828a52566e6a4a62009e426962467a4a6285999e92815971617a482420c12420589c5c5a9298ee98999794a56698939c5a930fda862c5a59925107b216e05b92f25bfb8381314d9d54ac919600394064120c7e4c5e46981c3db4a41d94c2125b538b9283329151413d60a9925c50a45a539a90a902029563054c84f53305400051938720d207c50b080120b28428a1534624a0d0ccc0cd053224454530b64a3a19e82965638280da5e483530fd444058809198965a90a99790ac9f9b9b9f9799024024e6389c5c5207bf2f3528b1552f24109cd5e4b4b414b23b5b824312927b338233545534b4121264f414121242315e650b0b10ac58995c50a105720320c59990a6288b5425e7e5e2a2804406e338438131414a9290a29f9a9c57a2027542a241681fd02d103490e10b65e4c9e11241c2ac1ea41de41ca732859ae04946d70fb95b6092926cf18e2ce5490574049c34aa13c23333943a138b5a82c3339554721373fa534275547a138b5a4041c43450a29a905a97929a979c9951077e76466a7e654a2440f24b6f3f24b32935341593fb1041a3fc545c9fa90a0d22ba884849695890128c021a512382ac1450928998082bf2027b1242dbf28176c4c5166716ab15e4c9e09c4d92097424b9ba4a2fcd2f48c1285cc1288a34af3c0691fc555a965992067a72a1497e417142b80425e4fc13f0d9c4e21c614eb8039f9793995d0622c45212d33271596f441ce4fcecfc92f2d2a86bb5f131ec70a25f9a5c9190ae5a0e40f727a2aa84057c84bcc052519a7cce2d4e41285a4d492f2d4d43c68702412092021a590989702d59846248068d48bc933858458a5424a660a2828d35341657d66b1425a621189218628e2415542626e6a8a8e423138b74352515ebe4241694e8e42516a61696a71894279467e71aa4272466a7236a8ba29cd4951484a55284a4d4cd18bc93303b9cb231194f61432120b0a52f35241d2a0425c07ec5f706896e78374814b8fe4449478c6564044a61683cb3c88e7fdc1958a4272621ea8fa4a4a5548ce2fcd2b494d81c8a2148c600b338b158a4b32737214f20b52f3f46240956951695e3ab8b2a15dd9062a3c8742c116930709b7a2d4e2d29c92625866aec8cdb13282c8807c026581ab0b283b8fd2a2196a31d43888d1a0c801c509f9e52cc8b5b42e6407679851a5cc07051f28d9d2bac0c7138426d01491075303e5435308a8c886d738562606d85529e92881d21131150acccb23b93681061731b509dee0a26a55027614b5aa1290b3a95b8fc0121eb86756ac97559c9fa7ac6fa00fee0e42932c8e248cb306c35e24c6ea28c1d2a69295528d82734e6266ae428d427049624969b1428d822bb41da4a35094aa0baa87156a62f26a747575e13826af46c1504f813a0d79851a05a45a5aa106da84c15d83809da36004b29fd8829d4c3b8c4176905b102ad428409abef8bc042d9d205e32015987bd8c51a851803659156ac0dd0f48e71b1691484d568851a620a3b0e73f528d32d353202fd7e00874dc091ce474251d2570a753c94ac913d41ccec9cf4b2f5628c9575036d35128cf2cc900758fd2a00d75433d03033d5056543683a61a9c79015cdc5b29686919e819596869e9c03b5df969a0f66e71416a627631ac4f970c1a0cb152c8cb87748075c06df6d4b2d42270f3bfb8341764678d42407e665e0928c738a5827580dc8f924740f9d6c8c940cfc854a106d28706b5fb0dc1dd52709316dcf807f756c1dd0db001609f807419182bd480dc569e58ac505a909258929a02ebf5e424169728181b28a480bab635e0462838d440630fd54a664a564aa321a264020a061370709a1904185881833d1e3428050ef16285fc3c85e292c4f4ccbc74504499194092878101bd930709115da3a06ba067084a4e1027831b565846c740be84a800255e5099925902e96aea2840872a20c9c6141448a6d040f24ead848e3282f41a9983c7d8204c1039702144f30c040e5763034886430c8625e6e583466014b233f3524085435a62694e8982464162654e7e628a6e727e5e49516272890e24f722c64a75a183609aa01cad545baba3549a979c93585c9c9996091a61840e21424719034a73726063b189c50189c5254a56f41a24066cf08dfd82eb07f0202c38711335060c0d484820d6d60200381a02aa62170000', 'main');
INSERT INTO public.dossiers VALUES ('team/shop', 'w2-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1795892218925, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d235314b324f33b14cb1344e4952d2512ac92cc94955b252f24ead742d2aca2fb2528829353030324fcecfc92f2d82b041ca528b4b8a95ac0c7594ca528b5232934b94ac9432f392f3730b72524b52957494328b8b4b5395acf24a737274948af2f34b9c134b8b41063b2ae4a6161727a6a72ae4242667172b242aa465a6e6a42894642496286496142b14a526a6a4162914a516966616a516eb28e417296424162b24e6e59764a4162914672416a45a2914a7e6819425e6a5c074a4641627a617a5a62a2426e59796289464a42a24e7e795142526972868142767a4e6266a2ae4a781250a122b73f21353f414fcf215923312f3d253210e48ad28c849cccc2b56c82c51c82c56c8cecb2fcfd383fad733a558c92a5aa904e4753d10199f5f94925a546c6505e694e49724e628c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642643541625e639a5a6e517a58243322d31332735052660a0a3949b58929c919a020bc5e2d2e2825450484302b520b1b83835c5313d31334fc92a2d31a7385547096204aa5871696609c46a8873414e4cc92f2ece04a5806aa5e40cb0014a43305e62f262f2b410a9ce0a1cb345a5790ae589c50ac9a5250ac519f945250aa0249297af909a589493094a58a5790ac58995c50a19f9e5201dc5a90aa0f82b56282d2e4dccc9a95448cd4bd102196da8a7a0a5150e4a9629f920850aa0d0cdcc4b872acf482c4b55c8cc5348cecfcdcdcf83241f509a03c50b48557e5e6ab1424abe425e7e89bd96968296466a714962524e6671466a8aa69682424c9e82824248462a8ab1109781b2999901be2c085161ad90979f970a4bd386103780ec4f4d5148c94f2dd603995fa99058047628440f241140d87a317946104f66266740f321489f42222c4f417321c46490efa0d92e2f5f21273f2f3db548a1bc0894bc70fb7070a5ab983c63888753416102cae6560ae51920df17a716956526a7ea28e4e6a794e6a4ea2814a7969480e3b1482125b50054dae4255742fc9993999d9a53891289902494975f92999c0a2a3c124bc005a799417151b23e24ccf50a2a21c16e6562008ab9920c90f1e0a4589e01760f2815a52a14e42496a4e517e5828d29ca2c4e2dd68bc93381381be45268799554945f9a9e012a33218e2acd03975628ae4a2dcb4c49cd4b4e55282ec92f285600d9a2a7e00f290221c614eb8093767e5e4e25b4204c5148cbcc4955d080b815e47c48d95f0c77bf2638718112b642497e697286423928938052472aa8ca50c84bcc05a53da7cce2d4e41285a4d492f2d4d43c6870a4110920b683f32e8469412480a8d68bc933858458a5424a660a2828d35341754266b1425a6211892186a824328bc1be4bd1512806970990549497af50509a9303aeb3528b4b14ca33f28b531592335241155c727e694e8a42522a384be9c5e49981dce591084a7b0a19890505a979a920695035a003f62f3834cbc1bac0654c722279f1ec875ae6418b4170c5ac505c909a985d0c2a39324bf414bc53530bc0c9a028b5b834a7042c9e9a989ca1002a4cc11e4d04855daa425e6a458902a8c8494ecc03790954e12716a5a6e8c5e429e9281595e6a583eb38da159ba07279c0cbcc983c48228386162c7b57e4e65819416440ce84b24a0d0ccc0ca0ec3cbc453ad454a85a883e50b082421394ef21ed24aa95cf20370eb6c2790042165cf0823223251501282c41c992d6b5009ef03181a69b3c981a281f9a8e40e538bc1ab23231c0ae4a49470996da20d58302ce5a06e6e5915cc540838b982a066f7051b57e013b8a1af50b21272337a8695db9c4ea28c1129a9295528d82734e6266ae428d427049624969b1428d822bb4a5a3a35094aa0bea422ad4c4e4d5e8eaeac2714c5e8d82a19e02751af40a350a48cd79851a68eb06778d00768e8211c87e8acb72322d3706594e6e71a750a30069f5e2f32bb40c82f8d504641dc8af982589428d02b4b5aa5003eec240ba6eb018466aad428c320519853d97916a94999e02797983548bfcf24b14944da1e902bdde078f15800a682373106966a050a350549a939aa2001ab980a5267053ad582fab383f4f59df501f3c3403530e6e7081070894ac94fcf215f20b52f314c01a1452528b938b32935241959a35b85997979a58046a97e6661617838635944df540999b78e75929686919e8995a6869e928242a80ad55c84b4d4d295630d03303d52579350a01f9997925a0ace8949a0c1aeb01471d2c0382321fc8e9464e067ac620df669620b913d475284ecc4d55c8cecc4b01354ad3124b734a1434a0a334bab0611cf8f00d5831a4b20565737028838c363255a8513004990032d210da53cf2c0137da412dffcc1c702708ec36b82e0363851a500f01346c505a909258929a02ead8838cc8492c2e5130365048010d18d48003cd0caccfccc01f3cf8a3909c9897970feae52824e797e695a4a680bc69660009312370888106ae405dbdfc34902d88a637c80270505929e4e543425507dc974a2d4b2d02475c71692ec84e120297e621a0041b972a56b2aa563255b2521a4d460606a0c447423252d251320385dc685a3201058309344b05185881b36c7c4e667109785cac58213f4fa1b824313d332f1d39631918808a227a662c1262b74641d740cf105414419c0c2ea8b08c18837c095101caf6a0aa125652e9284047f16a62f2946a6b75944af39273128b8b33d33241e3c1d0d15ee8807040694e0e6c8c38b13820b1b8049433a930c83ff487ed01035788b0b00147035123f8d0808568acad0500f59231bf32190000', 'main');
INSERT INTO public.effect_writes VALUES (1, 1795892197733);
INSERT INTO public.effect_writes VALUES (2, 1795892200535);
INSERT INTO public.effect_writes VALUES (3, 1795892200581);
INSERT INTO public.effect_writes VALUES (4, 1795892202519);
INSERT INTO public.effect_writes VALUES (5, 1795892202536);
INSERT INTO public.effect_writes VALUES (6, 1795892203553);
INSERT INTO public.effect_writes VALUES (6, 1795892204477);
INSERT INTO public.effect_writes VALUES (6, 1795892206679);
INSERT INTO public.effect_writes VALUES (12, 1795892207596);
INSERT INTO public.effect_writes VALUES (12, 1795892209795);
INSERT INTO public.effect_writes VALUES (16, 1795892211632);
INSERT INTO public.effect_writes VALUES (12, 1795892211657);
INSERT INTO public.effect_writes VALUES (18, 1795892212052);
INSERT INTO public.effect_writes VALUES (19, 1795892212180);
INSERT INTO public.effect_writes VALUES (20, 1795892212191);
INSERT INTO public.effect_writes VALUES (21, 1795892212321);
INSERT INTO public.effect_writes VALUES (22, 1795892212414);
INSERT INTO public.effect_writes VALUES (23, 1795892212555);
INSERT INTO public.effect_writes VALUES (24, 1795892212733);
INSERT INTO public.effect_writes VALUES (25, 1795892214689);
INSERT INTO public.effect_writes VALUES (12, 1795892214709);
INSERT INTO public.effect_writes VALUES (28, 1795892214877);
INSERT INTO public.effect_writes VALUES (12, 1795892214890);
INSERT INTO public.effect_writes VALUES (29, 1795892215552);
INSERT INTO public.effect_writes VALUES (30, 1795892216935);
INSERT INTO public.effect_writes VALUES (1, 1795892216940);
INSERT INTO public.effect_writes VALUES (32, 1795892218940);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #6 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #6 describes it; its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060)*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n**What to do**\n\n- *Now*: Follow #6; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE] [ENVIRONMENT]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1003, '5a254348bb32c334e219b5217edc6111', '5a254348bb32c334e219b5217edc6111', 1795892216949, 1795892197775, 1795892216927, 0, NULL, 1795892197685);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'check', 'dddddddddddddddddddddddddddddddddddddddd', '{"sha":"dddddddddddddddddddddddddddddddddddddddd","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %); 50 % at the last run\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(established)*  \n   None since the last run: it failed alike there already (run \u006001\u0060).\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n5. **Why was it not seen earlier?** *(established)*  \n   It was here before: \u0060test_total\u0060 failed alike in run \u006001\u0060.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: it failed alike in 1 of 1 earlier runs, and no open issue describes it.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Look whether the process runs and on which address it listens, and compare that with the caller\u0027s setting.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short, 2 of the usual 2 tests ran\n- missing suite: \u0060reports\u0060 did not run\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE] [ENVIRONMENT]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1005, 'fd7f8e9c9d38c7370211dac0e120b182', 'fd7f8e9c9d38c7370211dac0e120b182', 1795892200555, 1795892200555, 1795892200513, 0, NULL, 1795892200513);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'comment', '2', '{"number":2,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %); 50 % at the last run\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(established)*  \n   None since the last run: it failed alike there already (run \u006001\u0060).\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n5. **Why was it not seen earlier?** *(established)*  \n   It was here before: \u0060test_total\u0060 failed alike in run \u006001\u0060.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: it failed alike in 1 of 1 earlier runs, and no open issue describes it.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Look whether the process runs and on which address it listens, and compare that with the caller\u0027s setting.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short, 2 of the usual 2 tests ran\n- missing suite: \u0060reports\u0060 did not run\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1006, '1b7160f1f0b990909cdf86f69a5391c9', '1b7160f1f0b990909cdf86f69a5391c9', 1795892200603, 1795892200603, 1795892200516, 0, NULL, 1795892200516);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, 'comment', '3', '{"number":3,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %); 50 % at the last run\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(established)*  \n   None since the last run: it failed alike there already (run \u006001\u0060).\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n5. **Why was it not seen earlier?** *(established)*  \n   It was here before: \u0060test_total\u0060 failed alike in run \u006001\u0060.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: it failed alike in 1 of 1 earlier runs, and no open issue describes it.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Look whether the process runs and on which address it listens, and compare that with the caller\u0027s setting.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short, 2 of the usual 2 tests ran\n- missing suite: \u0060reports\u0060 did not run\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1009, 'cbea04b275ee289024347b01bb8a2e19', 'cbea04b275ee289024347b01bb8a2e19', 1795892202541, 1795892202541, 1795892202509, 0, NULL, 1795892202509);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (23, 'team/shop', 99, 'reply', '5:1022.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1022.1 --\u003E","body":"\u0060/mute 20d deploy freeze\u0060\n\nMuted until 2026-12-18 18:56 UTC:\n\n- \u0060w2-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt is still counted, and still fails its gate. \u0060/undo\u0060 ends it earlier.\n\n\u003C!-- whybot:reply 1022.1 --\u003E\n"}', 'sent', 1023, '45dbfe14da8cd3bc6b8be3572a6f4640', '45dbfe14da8cd3bc6b8be3572a6f4640', 1795892212561, 1795892212561, 1795892212543, 0, NULL, 1795892212543);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (22, 'team/shop', 99, 'reply', '5:1020.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1020.1 --\u003E","body":"\u0060/cause the pool of db is too small\u0060\n\nNoted, for\n\n- \u0060w2-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nReports name it as what you say; the bot\u0027s own whys stay below it. \u0060/undo\u0060 takes it back.\n\n\u003C!-- whybot:reply 1020.1 --\u003E\n"}', 'sent', 1021, '2e328a8e849514176cd7dbfedf7ef555', '2e328a8e849514176cd7dbfedf7ef555', 1795892212419, 1795892212419, 1795892212402, 0, NULL, 1795892212402);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (24, 'team/shop', 99, 'reply', '5:1024.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1024.1 --\u003E","body":"\u0060/rerun failed\u0060\n\nRunning \u0060orders\u0060 again on \u0060staging\u0060 at \u0060ffffffff\u0060, the 2. time. The check shows the progress; what passes now failed by chance, and the decision is made anew.\n\n\u003C!-- whybot:reply 1024.1 --\u003E\n"}', 'sent', 1025, 'ac5ddd7fcc42c98a631ecc78580edf5c', 'ac5ddd7fcc42c98a631ecc78580edf5c', 1795892212746, 1795892212746, 1795892212696, 0, NULL, 1795892212696);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (28, 'team/shop', 99, 'reply', '5:1026.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1026.1 --\u003E","body":"\u0060/accept staging it is known\u0060\n\n\u0060staging\u0060 at \u0060ffffffff\u0060, which was no-go, is accepted by \u0060ann\u0060: \u0060it is known\u0060. Check and worklog say so.\n\n\u003C!-- whybot:reply 1026.1 --\u003E\n"}', 'sent', 1027, '548b1946026413859f1799db2e272665', '548b1946026413859f1799db2e272665', 1795892214886, 1795892214886, 1795892214827, 0, NULL, 1795892214827);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (12, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff:staging', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot: staging","conclusion":"success","check":{"title":"Accepted by ann: No-go","summary":"**Accepted by \u0060ann\u0060** on 2026-11-28 18:56 UTC: \u0060it is known\u0060. The gate did not hold; a person passed it.\n\n### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\n\u0060ann\u0060 says: \u0060the pool of db is too small\u0060.\n\n*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE] [ENVIRONMENT]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027total\u0027","message":"tests.test_orders::test_total: ann says: \u201Cthe pool of db is too small\u201D."}]}}', 'sent', 1012, 'a9b2a0d303c267ce45b33b73c70e6f8f', 'a9b2a0d303c267ce45b33b73c70e6f8f', 1795892214897, 1795892207606, 1795892214825, 0, NULL, 1795892207565);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (4, 'team/shop', 99, 'check', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '{"sha":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %); 50 % at the last run\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(established)*  \n   None since the last run: it failed alike there already (run \u006001\u0060).\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n5. **Why was it not seen earlier?** *(established)*  \n   It was here before: \u0060test_total\u0060 failed alike in run \u006001\u0060.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: it failed alike in 1 of 1 earlier runs, and no open issue describes it.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Look whether the process runs and on which address it listens, and compare that with the caller\u0027s setting.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short, 2 of the usual 2 tests ran\n- missing suite: \u0060reports\u0060 did not run\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE] [ENVIRONMENT]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1008, 'e78d1b0f78a10d2ffee5b71228d5e807', 'e78d1b0f78a10d2ffee5b71228d5e807', 1795892202530, 1795892202530, 1795892202508, 0, NULL, 1795892202508);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, 'check', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:staging', '{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"Whybot: staging","conclusion":"success","check":{"title":"Go","summary":"### \u2705 Go for \u0060staging\u0060 at \u0060aaaaaaaa\u0060\n\n**all 3 gates met** \u00B7 3 of 3 passed (100 %)\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 100 % | met | 2 of 2 passed, 95 % needed |\n| \u0060later\u0060 | 50 % | 100 % | met | 1 of 1 passed, 50 % needed |\n| \u0060overall\u0060 | 90 % | 100 % | met | 3 of 3 passed, 90 % needed |\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[]}}', 'sent', 1011, '4f88ad890688599322065480bee7e296', '4f88ad890688599322065480bee7e296', 1795892206686, 1795892203606, 1795892206660, 0, NULL, 1795892203424);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (16, 'team/shop', 99, 'issue', 'w2-b62d77657bad', '{"issue":{"cause":"w2-b62d77657bad","title":"KeyError: \u0027total\u0027","labels":["P1"],"body":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n1 test in \u0060orders\u0060.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n- Verdict: regression\n- Places: \u0060staging\u0060\n- Tests: \u0060tests.test_orders::test_total\u0060\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-28 18:56 UTC | \u0060staging\u0060 | \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w2-b62d77657bad\u0060\n\n\u003C!-- whybot:cause w2-b62d77657bad --\u003E\n","covers":["w2-b62d77657bad"]}}', 'sent', 5, '75ef57465960245b2e8927b6b7265e6d', '75ef57465960245b2e8927b6b7265e6d', 1795892211644, 1795892211644, 1795892211600, 0, NULL, 1795892211600);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (19, 'team/shop', 99, 'change', '1016.1:5', '{"issue":5,"state":null,"stateReason":null,"addLabels":["P1"],"removeLabels":["P0","P2"],"assignees":[]}', 'sent', 5, 'c5ba6dda70cfc07fb999aeb861e0f811', 'c5ba6dda70cfc07fb999aeb861e0f811', 1795892212182, NULL, 1795892212161, 0, NULL, 1795892212161);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (21, 'team/shop', 99, 'reply', '5:1018.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1018.1 --\u003E","body":"\u0060/undo\u0060\n\nTaken back: priority by \u0060ann\u0060 of 2026-11-28 18:56 UTC, for 1 cause. The label stays until somebody changes it.\n\n\u003C!-- whybot:reply 1018.1 --\u003E\n"}', 'sent', 1019, 'd878b6f8d3e6f6c1376ac28513628c1a', 'd878b6f8d3e6f6c1376ac28513628c1a', 1795892212328, 1795892212328, 1795892212309, 0, NULL, 1795892212309);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (20, 'team/shop', 99, 'reply', '5:1016.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1016.1 --\u003E","body":"\u0060/priority P1\u0060\n\nP1 from now on:\n\n- \u0060w2-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt stands, whatever the figures say. \u0060/undo\u0060 lets the figures speak again.\n\n\u003C!-- whybot:reply 1016.1 --\u003E\n"}', 'sent', 1017, '167ced1eedab5cdf43fcb39e74375669', '167ced1eedab5cdf43fcb39e74375669', 1795892212198, 1795892212198, 1795892212162, 0, NULL, 1795892212162);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (29, 'team/shop', 99, 'rules', '6', '{"number":6,"marker":"\u003C!-- whybot:rules --\u003E","body":"\u2705 The rule in line 4 is used from now on. In the last 7 days it would have matched 2 failures in 2 of 4 runs, and no passing test:\n\n- \u0060tests.test_orders::test_total\u0060\n\n\n\u003C!-- whybot:rules --\u003E\n"}', 'sent', 1029, '182c916bc23f513e7f0bbc6193454918', '182c916bc23f513e7f0bbc6193454918', 1795892215556, 1795892215556, 1795892215530, 0, NULL, 1795892215530);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (18, 'team/shop', 99, 'reply', '5:1014.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1014.1 --\u003E","body":"\u0060/why\u0060\n\n\u0060KeyError: \u0027total\u0027\u0060, seen last at \u0060ffffffff\u0060 on \u0060staging\u0060, 2026-11-28 18:56 UTC\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n\n\u003C!-- whybot:reply 1014.1 --\u003E\n"}', 'sent', 1015, '46f80e83429ea3d786fdbbbe54d5b42e', '46f80e83429ea3d786fdbbbe54d5b42e', 1795892212058, 1795892212058, 1795892212024, 0, NULL, 1795892212024);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (25, 'team/shop', 99, 'seen', '5', '{"issue":5,"occasion":"ffffffffffffffffffffffffffffffffffffffff"}', 'sent', 5, 'f8d81f485c2c93e5fe9df06b2cbb7797', 'f8d81f485c2c93e5fe9df06b2cbb7797', 1795892214704, NULL, 1795892214531, 0, NULL, 1795892214531);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (30, 'team/shop', 99, 'note', '6', '{"number":6,"marker":"\u003C!-- whybot:note --\u003E","body":"**Seen on \u0060main\u0060 at \u0060ffffffff\u0060:** 1 failing test belong here.\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n- Why here: its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060) (confidence 1.00)\n\n\u003Cdetails\u003E\u003Csummary\u003EWhy, with evidence\u003C/summary\u003E\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003C!-- whybot:note --\u003E\n"}', 'sent', 1030, '3c942287e497297311edd2e3dc430369', '3c942287e497297311edd2e3dc430369', 1795892216938, 1795892216938, 1795892216926, 0, NULL, 1795892216926);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (32, 'team/shop', 99, 'check', '8888888888888888888888888888888888888888', '{"sha":"8888888888888888888888888888888888888888","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u006088888888\u0060\n\n1 of 2 passed (50 %); 50 % at the last run\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027colour\u0027\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n**Ruled out**\n\n- #5 \u0060KeyError: \u0027total\u0027\u0060: confidence 0.58 is below what a match needs; it describes the same kind of fault (payload-contract) of the same tests, but nothing it says speaks of this cause (\u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short, 2 of the usual 2 tests ran\n- missing suite: \u0060reports\u0060 did not run\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE] [ENVIRONMENT]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027colour\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'pending', NULL, '4dc72761a4b3e8d2078fa27e86e33810', NULL, NULL, NULL, 1795892221040, 2, 'GET repos/team/shop/commits/8888888888888888888888888888888888888888/check-runs: 502 Server Error', 1795892218926);
INSERT INTO public.findings VALUES ('team/shop', 2, 'w2-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 'pull-request', 1795892200509, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d2354c3533b24c32364a4bb23453d2512ac92cc94955b25272cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531360299945a5c52ac6465a8a354965a9492995ca264a59499979c9f5b90935a92aaa4a394595c5c9aaa6495579a93a3a354949f5fe29c585a0cb2db2fbf2423332f5d21313939b5a0a4582119ee966285c41285928cc41285c49494a2d4e2622b85928c548582a2fce4d4e26285cc6285bcfc1285a2d2bcbcccbc741d85fc22859ccce292d4bc6285d49ce2d4f28cd4a2543d05bf7c85e48cc4bcf4548849a9150539899979c50a99252003b2f3f2cbf3f4a0eef74c2956b28a562a0179450f44c6e717a5a416155b59813925f92589394ab13a4a054599f9459925954a564a01864a3a4ac98925a9e9f94599a960edc945992599c910954589794ea969f945a9e090494bcccc494d4112c84d2c49ce484d81854a716971412a28e420815490585c9c9ae2989e9899a764959698539caaa304310255acb834b3046235c4b92027a6e41717678222bd5a2939036c80d22008e798bc983c2d44aa80446751699e427962b1427269894271467e518942625e8a425ebe426a62514e666a112882158a132b8b1532f2cb4109a0385501141fc50aa5c5a5893939950aa979295a20a30df514b4b4c241e925251fa45001145aa0a405519e915896aa9099a7909c9f9b9b9f07490ee0f494585c0c52959f975aac90920f4a54f65a5a0a5a1aa9c52589493999c519a9299a5a0a0a31790a0a0a2119a928c6425c16536a60606680c82164e5228821d60a79f979a90af969601f18429c09490a0a29f9a9c57a2027542a241681fd02d1038977085b2f26cf08120e9560f520ef20e52f94ec5502ca22b8fd4adb141393670c71672ac82ba00c69a5509e91999ca1509c5a5496999caaa3909b9f529a93aaa3509c5a52028ea1228594d482d4bc94d4bce44a88bb7332b353732a51a20712db79f92599c9a9a06c9e58a200099ae2a2647d4850e915544284ac4c0c40010e2981c0890c5c6c8092093869e42496a4e517e5828d29ca2c4e2dd68bc93381381be45268c99254945f9a9e51a29059027114b684e3078ad5e2ccbc64504194aa9093580c2ebaac404683d2696a8a4222c833a0682f4a5548cc294a4d4ca954d000650f885b0d0c21b4a65e4c9e29c40d95e09c9359028a6485e2d4d43c58a6c1ed0ecf12b01e50cc2b2481cb262b68f080c22d1e5cc841ec01a773b8b332f3c019112205738a5e4c9e19c8251e89a0f853c8482c2848cd4b4d811aac03cec9e5a00c599e5f9a93a200ce81c98904c32a32b518335c32f3140c41d9c210e647907b8a2176e4e52be417a4e629802b198594d4e2e4a2cca454909bf462f29474948a4af3d2c18533edca07500134140a87983c481416a51697e69414c33244456e8e95114406e413280b5cac41d97994166f508ba1c6418c06450e284ec82fab40aea575413538c38c2ae52628f840c91694f9c1ed291a159a7882d0049a22f2606aa07c680a4129b5ad4c0cb0ab52d25102a523620b6590b7a95b22c39c9591595c925f54a96f60a84f7a1603c502b408c69f5b400d26e28a7d904fa95de6d3cfafd4aa5840a140dd5a853e6110aba3945a96096aef80ba4a350ace398999b90a350ac1258925a5c50a350aae50591d85a2545d509341a12626af465757178e63f26a140cf514a8d32e56a851406adc28d4409b0eb8533ad8390a4620fb892de3c9b4c3186407b965a2428d02a8f1955389cf4bd0820ae225139075d88b1b1c1e20aa6480186e0a321c77e38e720bccf414c8cb5a945aada4a304eef52a5929f9e16cb4c11a7579a9a0ce5a6ab1425e6a6211a42507d60ceaed56d7d6ea2895e625e724161767a665827ad1d03e32b41b1d509a9303eb592716072416972859d16b3404b0c137be016e19c3820354cd809bc36006bea10e68584234d6d60200d77de45b4e120000');
INSERT INTO public.findings VALUES ('team/shop', 3, 'w2-1e629b32fb96', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'pull request 3', 'fork', 1795892202507, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d2354c3533b24c32364a4bb23453d2512ac92cc94955b25272cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531360299945a5c52ac6465a8a354965a9492995ca264a59499979c9f5b90935a92aaa4a394595c5c9aaa6495579a93a3a354949f5fe29c585a0cb2db2fbf2423332f5d21313939b5a0a4582119ee966285c41285928cc41285c49494a2d4e2622b85928c548582a2fce4d4e26285cc6285bcfc1285a2d2bcbcccbc741d85fc22859ccce292d4bc6285d49ce2d4f28cd4a2543d05bf7c85e48cc4bcf4548849a9150539899979c50a99252003b2f3f2cbf3f4a0eef74c2956b28a562a0179450f44c6e717a5a416155b59813925f92589394ab13a4a054599f9459925954a564a01864a3a4ac98925a9e9f94599a960edc945992599c910954589794ea969f945a9e090494bcccc494d4112c84d2c49ce484d81854a716971412a28e420815490585c9c9ae2989e9899a764959698539caaa304310255acb834b3046235c4b92027a6e41717678222bd5a2939036c80d22008e798bc983c2d44aa80446751699e427962b1427269894271467e518942625e8a425ebe426a62514e666a112882158a132b8b1532f2cb4109a0385501141fc50aa5c5a5893939950aa979295a20a30df514b4b4c241e925251fa45001145aa0a405519e915896aa9099a7909c9f9b9b9f07490ee0f494585c0c52959f975aac90920f4a54f65a5a0a5a1aa9c52589493999c519a9299a5a0a0a31790a0a0a2119a928c6425c16536a60606680c82164e5228821d60a79f979a90af969601f18429c09490a0a29f9a9c57a2027542a241681fd02d1038977085b2f26cf08120e9560f520ef20e52f94ec5502ca22b8fd4adb141393670c71672ac82ba00c69a5509e91999ca1509c5a5496999caaa3909b9f529a93aaa3509c5a52028ea1228594d482d4bc94d4bce44a88bb7332b353732a51a20712db79f92599c9a9a06c9e58a200099ae2a2647d4850e915544284ac4c0c40010e2981c0890c5c6c8092093869e42496a4e517e5828d29ca2c4e2dd68bc93381381be45268c99254945f9a9e51a29059027114b684e3078ad5e2ccbc64504194aa9093580c2ebaac404683d2696a8a4222c833a0682f4a5548cc294a4d4ca954d000650f885b0d0c21b4a65e4c9e29c40d95e09c9359028a6485e2d4d43c58a6c1ed0ecf12b01e50cc2b2481cb262b68f080c22d1e5cc841ec01a773b8b332f3c019112205738a5e4c9e19c8251e89a0f853c8482c2848cd4b4d811aac03cec9e5a00c599e5f9a93a200ce81c98904c32a32b518335c32f3140c41d9c210e647907b8a2176e4e52be417a4e629802b198594d4e2e4a2cca454909bf462f29474948a4af3d2c18533edca07500134140a87983c481416a51697e69414c33244456e8e95114406e413280b5cac41d97994166f508ba1c6418c06450e284ec82fab40aea575413538c38c2ae52628f840c91694f9c1ed291a159a7882d0049a22f2606aa07c680a4129b5ad4c0cb0ab52d25102a523620b6590b7a95b22c39c9591595c925f54a96f60a84f7a1603c502b408c69f5b400d26e28a7d904fa95de6d3cfafd4aa5840a140dd5a853e6110aba3945a96096aef80ba4a350ace398999b90a350ac1258925a5c50a350aae50591d85a2545d509341a12626af465757178e63f26a140cf514a8d32e56a851406adc28d4409b0eb8533ad8390a4620fb892de3c9b4c3186407b965a2428d02a8f1955389cf4bd0820ae225139075d88b1b1c1e20aa6480186e0a321c77e38e720bccf414c8cb5a945aada4a304eef52a5929f9e16cb4c11a7579a9a0ce5a6ab1425e6a6211a42507d60ceaed56d7d6ea2895e625e724161767a665827ad1d03e32b41b1d509a9303eb592716072416972859d16b3404b0c137be016e19c3820354cd809bc36006bea10e68584234d6d60200d77de45b4e120000');
INSERT INTO public.issue_care VALUES ('team/shop', 5, '{"priority":"P1","priorityReason":"the category critical has a gate","advised":null,"tests":1,"places":["staging"],"answered":null,"suggested":null}', NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (3, 'sweep digests', 'sweep digests', 'sweep digests', '{}', NULL, 'pending', 1795892194161, 1795892194161, 1796014800000, 0, 0, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (2, 'sweep runs', 'sweep runs', 'sweep runs', '{}', NULL, 'pending', 1795892194100, 1795892194100, 1795892314212, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (1, 'sweep deliveries', 'sweep deliveries', 'sweep deliveries', '{}', NULL, 'pending', 1795892193684, 1795892193684, 1795892493909, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (58, 'team/shop', 'explain:7777777777777777777777777777777777777777', 'explain', '{"Installation":99,"Sha":"7777777777777777777777777777777777777777"}', 'made-17', 'pending', 1795892219004, 1795892219004, 1795892223435, 1, 1, NULL, NULL, 'GET repos/team/shop: 502 Server Error');
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (57, 'team/shop', 'publish', 'publish', '{"Installation":99}', 'made-16', 'pending', 1795892218926, 1795892218926, 1795892221040, 0, 2, NULL, NULL, NULL);
INSERT INTO public.mentions VALUES ('team/shop', 1, 'w2-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795892211594);
INSERT INTO public.reports VALUES ('team/shop', 'commit:2', 1795892200508, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907ea5142201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529835a04f5761a9100ec5aa87b82124b5295ac140cf44c416683dc945901b10fca4f2acacf4e05850dc201e0d050b25288e6525050807a564141292f31176494122c74a0d628282815a516966616418cd5b384daa4a0a094985c529a98836cbd8282527e6949723ec42468f8405c0236071625860af9690a460a901055d030355050d5d451b034555055c84b4d4d494d5102bb0d1c60589c989358925a84c37d589c074b5f20ef22bb2f332f393f2f39a7b438b32c15d934982b4149b8a8a458212533059c788a4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b16398d815d801a9cf0d0a17a681aa087269782422cc83a25909f4b52c129152d116482d2b752b991ae61aa99916592b1515a92a519226c4a324b72c089c4393f2f2f35b924333f2f2835adb43835c51594f4ad14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d102696a516a56426834a01255074e416e4a496204546526a72626931d84a84b495424946aa4251699e427962b1427269894271467e518942621e289e1452138b7232538bc00a8a132b8b1532f2cb413a8a53154a528b4b8a154a8b4b1373722a1552f352100e81db930cf79a2ed4d9084545f9f925ce3007f9e5976464e6a52b242627a71694142b2034162b249628946424962824a6a414a51617435c5c50949f9c5a5c0c4e3af92520f7e565e6a5eb28e41729e4641697a4e6152ba4e614a79667a416a5ea29f8e52b246724e6a5a7424c4aad28c849cccc2b56c82c0119909d975f9ea7877019d867f04c0d4e6760213d10199f5f94925a546c6505e680cb39489a852608b0f2e2d2cc925450a90449126031883e4cb5c98925a9e9f94599e8eae1650738fb229b5e5094995f945902ae0c020c11eececc2d4804473f4a26cd2c2e2e05453a8a605e6a62516a3128a9a00817a7a6e639a5a6e517813444831338d8edc5a5c505a9c9e0121c49b43ca312d58f903218a44341412927b52c1554a081ab308818a8dc2acd4b07d52ec595b90525f9b970c78314281596a61683f20148413828ca53f241894d0154f881520728c88b153212cb521532f31492f37373f3f320310a4ac4a01210a42a3f2fb55821251f54ccd8a39a9f98575c9e5a04323d242315c5540570e27ed4300791d1c8ca8c8f1ae65a2be4e5e7a5820a6590a30c21ee03b92d354521253fb5584f212423b55221b108ec0948aa40243e703814972496802b35a5d4e292c4a49ccce28c5444f6022b49ce2c490405156a0480a4902301c4572ace2f2d4a0645a852516a71694e49b13ed4d28a5c486d0d5205c34a39997920b5d08a1a26aca0a0949a97e28353ae2239b5a800949c94280c4058fe80585c0b4dfb205e2c9c0dadca4082c89e85a73814b72b1541535c6e2aa808c82cc69be62ac151044a3a48c5114a6954022a5170a62bda9663a8a979349580528082820279a9c418547d434d5080a792e4fcbc944c50c6420d6bd4922915947741b5879542794666728642716a51596672aa8e426e7e4a694eaa8e42716a4909b82c2a5248492d48cd4b49cd4baec4996a40a511a46ccbcb2fc94c4e05d54b89250ac545c9b0ac5a50696562002a5920d524b8b402d76da0821054ce14e42496a4e517e582b5166516a716e32c537232b353732a51fd47ebe2c40439b041818e549c6091431427e861408df201c54244cc831b08a8c1821aeda098069521e9a90a4945f9a5e919250a99253823d50f540b1467e625831a1da90a3989c5e0668a15288640155a6a8a4222282a40355c51aa42624e516a624aa58206a82d6660a88933faa85b2564641683fa95fa0686faf4a81d40a93c1ea5d1044a0ce4666178ff0464083c22538b93130b10ed5eb01c6a4456821bbb9925a0725e01d4e681b5737146a66709580ba8ec5748023790acc00d60885fc04d09787c66e6819aa30a0686a35108eda783a200d1f504f1e075b51972c1008fc2e2cae292543c15b54722a8f455c8482c2848cd4b4d8146890eb8d7520e6a3896e797e6a4405a8ac98984726a646a3166aecccc5300f7ac0d61690314a9c5102bf2f215f20b52f314c04d6b8594d4e2e4a2cca454909346a31c919711dd87a2d29cd414ff5250fb10a9fb9008eef3a2366051da73e519e0d116a5bcd48a12d4721914c7a066bc4f7e7eb64279462aa851062a471560ddc2a2d2bc62706ac8cf8356d1d0de23a8f48576102171999c9f5b006a8b83bb98e5992519607392137372528bd48b6115395abc62b629118d53280be1fbacfccc3cf0804f34a4090b6aae80659592f3f34a8a12417df6ccfc3c704040c4f352cb3d41bd362421b41e252c9ce0234d90263d3c9494a0bd4a701f11de9384e535255c3d4870c90cb215663ee6d01d38f742ba3388e13bb020a4524313441fc603ab441dca0309c19bf44ac5a9a02618c80df081380505a5d2bc82a2fc3270288206df20890c1258d0b61760201d90c4a5549e58041a0c008b806303693804327a00aa6351c63b74148c603d36f088868211b8782f56284acc8306aa526e667131a84d078e0a2b052c235aa0c609c451c9e091aa74504f4ac9500152b32aa465829a86060a59f9490a39f9e9c53a0a060af0761b4400a5b401c9838b98621d0543707737b344073468066a2964e681863f8a5293f38b5294b86ab90016dd35fc38160000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619e73cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531868600c41a907b8bf54124d4d57a0595568646560a9979e06083385749474941414101ec740d4d251da5e2a264584416545a991840d4837c06559a0c712258b1ab82029273c876b2b1b33e3438204e0793ce60b7832204cca5623ce564169780cc24269a7039022c0e4eb1209360918a1085a663a5d85a1de2728a09524e31d1511acd2906b04085268dd19c022e2947484ec9c82c2ec92faad43730d41fad5e8cc0a538b88c069536c4945ba3990630448d38acab975800da991a5e8a090000');
INSERT INTO public.reports VALUES ('team/shop', 'commit:3', 1795892202505, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907ea5542201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529835a04f5761a9100ec5aa87b82124b5295ac140cf44c416683dc945901b10fca4f2acacf4e05850dc201e0d050b25288e6525050807a564141292f31176494122c74a0d628282815a516966616418cd5b384daa4a0a094985c529a98836cbd8282527e6949723ec42468f8405c0236071625860af9690a460a901055d030355050d5d451b034555055c84b4d4d494d5102bb0d1c60589c989358925a84c37d589c074b5f20ef22bb2f332f393f2f39a7b438b32c15d934982b4149b8a8a458212533059c788a4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b16398d815d801a9cf0d0a17a681aa087269782422cc83a25909f4b52c129152d116482d2b752b991ae61aa99916592b1515a92a519226c4a324b72c089c4393f2f2f35b924333f2f2835adb43835c51594f4ad14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d102696a516a56426834a01255074e416e4a496204546526a72626931d84a84b495424946aa4251699e427962b1427269894271467e518942621e289e1452138b7232538bc00a8a132b8b1532f2cb413a8a53154a528b4b8a154a8b4b1373722a1552f352100e81db930cf79a2ed4d9084545f9f925ce3007f9e5976464e6a52b242627a71694142b2034162b249628946424962824a6a414a51617435c5c50949f9c5a5c0c4e3af92520f7e565e6a5eb28e41729e4641697a4e6152ba4e614a79667a416a5ea29f8e52b246724e6a5a7424c4aad28c849cccc2b56c82c0119909d975f9ea7877019d867f04c0d4e6760213d10199f5f94925a546c6505e680cb39489a852608b0f2e2d2cc925450a90449126031883e4cb5c98925a9e9f94599e8eae1650738fb229b5e5094995f945902ae0c020c11eececc2d4804473f4a26cd2c2e2e05453a8a605e6a62516a3128a9a00817a7a6e639a5a6e517813444831338d8edc5a5c505a9c9e0121c49b43ca312d58f903218a44341412927b52c1554a081ab308818a8dc2acd4b07d52ec595b90525f9b970c78314281596a61683f20148413828ca53f241894d0154f881520728c88b153212cb521532f31492f37373f3f320310a4ac4a01210a42a3f2fb55821251f54ccd8a39a9f98575c9e5a04323d242315c5540570e27ed4300791d1c8ca8c8f1ae65a2be4e5e7a5820a6590a30c21ee03b92d354521253fb5584f212423b55221b108ec0948aa40243e703814972496802b35a5d4e292c4a49ccce28c5444f6022b49ce2c490405156a0480a4902301c4572ace2f2d4a0645a852516a71694e49b13ed4d28a5c486d0d5205c34a39997920b5d08a1a26aca0a0949a97e28353ae2239b5a800949c94280c4058fe80585c0b4dfb205e2c9c0dadca4082c89e85a73814b72b1541535c6e2aa808c82cc69be62ac151044a3a48c5114a6954022a5170a62bda9663a8a979349580528082820279a9c418547d434d5080a792e4fcbc944c50c6420d6bd4922915947741b5879542794666728642716a51596672aa8e426e7e4a694eaa8e42716a4909b82c2a5248492d48cd4b49cd4baec4996a40a511a46ccbcb2fc94c4e05d54b89250ac545c9b0ac5a50696562002a5920d524b8b402d76da0821054ce14e42496a4e517e582b5166516a716e32c537232b353732a51fd47ebe2c40439b041818e549c6091431427e861408df201c54244cc831b08a8c1821aeda098069521e9a90a4945f9a5e919250a99253823d50f540b1467e625831a1da90a3989c5e0668a15288640155a6a8a4222282a40355c51aa42624e516a624aa58206a82d6660a88933faa85b2564641683fa95fa0686faf4a81d40a93c1ea5d1044a0ce4666178ff0464083c22538b93130b10ed5eb01c6a4456821bbb9925a0725e01d4e681b5737146a66709580ba8ec5748023790acc00d60885fc04d09787c66e6819aa30a0686a35108eda783a200d1f504f1e075b51972c1008fc2e2cae292543c15b54722a8f455c8482c2848cd4b4d8146890eb8d7520e6a3896e797e6a4405a8ac98984726a646a3166aecccc5300f7ac0d61690314a9c5102bf2f215f20b52f314c04d6b8594d4e2e4a2cca454909346a31c919711dd87a2d29cd414ff5250fb10a9fb9008eef3a2366051da73e519e0d116a5bcd48a12d4721914c7a066bc4f7e7eb64279462aa851062a471560ddc2a2d2bc62706ac8cf8356d1d0de23a8f48576102171999c9f5b006a8b83bb98e5992519607392137372528bd48b6115395abc62b629118d53280be1fbacfccc3cf0804f34a4090b6aae80659592f3f34a8a12417df6ccfc3c704040c4f352cb3d41bd362421b41e252c9ce0234d90263d3c9494a0bd4a701f11de9384e535255c3d4870c90cb215663ee6d01d38f742ba3388e13bb020a4524313441fc603ab441dca0309c19bf44ac5a9a02618c80df081380505a5d2bc82a2fc3270288206df20890c1258d0b61760201d90c4a5549e58041a0c008b806303693804327a00aa6351c63b74148c603d36f088868211b8782f56284acc8306aa526e667131a84d078e0a2b052c235aa0c609c451c9e091aa74504f4ac9500152b32aa465829a86060a59f9490a39f9e9c53a0a060af0761b4400a5b401c9838b98621d0543707737b344073468066a2964e681863f8a5293f38b5294b86ab90071d5d6a338160000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619e73cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531868600c41a907b8bf54124d4d57a0595568646560a9979e06083385749474941414101ec740d4d251da5e2a264584416545a991840d4837c06559a0c712258b1ab82029273c876b2b1b33e3438204e0793ce60b7832204cca5623ce564169780cc24269a7039022c0e4eb1209360918a1085a663a5d85a1de2728a09524e31d1511acd2906b04085268dd19c022e2947484ec9c82c2ec92faad43730d41fad5e8cc0a538b88c069536c4945ba3990630448d38acab975800da991a5e8a090000');
INSERT INTO public.reports VALUES ('team/shop', 'deployment:1', 1795892206654, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a9792520d9e292c4f4ccbc74885c7106c810a544220144534a6a726671667e1ec8b4f47c8858516a62314424312747c158213db124b5582137b504225d925f929853ac64a50072bd02c889c52520ae31c8850a0a4a0589c5c5a9294a560a3081b4c4cc1cb0800154456a51517e11480b4ca0383bb3a000a2844b41a116a44ca9a028b52c33bf14a42caf3427072c0676899295423497828202d47e0505a5bcc4dc549007928b324b32931373c0ee04a9502a4a2d2ccd2c8298ac67690a32042c9e985c529a98030b73b0507e6949723ec41ca80fe0aa110162a4909fa660a40051a0a36069aaa0aa90979a9a929aa2047612d8e9585c969358925a84c35994bbca10e42a43b8ab4c0d8874557e596a51620ecee082fb9fdcd03206b9cb18ee2e4b0c77712928c4826c514ace292d2e4905a78968a8487e5e4951624a667249667e1e2811a0c5796671712928d24d40fac111589259920312510a30b05228492d2e89cfc92c2e5100a5be6285fc3c05e4cc02d690949a9c585a0cd202311b2c5892910ad6ac9059a2004a57c50a45a9893939950a4589790a89792950df406c28d603db935f94925a546c6505e6802c852406a8e7c0c626679624a2fa04240cc9412016a81cc82f2d4a06b946293db324a334491f5c12e8c34b007db0978bf5b2409913e66b905ea582fccc3c50fab25250d237d04fca4fa9842735b07c6a45726a5101b8c400399190aba13910a4159194413ca562b8138b528b4b734a8af5215ed7abc845a422b0ca9ccc3c9057a045004848414129352fc507ab38aafbc0f1060b4205855a70ce52508805d3201e2485e4a5967b821201387140848a4b334b52c17cb05a58f0c20b08886be181a3949c58929a0e2d69310b8f82a2ccfca2cc1270391c6088d0855600823ca7040e57252b052344c4200a4264415072849447482ad10b44b091a8852248085aba80d24a6a727e5e0ac8a7067a88f2a334afa028bf0c623a3800a01a30c20194b28a4a8a115e420e08b4b20a25148c105af08502b82603b918b93a4016a47e2818e10b067839539c5a5496998c2f8980aa98f2444406522a4a052c310594044a8a4a5321810a37ad3cb1282f332f1d140d901244292f5f2135b1282733b548a1a8344f21b358213b2fbf3ccf4a2137b3b838332f1d5cb414eb28a4e5246667e6a51617838b94a2d4f4a2d46250355cac909c9897975fa29094aa50929f03ae5520493b195c58a783329592910224fb29a465e6a416eb28182864e52729e4e4a783d90539892569f945b97001241715eb28182a80cb111d85bc7c85e4fcdc82c4a2cce2fc3c50499d9c9f9b9b590256020d278582a2fc2450dd56cb0500762305cdab080000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2524acf2cc9284dd22f4a2dc82fd62f494dccd52fcec82fd0cf2c2e2e4d2dd6cb2acecf53d2512ac8cfcc2b492d52b252d237d04fca4fa954d2514acb2c2a2e51b232d451cac9cc4b2d56b28a568a293530303328492d2e29d60391f1f94529a945c55656604e4e6671094485425a62664eb18e425e3ec82c85e4c43c0590a40244b99e526cad0e920b8b528b4b734a8af5a1b215b9394a103b95ac8c759452f3527c32f352c16c1c4e327606d95f5c9a59925a0c7280b12b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae9808305e286e4c4e25485e49cc4e262241bc19620871748a39111b2a3000329892fc92f49cc81ca9564c21d6ca067640a11059130bfe983b480ac830852cf15a08802996964a440b623c08e03c707c82414278345a1b1a4145b1b0b003e84dfd0ab020000');
INSERT INTO public.reports VALUES ('team/shop', 'deployment:2', 1795892214515, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a9792520d9e292c4f4ccbc74885c7106c810a534220144534a6a726671667e1ec8b4bc7cddf47c8870516a623144d048213db124b558212fbf442137b5c44a21b928b324333931474721bf2cb528312707a2a324bf2431a758c94a01e4270590c38b4b405c2390bb1514940a128b8b535360be5450504a4bcccc4111482d2aca2f026931806a29cece2c28002b31e05250a805892a1514a59665e6978294412d827a3b914800762dd43d418925a9c82ecaac80d806b249414129a9283f3b1514328670ebc161a164a510cda5a0a000f5aa8282525e622ec8202558d8402d5150502a4a2d2ccd2c8218ab67690a315941412931b9a4343147c94ac1400f21985f5a929c0f31091a3a70f588083154c84f5330528084a78286a98182aaa68e82a5a982aa425e6a6a4a6a8a12d86de0e0c2e2c49cc492d4221cee43b804eebcbcd29c1cb82390dc9799979c9f979c535a9c59968a6c1a2cd98052715149b1424a660a38e91495e65929e4e52ba42496242a64162be4a596a51629a4e7e3772c720a0305385a70c21d06772eb542d3001e9ad60a2519a90ab999c5c59979e90a25a9c5250ac9f9a539105f152796a52a6496403dc1a5a0100b729212285c4a52c169192da16482728052b9916e9299518ab9b999a97952620a22fc4a324b72c009c93bb5d215941dac14d4c1194b1da1a62cb5282533199cfdb3f3f2cbf3103249a9c989a5c560fd60192b0565538594d4e2e4a2cca4d46285cc126b85cc1285f2c462853450d65348cb2f5228c9c82c56006bb356c8cf4b4e55c8cd2f4a55c8cf03fbba3831375521393f3737b34447019cee0c1520095321313d3113c96ab009a032a420b132273f314537393fafa42831b904e1baa2fcfc126798fb12f3f2148a132b8bad141e35cc010570417e7e0e2861a724815247497ebe42716e624ecea386b97a082340a10fcaf99040052708b0901e888ccf2f4a492d2ab6b20273c0a106891768ac809517976696a4a21901d187a93639b124353dbf28135d3d3c9383f319b2e9054599f9459925e0823bc010e1eeccdc0250505829a0e4a6cce2e252506441ca31b0f3f24a7393528b94ac14e039115492124e140a0a4ac9f979699929a979c92023c13509c8445029064f158860535050c29312604181e4350505255052b35228292a4d85fa1b5ac2808abfd4c4a2d462509244f160716a6a9e536a5a7e11c849d1e0ac01729352716971416a32b87640122dcfa8448d1844b8282828e5a496a5828a4b249f814ad7d2bc7450aa2baecc2d28c9cf858738d89ac2d2d4e21268d5169e9158a290920f4ed5a0140ccbcbc50a19e02c9c074ee6e0649f580256052a5f41aaf2f3528b413af3f24bec51cd4fcc2b2e0747965248462a385f80d483521f386983523646367ed430d75a212f3f2f1594d641e9de50a104e434906da9290a29f9a9c57a0a2119a9950a8945a90a99790a90c489c803609f1597249680ab40a5d4e292c4a49ccce28c5444290256929c599208f23c6a9082a4908315c4572ace2f2d02a71aa5a2d4e2d29c92627da8a515b990ba1da40a86957232f340d109add661c20a0a4aa979293e38e52a92538b0a40094409234810a90d64582d347181d8b170363ca9212a34900278aa40718d52113455e4a6266724e66516e34d1799c9190a6999a93990c0574854284a4d4c492d528056dc90e801c554716a1e483c2f5f21273f2f3db548a1bc085496e04c148e0ab9a9c5c589e9a90a3989c9d9c50a89506bc0f19d59528c6651b18e427e91424662b142625e7e49466a914271466241aa9502d4dec4bc14988e94cce2c4f4a2d45485c4a4fc52486a8515b70a1a90d6a4262c7d41cbe3d104044f4bc8e91f9e808c41f536284981303c0125e7e7a5648272116ac6472d585241191554bb5a299467805253716a51596672aa8e426e7e4a694eaa8e42716a4909a868c82f5248492d0025a3bce44a9ce9c62fbf0494f121490e6c52b1ba42522ac880d2022b85c49c1c0543857290ada0945a092e2ec0ed12701b3d3319d42051482c51282e4a8665e4824a2b13039c492027333b35a712d58b64161f89299979a9c5c57a59a0ce0372908283b5203f330fd4f8b45250d2870652b1be817e41517e522a88915a06adc03074a622ca8ffc6cb40203553172ec822d25ab7433413514a574c32287701d7aa0a3b9159e081514882fdc502c44a4cd8cc4bc7444d31bec57d484094a8ba002303d5521a928bf343da34421137f1d068b0085e292fc8262858cd4a2543d05ff34707d0831a95807ccc9cfcba9548088a4801b930a1a209f27e7e7e4971615eb15546a82ab3270cbbf24bf343943a11c54cb81d234b897a700ea3015eb29386516a726972824a59694a7a6e62910d9854b54001586447673d370a6fbd23c702b194fc2273e8e90da6b48cd92d4e2e4c402bc715409ee206596808af6e40c05687f1e67d9006a68608d24bf7c6874805acfa0c04dd1512806377720a5535ebe4241694e0eb856037561ca33f28b5315923352413513a43f93940a72440a5d82cb0c397fc19374716571492a9ecada231154cc2a64241614a4e6a5a6282481db963ae0d4004e5fe5e08e19b845979c4828c147a616833b488f1ae660b4491e35cc45e93881adc82c56282ec9ccc951c82f48cdc3194cd46d91a56796649426e9837ad3c5faf0b1207d70d7819862d6401fd2a5440e6f70518154a262f89ea8420b5a94215af545a539a929fea5a0461ea2a3815c1c2b81e208d45a4f548096fe90c65526a87d8dd48f05bb0fa92f0b2a35207504a851031a81294fac54282e4d4e860c7720fb4d6908555cd010047917a9a0818a22c2353119d402416dc7a3052b78904a292fbf1cb52c8385b75b7e4e4e7eb982b229a8eba190975aae004e3fe0a2021c84688919d67e86e647a88ba0237020e7a2b5c2cb33a00e48ad40f4f741eae0313eccea105800416a40447681755e109197959f99071efc8b86443148055816d45f2f294a048de464e6e721621716b34ae02852b25280d7fe4a909c6ca5a0146060056ef0c5e7641697803b9ec5a0111b68e5014f034a883c84c8904aa0dc04eea36696406a6150a99f9353a9509498072ee6205d51880dc55846564096c2bc0cf60a38a6b1e73b986fc04a102d31124b3525e486a3a17e527e0a5a6b15a93003798d90ab71a764841309748561dd607394c207d105461347341041ee03c71b2c0815144069021440e829242fb5dc133444044e1ce09056421bbe82052f7cfc19d27147a400e8101678400a3e6c0573b212aee12af0d819c85698f9a041a85494e17c907b3186f4c182a0d115708a471aa9510237fa40264287f6c12a5187f74142f06ebe52712aa8ef05d681343e5e9a5750945f06361d342300093a68c8403a5d201d90c40e733b3c6ca0150722700003779f949086b440110131ad3cb1282f332f1d611a38db1495e629807a6f290a896925a9450a051989c5a990715123050d58f85a298086e4a1e3f32803f39a560aa08a1c342c0e1a8405cda824a5a697e6819202c4de64f080773a688045c950019206c1ed6b1d050385acfc24859cfcf46210bb2027b1242dbf28172a60a8909a589493091ab628cdd351308214f0c5a0415bc4f02dacd205d7a5294a5cb55c009f7981527f1a0000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619ef34ead742d2aca2fb25200a935324b2cc82fb646980be183a5c0be357605b9aa581f4442dda6575069656864a59099070e1c88a394749414141414c00669682ae928151725c3a2aba0d2cac400a21ee47ea8d2e4fcbcbcd4e412b06257050505a21d66ecac0ff51ac89930df825d080a5c8820f5c23c27b3b804642631418ecb11607170ea039984e264b028344d2ac5d6eaa0a4fac494ccbcd4e262bdace2fc3c251da582fcccbc92d422252b25fde2d4a2b2cce4d4627d03fd82a2fc243023b52c3325352f39554947094b36c8cfc6301e67a63241ca5426584d03fb03917da01e40131dcd5490cc3a9aa9d00bb281cb54e9992519a549fa45a905f9a0522d3157bf3823bf403fb3b8b834155b4633d02fc92cc9c191a7d0ca2c7370f107ca0446e668998d546b0df593f2532ab1e76490056606a012b918b9ceb0b20209c5c382d6cc4001544c16eb28e4e583cc52484ecc5300492a40aa183d3417e2a963cd918a03f3d1e200d49e18ad6301a366bb06942c41a99a3e756c2c00fc4fdbee5b0a0000');
INSERT INTO public.reports VALUES ('team/shop', 'commit:1', 1795892216922, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907ea5342201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529837b1cec40252b85682e050505a8fd0a0a4a7989b9a9206fc11c0c7627488552516a61696611c4643d4b5390c160f1c4e492d2c41c252b05033d84607e6949723ec424a893e1ea11a164a8909fa660a400f1a48286a98182aaa68e82a5a982aa425e6a6a4a6a8a12d86d603f6071624e62496a110ef7215c02771ecce7604723b92f332f393f2f39a7b438b32c15d934585c8252555149b1424a660a383e8b4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b1639dac12e400d4e78e8c09d4badd034400f4d2e05855890754a203f97a482130f5a22c8042539a572235dc3543323cb2463a3b4244b3344d8946496e4801389737e5e5e6a7249667e5e506a5a69716a8a2b28355a2944bb1615e5e52b181a1ac62a20d4281441145929a42459999a181b214c2c4b2d4ac94c06654ca5ecbcfcf23c844c526a72626931d836b08c9582b299424a6a71725166526ab1426689b5426649b14251694eaa426e624972466ab102385d192a80125e665eba8e8201289d1982d359665eba42496a7149b182c6a38639e80e7ad43057136135dce264b83775a13a108a8af2f34b9c612ef4cb2fc900d990989c9c5a5052ac80d058ac9058a250929158a290989252945a5c6ca5509291aa5050949f9c5a5c0c4e46f9250a45a579796017e71729e4641697a4e6152ba4e614a79667a416a5ea29f8e52b246724e6a5a7424c4aad28c849cccc030502c80070f0e8215c06f6263c8383d31c58480f44c6e717a5a416155b598139e06208927ea18903acbcb834b324155468409207580ca20f536d7262496a7a7e5126ba7a783902cecac8a6171465e617659680cbea004384bb33730b12c1490125c366161797825201a4a0043b25af343729b548c94ac10c949c4142a012149636fdc11e54484ecc0315c249a90ac9f9a57925a929708b14149492f3f3d2325352f392412683eb10a829885487f0ba82821295531a344890024541410994faad14d212738a53a1f2d0f20f5438a72616a51683b2094ad814a7a6e639a5a6e51781bc110dcedc207f2815971617a426832b1424d1f28c4ad4384504a98282524e6a592aa830470a0d0505a5a2d2bc7450ad505c995b50929f8b14860a0a4a85a5a9c5a03200a4201c94c453f2c1891b9affa0f92d23b12c5521334f21393f37373f0f9282c15920b1b8189467f2f3528b1552f24145ac3daaf98979c5e5e078560ac94885e56ab0a90ac58995c50a8f1ae6200a19b20aa2470d73ad15f2f2f352410505c8518610f7416ba694fcd4623d85908cd44a85c422b02720b90091d920c15d925802ae6395528b4b129372328b3350921b28c165962482820a350240ba912301c4572ace2f2d02a74ba5a2d4e2d29c92627da8a515b990c60348150c2be564e681221fda6e80092b2828a5e6a5f8e094ab484e2d2a002527250a0310561e402cae85265c102f16ce86276344550e52004f71286e87a7b8dc54509197598c37cd552a80a2089474908a5f94d2b7045482e24c57b42db7515373f1682a0145bb820279a9c41851d623954bc9f9792999a08c851ad6a825532a28ef826a4b2b85f28ccce40c85e2d4a2b2cce4541d85dcfc94d29c541d85e2d49212705954a490925a909a07aa1a2a71a61a506904aa3ec1cdfccce45485cc12502d5f5c940ccbaa0595562606a09205d22c009756e0ba1c541082ca99829cc492b4fca25cb0d6a2cce2d4629c654a4e66766a4e25aaff92695c9c9820073628d6908a132c7288e2043d0ca8513ea058082f1f40a5433aa2dd0e76246ab483621aa24a21a928bf343da34421b3046fa4a696411a050ac525f905c50aa0a2434fc13f0d5ca9414c2ad60173f2f3722aa14db21485b4cc9c54050d90cf93f373f24b8b8af50a2a35e1059342497e6972864239a87e04c53cb8dfa600ea6d15eb29386516a726972824a59694a7a6e6292412091412f3521488ecb8a6e14c58a579e096239e94457c190eef7681e301d66a482d4e4e2cc01b4795e0de556689427a2aa8999c59ac909658447a1c211ac8a07e59626e6a8a8e4231b83102c9fa79f90a05a539390aa0be576a71894279467e71aa4272466a7236a8b15e9a93a29094aa50949a984297d0426ab7229565c595c525a978aa3b8f445019a690915850909a970a7231a8e5a7034e0ce0e4559e0ff208b8bd959c4828bd47a61683bb548f1ae6e06a313f6a988bd2e302db9459ac505c929993a3905f909a8733b4a8db104acf2cc9284dd20775c88bf5e1c33bfae0ae41b15e1668ec05a3c02ac8cfcc030d13582928e91be8437aae188a52112517ae4020aa0483b675102d7050b734c5bf14d4c4426a812782bbcca86d40e4f69f5279462a746ca91c355b82e217d4cc76cbcfc9c92f57503603552e0a79a9e50ae040007503212327683102cb89d0b40575277478089457d1da647007a456946077c1302b0e61010429de11910d6ba420a2342b3f330f3c08160d2916412ac0b2a0de64495122681c23333f0f11bbb09855024791929502bc22538224472b05a500032b7087261ed4eb0777718a15f2f3148a4b12d333f3d2e131a084ad5faa04aa4e40ed105023025ca1804ab09c9c4a85a2c43c705e85746320361463e9fe832c857919ec15508a50c2deb880f906ac04d14721316b2a21674b23fda4fc14b4960d528e04798d90ab71a76484130974a3605d2873e4d201a9bd83268e283140ee03c71b2c08114d5bf41492975aee091ac700270e70482ba18db1c082173e0e0be9f4215200749c053c6a021f5b81395909d7980a788007642bcc7cd0480968184cc94a01a9df8531de0c8e65503f1e9ce291c60494c0ed179089d07167b04ad4b1679010bcd3a7549c0a6aa48375208d1397e61514e597814d070d5743820e1a3290d6394807a4ec542a4f2c020d8f8145c045981268ec36b72027b52415329e56549aa7509e58ac905c0a58894271467e11acf052cacd848c328083db4a015485a08de9428358292f5f2135b1282733b508341c072a51c1cd232b059811a0f82ed65148cb49cccecc030dde815a6145a9e9a0513d50c6471a722ac9cf018f61433c940c1e034e07f5d3950c1520c911dc6ad4513054c8ca4f52c8c9070f56c23b0539f9e9c5a0d14b24f714eb281843cafa62902ed0604a66890e68381ad46a81b8a7283539bf284589ab960b00960c521625190000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619e73cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531868600c41a907b8bf54124d4d57a0595568646560a9979e06083385749474941414101ec740d4d251da5e2a264584416545a991840d4837c06559a0c712258b1ab82029273c876b2b1b33e3438204e0793ce60b7832204cca5623ce564169780cc24269a7039022c0e4eb1209360918a1085a663a5d85a1de2728a09524e31d1511acd2906b04085268dd19c022e2947484e49cf2cc9284dd22f4a2dc807156289b9fac519f905fa99c5c5a5a9c57a59c5f9794a3a4a05f9997925a9454a564afa06fa25992539a94a58738e3fb86252484ecccbcb2f51484a5548ce2fcd2b494d41cb9da4da69a49f949f5289dd4a50a96066002a7d8b916b0e2b2b90503cac0432335000a5ee621d85bc7c905920272a80241520158d1e9a0bf1d4b4e648e58739d650003969b4a61dad690183343cc0a901da1601575b43bfa68d0500911c0322950a0000');
INSERT INTO public.reports VALUES ('team/shop', 'commit:5', 1795892218921, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907e250b2201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529835a04f5761a9100ec5aa87b82124b5295ac140cf44c416683dc945901b10fca4f2acacf4e05850dc201e0d050b25288e6525050807a564141292f31176494122c74a0d628282815a516966616418cd5b384daa4a0a094985c529a98836cbd8282527e6949723ec42468f8405c0236071625860af9690a460a901055d030355050d5d451b034555055c84b4d4d494d5102bb0d1c60589c989358925a84c37d589c074b5f20ef22bb2f332f393f2f39a7b438b32c15d934982b4149b8a8a458212533059c788a4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b16398d815d801a9cf0d0a17a681aa087269782422cc83a25909f4b52c129152d116482d2b752b991ae895992799a89658aa5714a12226c4a324b72c089c43bb5d21594d8ad14d493f373f24b8bd4118aca528b52329341195b0914c2b90539a92548e19b949a9c585a0c3605216da5509291aa50549aa7509e58ac905c5aa2509c915f54a29098070a7a85d4c4a29cccd422b082e2c4ca62858cfc72908ee2548592d4e2926285d2e2d2c49c9c4a85d4bc148443e0f6142456e6e427a6e826e7e79514252697209414e5e79738c39ce3a8909b5a5c9c989eaa9093989c5dac90a89096999a93a250929158a2905952ac50949a98027205243f14eb28e417296424162b24e6e59764a4162914672416a45a2914a7e6819481dc0ed59192599c985e949aaa9098945f5a0272b902cc2d0a1a90825313942540810075ac9e825fbe427246625e7a2ac401a9150539899979c50a9925a0c4979d975f9ea787f009381ce0b91a9cd0c0427a20323ebf2825b5a8d8ca0acc01177490440b4d1160e5c5a59925a9a062099226c062107d986a93134b52d3f38b32d1d5c30b0f70fe4536bda02833bf28b3045c1b041822dc9d995b008a11442d00b637b3b8b814944450b26e5e6a62516a312861410a4eb0cabcd2dca4d422252b0578c60715dd58d229d8d78864aaa0a0949c9f979699929a970cb2c940cfd402943940862a28282152292234141494324b1452528b938b3293528bc1d1589c989baa909d9997028abeb4c4d29c12050d680cc2931b3c6ac18a4151500cf73fc83a257071088a7b436872ce2c510015c7c50aa022542123b508917fc01a324bc0f9a4b42025b124354521330fec969cc4e2120563038594c4ca625894214501a8702e075505698939c5a9d0088216b1a0fa3b3535cf29352dbf08141ad1e082026c57716971416a32b82644122dcfa8444d2a8828515050ca492d4b05550ce0a600c81410562a2acd4b07d5d2c595b90525f9b9a86150589a5a5c02adc6c341192e251fec29500864e6a543032623b12c15e4dde4fcdcdc7c90af1321b90954938054e5e7a5162ba4e4838a6b7b54f313f38acbc1e944292423151cae20f5a0c8500097288f1ae660166a8f1ae65a2be4e5e7a58262171a4120b781ac4b4d5148c94f2dd65308c948ad54482c02bb0b925f10d912ecefe292c412707daf945a5c92989493599c918a28a6c04a92334b1241be470d53901472b882f84ac5f9a545e014ab54945a5c9a5352ac0fb5b42217d29001a98261a59ccc3c507c42db3030610505a5d4bc141f9c7215c9a94505a08ca684192688940532ad169a8e40ec58381b9eaa10953748013c5da038079e2e725341e55d6631de9491999c012d9641a1af9088562843ca4a5054414be1bc7c859cfcbcf4d42285f22250f98633590caed21f35f18ea62050f251402a598c116535a865092d5992f3f3523241f90835f850cb965450560555a3560ae519a0e4549c5a5496999caaa3909b9f529a93aaa3509c5a52022a1df28b1452520b40b5795e7225ce84032a4f40e508b88791999c0aaaa0134b148a8b926139b3a0d2cac40054909464808c059737e5a0521d549481d26a414e62495a7e512e586b5166716a31ce222427333b35a712d57fb42e3d4c90031b141348a507163944e9811e06d4283b502c84971da092231dad96448d76504c4354292415e597a66780da74782335b50cd23a50282ec92f280657c37a0afe69e06a096252b10e98939f9753096daba528a465e6a42a68807c0e691917eb15546a82ab0a50ada450925f9a9ca1500eaa4540310fee32422a7b3d05a7cce2d4e41285a4d492f2d4d43c0522fb8369e05632917d660b9c09ab340fdca4c493b2882fdf91da6248b933b53839b1006f1c5582fb5a99250ae9a9a07a3d13d4002a223d8e102d67502f2d3137354547a118dc9c8064fdbc7c8582d29c1c05504f2cb5b844a13c23bf385521392315d4ea4fce2fcd4951484a05572c74092d33e4ec054fd1c595c525a978aa428f445019a690915850909a970a7231a8eda6034e0ce0e4550ef608b8c5949c48767af7cb47e97d813a3579f90ae0f6b94271416a627631a86d9459a2a7e09d9a5a00ce0ed07609483c35313903d26b03053fb4b196975a51a2006a542527e681023a393fb720b12835853a810d6d84201ab045a539a929fea5a0e60ca22d8fdcac52020517a861aa6caa80da0c84f4191e35cc45cd1588ce01521f0234086301ea9925a5e6e497437278a2426e624972067850a3d81a54ba53a5f7a0a390545a022a4dc0d5496609a4058b888d928ccc620548ef17256991554fa46796649426e98306438af5e1e378fae01450ac97051a6443b6045c3d14e467e6818668ac1494f40df521a306188a5211f504522b1312e444551418319d980caafb51dbd068110d1e0b5302a540d4288525816156bcc3ba5c90ea0a11aab0663b229764e567e68187f8a221c53c4805581694c44b8a1241433a99f97988c08505ac123825285929c02b662548845b2928051858813b6ef13999c525e04e57b1427e9e427149627a665e3a3c06b0f6b69540d523a85d05ca3690de70512a7890a728310f5cca417a61101b8ab18c73802c857919ec1570dac49e0960be012b4174b1484cfc4ac809df483f293f05ada58694e6415e23e46ae89831c851683d298413a1a52dacad89de0b84f500cd91f31f52fb0d4d1c912741ee03c71b2c081514406902e416f41492975aee091ab001270e70482ba10d26c182173eca0ce9b32252007440093c3c041f4482395909d7e011b8b000d90a331f34f6031a1054b25240ea63620cdd833c81317c0f1604b7c740264287f0c182a8c3f82021780757a93815d4e900eb800dc22b282895e61514e59781f31368e01d1274d09081f4360003e9808ca728952716e565e6a58345c0651ad2b8298e81511d052350f50aca22e0a14f0523703e2b56284acc8306aa526e667131b8bb011ad7b3520015e068a3d9a09885382a193c4a9d0e1a2a503254802429704b5647c140212b3f4921273fbd18c486f754200286c88d031d056348c3a05847c1500134449359a2031a30078d8266e6a51683465093f38b5294b86ab9002be9cd34341a0000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619ef34ead742d2aca2fb25200a935324b2cc82fb64ececfc92f2d42120033c1de35760539ab581f44421da7575069656864a59099070e1d88ab94749414141414c02ed4d054d2512a2e4a86c55741a5958901443dc80350a5c9f97979a9c92560c5ae0a0a0ac4bbccd8591fea39903b61fe053b1114bc1041ea857a4e667109c84c62021d9723c0e2e0f4073209c5c9605168aa548aadd5212edd9b20a57b131da5d1746f000b5468d2184df7a9c525a0ec4076693370e93e3db324a33449bf28b5201f54f224e6ea1767e417e867161797a616eb6515e7e729e92815e467e695a416295929e91bea976496e4a42a61cd0768e58a39b88802e5422373b4ec46aab546fa49f92995d86d05596066002a358b910b762b2b90503c2c68cd0c1440c9b55847212f1f64964272629e02485201520fe8a1b9104f45688e542098630d089093462bc2d18a10b0215220c402008c95646c020a0000');
INSERT INTO public.reruns VALUES ('team/shop', '1024.1', 'ffffffffffffffffffffffffffffffffffffffff', 'ann', 1795892212691);
INSERT INTO public.results VALUES (2, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (3, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (1, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (5, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28bad93f373f24b8b0083b095ec404617eb8348a8057a0595568646560a997960c743ece05250505000dba6a1c9555c94ac0f710c48ad8901442dc8296065c9f97979a9c9251a9a5cae0a0a0af86cb7d1873ad6ce06ec0290e7c90a879ccce212b460403610cc06c714d42230bbd88e0b00e2aa842dc3010000');
INSERT INTO public.rule_uses VALUES ('team/shop', 'incomplete', 'w2-1e629b32fb96', 1795892197663, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'regression', 'w2-b62d77657bad', 1795892211595, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'new issue', 'w2-b62d77657bad', 1795892211596, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'known', 'w2-1e629b32fb96', 1795892216924, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'incomplete', 'w2-46b7f49d93db', 1795892218924, NULL, NULL, NULL);
INSERT INTO public.rules VALUES ('team/shop', 6, 4, 'text: "refused: db:5432"
tests: [tests/test_orders.py, "*::test_total"]', 'ann', 1795892215528);
INSERT INTO public.rulings OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 'w2-b62d77657bad', 'priority', 'P1', NULL, 'ann', 5, '1016.1', NULL, 1795892212153, 1795892212305, 'ann');
INSERT INTO public.rulings OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 'w2-b62d77657bad', 'cause', 'the pool of db is too small', NULL, 'ann', 5, '1020.1', NULL, 1795892212402, NULL, NULL);
INSERT INTO public.rulings OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 'w2-b62d77657bad', 'mute', 'deploy freeze', 1797620212541, 'ann', 5, '1022.1', NULL, 1795892212542, NULL, NULL);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'dddddddddddddddddddddddddddddddddddddddd', 'main', 2, '1004.1:failure pull-request:2', 'analysed', 'no-go', 0, 1795892197869, 1795892200507, 'pull-request');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'main', 3, '1007.1:failure fork:3', 'analysed', 'no-go', 0, 1795892200667, 1795892202503, 'fork');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'ffffffffffffffffffffffffffffffffffffffff', 'main', NULL, '1002.2:failure default-branch:', 'analysed', 'no-go', 0, 1795892194772, 1795892216919, 'default-branch');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, '8888888888888888888888888888888888888888', 'main', NULL, '1031.1:failure default-branch:', 'analysed', 'no-go', 0, 1795892217109, 1795892218919, 'default-branch');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, '7777777777777777777777777777777777777777', NULL, NULL, '', 'open', NULL, 0, 1795892219004, NULL, NULL);
INSERT INTO public.schema_migrations VALUES (1, '0001-deliveries');
INSERT INTO public.schema_migrations VALUES (2, '0002-jobs');
INSERT INTO public.schema_migrations VALUES (3, '0003-runs');
INSERT INTO public.schema_migrations VALUES (4, '0004-effects');
INSERT INTO public.schema_migrations VALUES (5, '0005-ledger');
INSERT INTO public.schema_migrations VALUES (6, '0006-deployment-runs');
INSERT INTO public.schema_migrations VALUES (7, '0007-people');
INSERT INTO public.schema_migrations VALUES (8, '0008-pages');
INSERT INTO public.schema_migrations VALUES (9, '0009-origins');
INSERT INTO public.sightings VALUES ('team/shop', 'w2-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1, 1795892211594, 1, 0, 1, 'deployed', 'staging');
INSERT INTO public.sightings VALUES ('team/shop', 'w2-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1, 1795892197649, 0, 0, 1, 'default-branch', 'main');
INSERT INTO public.sightings VALUES ('team/shop', 'w2-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1, 1795892218923, 0, 0, 1, 'default-branch', 'main');
INSERT INTO public.suite_files VALUES (1, 'results/orders.xml', '\x1f8b0800000000000403b229492d2e292ecd04ac24b5d80ec156c84bcc4db555ca2f4a492d2a565200abb15532525228c9cc4d2d2e49cc2db05532323032d33534d43532083134b23230b0323050b2e3029b919c589caa909c93585c0c3107ac5f0f44c6c38c4448c497e49724e6408cb65532d0333255b2b3d1072906194396893999c525780c041b0ef633d42230bbd88e0b00ae2a64bb0d010000');
INSERT INTO public.suite_files VALUES (1, 'logs/orders.out.txt', '\x');
INSERT INTO public.suite_files VALUES (2, 'results/reports.xml', '\x1f8b0800000000000403b329492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c950c95144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f1298999399510a36d950cf48c4c95ec6cf4418a41c6d87141d8602742c5c1ec623b2e008f65167cbc000000');
INSERT INTO public.suite_files VALUES (2, 'logs/reports.out.txt', '\x');
INSERT INTO public.suite_files VALUES (3, 'results/orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28badc19a00833095ec402617eb8348a8f97a0595568646560a997960b743ace05250505000ebd3d0e42a2e4ad687b805a4d6c400a216e412b0b2e4fcbcbcd4e4120d4d2e570505053c96dbe8439d6a67037600c8eb6485424e6671095a20201b086683e3096a11985d6cc70500f492c165c1010000');
INSERT INTO public.suite_files VALUES (3, 'logs/orders.out.txt', '\x');
INSERT INTO public.suite_files VALUES (4, 'results/orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28badc19a00833095ec402617eb8348a8f97a0595568646560a997960b743ace05250505000ebd3d0e42a2e4ad687b805a4d6c400a216e412b0b2e4fcbcbcd4e4120d4d2e570505053c96dbe8439d6a67037600c8eb6485424e6671095a20201b086683e3096a11985d6cc70500f492c165c1010000');
INSERT INTO public.suite_files VALUES (4, 'logs/orders.out.txt', '\x');
INSERT INTO public.suite_files VALUES (5, 'results/orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28badc19a00833095ec402617eb8348a8f97a0595568646560a997960b743ace05250505000ebd3d0e42a2e4ad687b805a4d6c400a216e412b0b2e4fcbcbcd4e4120d4d2e570505053c96dbe8439d6a67037600c8eb6485424e6671095a20201b086683e3096a11985d6cc70500f492c165c1010000');
INSERT INTO public.suite_files VALUES (5, 'logs/orders.out.txt', '\x');
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, 'local', '["orders"]', NULL, 'whybot-1-1-af62de7414de', 'ended', NULL, 'success', NULL, 1795892203448, 1795892203590);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (2, 1, 2, 'local', '["reports"]', NULL, 'whybot-1-2-1e950b53f40f', 'ended', NULL, 'success', NULL, 1795892204449, 1795892204475);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (3, 2, 1, 'local', '["orders"]', NULL, 'whybot-2-1-3c219ef1470d', 'ended', NULL, 'success', NULL, 1795892207568, 1795892207602);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (4, 2, 0, 'local', '["orders"]', '[{"Suite":"orders","File":null,"ClassName":"tests.test_orders","Name":"test_total","Address":"tests.test_orders.test_total"}]', 'whybot-2-0-0326c2cd604d', 'ended', NULL, 'success', NULL, 1795892209768, 1795892209789);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (5, 2, 0, 'local', '["orders"]', NULL, 'whybot-2-0-85b5ba427819', 'ended', NULL, 'success', NULL, 1795892212694, 1795892212723);
INSERT INTO public.unknown_environments VALUES ('team/shop', 'qa', 'qa', 3, 'ffffffffffffffffffffffffffffffffffffffff', 1795892211740, 1795892211740);
INSERT INTO public.write_slots VALUES (99, 1795892197747);
INSERT INTO public.write_slots VALUES (99, 1795892200537);
INSERT INTO public.write_slots VALUES (99, 1795892200591);
INSERT INTO public.write_slots VALUES (99, 1795892202520);
INSERT INTO public.write_slots VALUES (99, 1795892202537);
INSERT INTO public.write_slots VALUES (99, 1795892203597);
INSERT INTO public.write_slots VALUES (99, 1795892204487);
INSERT INTO public.write_slots VALUES (99, 1795892206680);
INSERT INTO public.write_slots VALUES (99, 1795892207601);
INSERT INTO public.write_slots VALUES (99, 1795892209795);
INSERT INTO public.write_slots VALUES (99, 1795892211636);
INSERT INTO public.write_slots VALUES (99, 1795892211659);
INSERT INTO public.write_slots VALUES (99, 1795892211966);
INSERT INTO public.write_slots VALUES (99, 1795892212027);
INSERT INTO public.write_slots VALUES (99, 1795892212054);
INSERT INTO public.write_slots VALUES (99, 1795892212133);
INSERT INTO public.write_slots VALUES (99, 1795892212165);
INSERT INTO public.write_slots VALUES (99, 1795892212192);
INSERT INTO public.write_slots VALUES (99, 1795892212255);
INSERT INTO public.write_slots VALUES (99, 1795892212311);
INSERT INTO public.write_slots VALUES (99, 1795892212325);
INSERT INTO public.write_slots VALUES (99, 1795892212375);
INSERT INTO public.write_slots VALUES (99, 1795892212404);
INSERT INTO public.write_slots VALUES (99, 1795892212414);
INSERT INTO public.write_slots VALUES (99, 1795892212520);
INSERT INTO public.write_slots VALUES (99, 1795892212544);
INSERT INTO public.write_slots VALUES (99, 1795892212556);
INSERT INTO public.write_slots VALUES (99, 1795892212641);
INSERT INTO public.write_slots VALUES (99, 1795892212705);
INSERT INTO public.write_slots VALUES (99, 1795892212736);
INSERT INTO public.write_slots VALUES (99, 1795892214699);
INSERT INTO public.write_slots VALUES (99, 1795892214722);
INSERT INTO public.write_slots VALUES (99, 1795892214762);
INSERT INTO public.write_slots VALUES (99, 1795892214829);
INSERT INTO public.write_slots VALUES (99, 1795892214878);
INSERT INTO public.write_slots VALUES (99, 1795892214892);
INSERT INTO public.write_slots VALUES (99, 1795892215553);
INSERT INTO public.write_slots VALUES (99, 1795892216935);
INSERT INTO public.write_slots VALUES (99, 1795892216941);
INSERT INTO public.write_slots VALUES (99, 1795892218942);
SELECT pg_catalog.setval('public.deliveries_id_seq', 19, true);
SELECT pg_catalog.setval('public.deployment_runs_id_seq', 2, true);
SELECT pg_catalog.setval('public.effects_id_seq', 32, true);
SELECT pg_catalog.setval('public.jobs_id_seq', 58, true);
SELECT pg_catalog.setval('public.rulings_id_seq', 3, true);
SELECT pg_catalog.setval('public.runs_id_seq', 6, true);
SELECT pg_catalog.setval('public.suite_runs_id_seq', 5, true);
ALTER TABLE ONLY public.causes
    ADD CONSTRAINT causes_pkey PRIMARY KEY (repository, cluster);
ALTER TABLE ONLY public.contradictions
    ADD CONSTRAINT contradictions_pkey PRIMARY KEY (repository, issue, sha, place);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_guid_hook_target_key UNIQUE (guid, hook_target);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery_bodies
    ADD CONSTRAINT delivery_bodies_pkey PRIMARY KEY (delivery_id);
ALTER TABLE ONLY public.deployment_runs
    ADD CONSTRAINT deployment_runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deployment_runs
    ADD CONSTRAINT deployment_runs_repository_deployment_environment_key UNIQUE (repository, deployment, environment);
ALTER TABLE ONLY public.deployments
    ADD CONSTRAINT deployments_pkey PRIMARY KEY (repository, deployment);
ALTER TABLE ONLY public.dossiers
    ADD CONSTRAINT dossiers_pkey PRIMARY KEY (repository, cluster);
ALTER TABLE ONLY public.effects
    ADD CONSTRAINT effects_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.effects
    ADD CONSTRAINT effects_repository_kind_target_key UNIQUE (repository, kind, target);
ALTER TABLE ONLY public.findings
    ADD CONSTRAINT findings_pkey PRIMARY KEY (repository, thread, cluster);
ALTER TABLE ONLY public.issue_care
    ADD CONSTRAINT issue_care_pkey PRIMARY KEY (repository, issue);
ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_repository_key_key UNIQUE (repository, key);
ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_pkey PRIMARY KEY (repository, thread, cluster);
ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (repository, run);
ALTER TABLE ONLY public.reruns
    ADD CONSTRAINT reruns_pkey PRIMARY KEY (repository, key);
ALTER TABLE ONLY public.results
    ADD CONSTRAINT results_pkey PRIMARY KEY (run_id, file);
ALTER TABLE ONLY public.rule_uses
    ADD CONSTRAINT rule_uses_pkey PRIMARY KEY (repository, rule, subject);
ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_pkey PRIMARY KEY (repository, issue, line);
ALTER TABLE ONLY public.rulings
    ADD CONSTRAINT rulings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rulings
    ADD CONSTRAINT rulings_repository_key_cluster_kind_value_key UNIQUE (repository, key, cluster, kind, value);
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_repository_sha_key UNIQUE (repository, sha);
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_pkey PRIMARY KEY (repository, cluster, sha);
ALTER TABLE ONLY public.suite_files
    ADD CONSTRAINT suite_files_pkey PRIMARY KEY (suite_run, file);
ALTER TABLE ONLY public.suite_runs
    ADD CONSTRAINT suite_runs_correlation_key UNIQUE (correlation);
ALTER TABLE ONLY public.suite_runs
    ADD CONSTRAINT suite_runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.unknown_environments
    ADD CONSTRAINT unknown_environments_pkey PRIMARY KEY (repository, key);
CREATE INDEX contradictions_seen ON public.contradictions USING btree (repository, seen_at);
CREATE INDEX deliveries_pending ON public.deliveries USING btree (id) WHERE (state = 'pending'::text);
CREATE INDEX deliveries_received ON public.deliveries USING btree (received_at);
CREATE INDEX deployment_runs_by_key ON public.deployment_runs USING btree (repository, environment_key, deployment);
CREATE INDEX deployment_runs_of ON public.deployment_runs USING btree (repository, environment, deployment);
CREATE INDEX effect_writes_of ON public.effect_writes USING btree (effect_id, at);
CREATE INDEX effects_pending ON public.effects USING btree (repository, due_at) WHERE (state = 'pending'::text);
CREATE INDEX findings_of_cause ON public.findings USING btree (repository, cluster);
CREATE INDEX findings_seen ON public.findings USING btree (seen_at);
CREATE INDEX jobs_due ON public.jobs USING btree (due_at, id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX jobs_one_at_a_time ON public.jobs USING btree (repository) WHERE (state = 'running'::text);
CREATE INDEX reports_made ON public.reports USING btree (made_at);
CREATE INDEX reruns_of_commit ON public.reruns USING btree (repository, sha);
CREATE INDEX rulings_of_thread ON public.rulings USING btree (repository, thread, id);
CREATE INDEX runs_of_branch ON public.runs USING btree (repository, branch, id);
CREATE INDEX sightings_seen ON public.sightings USING btree (repository, seen_at);
CREATE INDEX suite_runs_by_workflow_run ON public.suite_runs USING btree (workflow_run);
CREATE INDEX suite_runs_of ON public.suite_runs USING btree (deployment_run);
CREATE INDEX write_slots_at ON public.write_slots USING btree (installation, at);
ALTER TABLE ONLY public.delivery_bodies
    ADD CONSTRAINT delivery_bodies_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.effect_writes
    ADD CONSTRAINT effect_writes_effect_id_fkey FOREIGN KEY (effect_id) REFERENCES public.effects(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.results
    ADD CONSTRAINT results_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.runs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.suite_files
    ADD CONSTRAINT suite_files_suite_run_fkey FOREIGN KEY (suite_run) REFERENCES public.suite_runs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.suite_runs
    ADD CONSTRAINT suite_runs_deployment_run_fkey FOREIGN KEY (deployment_run) REFERENCES public.deployment_runs(id) ON DELETE CASCADE;
