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
    changed_at bigint NOT NULL
);
CREATE TABLE public.dossiers (
    repository text NOT NULL,
    cluster text NOT NULL,
    sha text NOT NULL,
    place text NOT NULL,
    seen_at bigint NOT NULL,
    about bytea NOT NULL
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
CREATE TABLE public.sightings (
    repository text NOT NULL,
    cluster text NOT NULL,
    sha text NOT NULL,
    place text NOT NULL,
    tests bigint NOT NULL,
    seen_at bigint NOT NULL,
    failed_after bigint DEFAULT 0 NOT NULL,
    passed_after bigint DEFAULT 0 NOT NULL,
    blocked bigint DEFAULT 0 NOT NULL
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
CREATE TABLE public.write_slots (
    installation bigint NOT NULL,
    at bigint NOT NULL
);
INSERT INTO public.causes VALUES ('team/shop', 'w1-b62d77657bad', 'KeyError: ''total''', 5, 1795892138795, 'ffffffffffffffffffffffffffffffffffffffff', 1, 0, 0, 5);
INSERT INTO public.causes VALUES ('team/shop', 'w1-1e629b32fb96', 'ConnectionRefusedError: [Errno 111] Connection refused: db:5432', NULL, 1795892123071, 'ffffffffffffffffffffffffffffffffffffffff', 0, 0, 0, 6);
INSERT INTO public.causes VALUES ('team/shop', 'w1-46b7f49d93db', 'KeyError: ''colour''', NULL, 1795892146418, '8888888888888888888888888888888888888888', 0, 0, 0, NULL);
INSERT INTO public.contradictions VALUES ('team/shop', 4, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'staging', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892131990);
INSERT INTO public.contradictions VALUES ('team/shop', 4, 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892138797);
INSERT INTO public.contradictions VALUES ('team/shop', 4, 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892143918);
INSERT INTO public.contradictions VALUES ('team/shop', 4, '8888888888888888888888888888888888888888', 'main', 'P0: test_list fails on staging', 'the test it names really ran and passed: tests.test_orders::test_list', 1795892146429);
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (1, 'made-1', 4711, 'workflow_run', 1795892120172, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (2, 'made-2', 4711, 'workflow_run', 1795892123350, 'done', 0, 'looks at dddddddddddddddddddddddddddddddddddddddd');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (3, 'made-3', 4711, 'workflow_run', 1795892125374, 'done', 0, 'looks at eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (4, 'made-4', 4711, 'deployment_status', 1795892128101, 'done', 0, 'deployment 1 of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (5, 'made-5', 4711, 'deployment_status', 1795892132086, 'done', 0, 'deployment 2 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (6, 'made-6', 4711, 'deployment_status', 1795892138953, 'done', 0, 'deployment 3 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (7, 'made-7', 4711, 'issue_comment', 1795892139011, 'done', 0, 'reads comment 1014 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (8, 'made-8', 4711, 'issue_comment', 1795892139232, 'done', 0, 'reads comment 1016 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (9, 'made-9', 4711, 'issue_comment', 1795892139342, 'done', 0, 'reads comment 1018 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (10, 'made-10', 4711, 'issue_comment', 1795892139466, 'done', 0, 'reads comment 1020 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (11, 'made-11', 4711, 'issue_comment', 1795892139579, 'done', 0, 'reads comment 1022 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (12, 'made-12', 4711, 'issue_comment', 1795892139702, 'done', 0, 'reads comment 1024 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (13, 'made-13', 4711, 'issue_comment', 1795892141676, 'done', 0, 'reads comment 1026 for commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (14, 'made-14', 4711, 'issues', 1795892141799, 'done', 0, 'tries 1 rules of issue 6');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (15, 'made-15', 4711, 'workflow_run', 1795892142356, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (16, 'form', 4711, 'workflow_run', 1795892143987, 'failed', 0, 'sent as a form; set the webhook''s content type to application/json');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (17, 'made-16', 4711, 'workflow_run', 1795892144043, 'done', 0, 'looks at 8888888888888888888888888888888888888888');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (18, 'made-17', 4711, 'workflow_run', 1795892146533, 'done', 0, 'looks at 7777777777777777777777777777777777777777');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (19, 'pending', 4711, 'workflow_run', 1795892146533, 'pending', 0, NULL);
INSERT INTO public.delivery_bodies VALUES (1, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
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
INSERT INTO public.delivery_bodies VALUES (15, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (16, '\x7061796c6f61643d253742253744');
INSERT INTO public.delivery_bodies VALUES (17, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313033312c22686561645f736861223a2238383838383838383838383838383838383838383838383838383838383838383838383838383838222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (18, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313033322c22686561645f736861223a2237373737373737373737373737373737373737373737373737373737373737373737373737373737222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (19, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a312c22686561645f736861223a2239393939393939393939393939393939393939393939393939393939393939393939393939393939222c22636f6e636c7573696f6e223a226661696c757265227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.deployment_runs OVERRIDING SYSTEM VALUE VALUES (4, 'team/shop', 99, 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":0.5,"expected":[{"issue":4,"title":"P0: test_list fails on staging","tests":1}]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":0.25,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- the last run (\u0060aaaaaaaa\u0060) was go: \u0060all 3 gates met\u0060\n- 1 commit since \u0060aaaaaaaa\u0060, in 1 file\n- merged since: \u0060#1 Change the colours\u0060\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | 0.5 s | to fail: #4 (1 test) | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | 0.3 s | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 1, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:55:32.1081749+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:34593/health","ok":true,"status":200,"latencyMs":1,"evidence":"ok"}]}]}},{"when":"After","seen":{"checkedAt":"2026-11-28T18:55:35.3113436+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:34593/health","ok":true,"status":200,"latencyMs":1.3,"evidence":"ok"}]}]}}]', '{"ended":1,"suites":[{"name":"orders","category":"critical","passed":1,"failed":1,"skipped":0,"flaky":0}]}', 'critical: 50 % passed, 95 % needed', 'no-go', 0, '{"run":{"sha":"ffffffffffffffffffffffffffffffffffffffff","decision":"no-go","reason":"2 gates not met: critical, overall","endedAt":"2026-11-28T18:55:41.5100534+00:00","causes":[{"cluster":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","rootCause":"ann says: \u201Cthe pool of db is too small\u201D.","issue":5,"tests":["tests.test_orders::test_total"],"suspect":null}]},"pulls":[1]}', '# Worklog: No-go for `staging`

## Summary

- **Decision:** **No-go**: 2 gates not met: `critical`, `overall`
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `ffffffffffffffffffffffffffffffffffffffff`
- **Deployed:** 2026-11-28 18:55 UTC
- **Tests:** 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)
- **Causes:** 1 known

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:34593/health` | `ok` |

## Plan: 2 suites in 2 phases, focus `all`

- open P0: #4 `P0: test_list fails on staging`
- the last run (`aaaaaaaa`) was go: `all 3 gates met`
- 1 commit since `aaaaaaaa`, in 1 file
- merged since: `#1 Change the colours`

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

**Accepted by `ann`** on 2026-11-28 18:55 UTC: `it is known`. The gate did not hold; a person passed it.

', 1795892132104, 1795892141511, '{"by":"ann","reason":"it is known","at":"2026-11-28T18:55:41.7255218+00:00"}');
INSERT INTO public.deployment_runs OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":null,"expected":[]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":null,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- no earlier run is known\n- what changed is not known\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | \u2013 | to pass | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | \u2013 | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 2, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:55:28.3101273+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:34593/health","ok":true,"status":200,"latencyMs":30.1,"evidence":"ok"}]}]}},{"when":"During","seen":{"checkedAt":"2026-11-28T18:55:30.2942343+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:34593/health","ok":true,"status":200,"latencyMs":1.5,"evidence":"ok"}]}]}}]', '{"ended":2,"suites":[{"name":"orders","category":"critical","passed":2,"failed":0,"skipped":0,"flaky":0},{"name":"reports","category":"later","passed":1,"failed":0,"skipped":0,"flaky":0}]}', '', 'go', 1, '{"run":{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","decision":"go","reason":"all 3 gates met","endedAt":"2026-11-28T18:55:31.9759673+00:00","causes":[]},"pulls":[]}', '# Worklog: Go for `staging`

## Summary

- **Decision:** **Go**: all 3 gates met
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`
- **Deployed:** 2026-11-28 18:55 UTC
- **Tests:** 3 of 3 passed (100 %)

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:34593/health` | `ok` |

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
', 1795892128256, 1795892131985, NULL);
INSERT INTO public.deployments VALUES ('team/shop', 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'success', 1795892128107);
INSERT INTO public.deployments VALUES ('team/shop', 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795892132095);
INSERT INTO public.deployments VALUES ('team/shop', 3, 'qa', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795892138958);
INSERT INTO public.dossiers VALUES ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795892141513, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d44d32334a31373733354f4a4c51d2512ac92cc94955b252f24ead742d2aca2fb2528829353030322fc92f49cc813041aa528b4b8a95ac0c7594ca528b5232934b94ac94b2f3f2cbf3947494328b8b4b5395ac4c75948af2f34b9c134b8b41e625e6e5291427561683cc333230742ec9485528c8cfcf51c84f53484952c82c5628c9cf5728ce4dccc9892935323074d1835ae39952ac6415ad5402b2510f44c6e717a5a416155b598139607729c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642627e680541625e639a5a6e517a5823d90969899939a021330d051ca4d2c49ce484d01fba0b8b4b82015e4bbbcd29c1c1da582c4e2e2d414c7f4c4cc3c25abb4c49ce2541d25887ea858495169aa8e5271696609c45a88534196a6e417176782c2bc5a293903ac5f09149a660689797910063c780c0ccc0cf0060f48815e4c5e4c9e1638ccad14944d1552528b938b3293528b15324bac15324b14ca138b15d2405e5348cb2f5228c9c82c564806c585b5427e5e72aa426e7e51aa427e9e02c8a2e2c4dc5485e4fcdcdccc121d0543508c182a40bca59008f2ab16c82e433d052dadf08cc41285947cb02e908accbc74055034142b642496a52a64e6818d011b9b580256050a3290aafcbcd46290cebcfc127b2d2d052d8dd4e292c4a49ccce28cd4144d2d0585983c050585908c54b0c5200d2063c141024e80660678122424fcac15f2f2f35241ae07f9c950a104e45690f5a9290a29f9a9c57a20e32b15128bc0ee84e881c40f84ad17936704f163667286425a666a0e449f42a242516a624a6a9142516a616966512ac4649025c5a97920f1bc7c859cfcbcf4d42285f22250cce3f6a0a3426e6a7171627aaa424e627276b14222d41eb05b334b8ad16c2ad651c82f52c8482c5648cccb2fc9482d5228ce482c48b552805a9c989702d39192599c985e949aaa9098945f0a09fae4fcbc92a2c4e412058de2e48cd4dc444d58d8142456e6e427a6e8c5e419433c9c0a0a1350cab15228cf00f9be38b5a82c3339554721373fa534275547a138b5a404142bf9450a29a905206fe7255742fc9993999d9a53098f43bffc12503a80040fd8946250f81a992b24a5824c282db05248ccc95130542807590b0ada4a70d44013525e7e4966722a2805279640a3beb828591f12537a059520c3cc0cac4c0cf462f24c20ce07b9383923312f3d5521a928bf343da34421139aca4af3c05904ee3a500a4b2dcb4c4905e581e292fc8262858cd4a2543d05ff347072851853ac03e6e4e7e5542a404452c079494103623bc841c9f939f9a545c5701769821399425e7e8942497e697286423928fd81822115548e2ae425e682d2a05366716a728942526a49796a6a1ed48389440288ed0aa0688730d3880410d57a3179a69010ab5448c94c018571516a627286427149627a665e3a243e890e32bf7c68e0804a6f90f75274148ac165032439e5e52b1494e6e480b34d6a71894279467e71aa4272462a28e527e797e6a42824a582d3af5e4c9e19c8611e89a044a890915850909a970a920615d33a600f8383b31cac0b5cd62427a24434b6e22432b5185c36427c4fb000412943c17666162b149764e6e428e417a4e6e9c5806ab7a2d2bc74708d42bbc21054da82d22972014bef9230065a2915a51697e69414c3b25f456e8e9511243841ae84b24a411512949d872f98a186429542b48102151496a04c4ce54217e4c4c156e2d23f6041a56c26285f5152b88382929e253b2298125332f3528b8bf5b28af3f394f5a11553b1be817e41517e522a88012bcfa1c92a0fa617ca8726b3fc6cece230512c29dd046a020e1341b500bc5ab23231809904d505b55749470996bc215509ee3a0a14c8a08c0ff390c208aca0a0c14554058537bca85a3b815d45adda09e46caa574db0c407ee7dc1728b813eb83b074d90389231e90576ac8e122c892a5929d52838e72466e62ad4280497249694162bd428b8425b583a0a45a9baa0169e424d4c5e8daeae2e1cc7e4d52818ea2950a73fa150a38054fd2bd4405b55587234b4ee023b47c108643fc5d50e99961b832c27b76856a85180b4ba91fc4a7239596a6060ec9c54044a1cc6ae20d2cc004b8841cb40488899801c0d0a31cc924ca14601da7054a80177c4acc04d68583a412aca204699828cc291cb4935cb4c4f81bcbc8923ee70e72188db411561a202b42a82f40633419ddbf23c851a85a2d29cd41405501f0c910e498d1b90354ad09108252b25cf12500b5bd9d40ad462c7d5af070f08289b42d33ebe4c0dae98ac14b4b40cf4cc8cb5b4741452f3409d26f03841a20278f8035444d52804e467e69580f2b3532a78e800e42c941c0c4a35464e067ac6060a3520b721062140fd1ef0b04276665e0aa8df9996589a53a2a001ed7aeac2faa6f03e295831a8cf5f0cb605ec0d90d146a60a35903109909186d04e626609a43f051e2d00f7e0507519807425e597648095810d3333000f15819c6c6680a6da18e27c50d09616a42496a4a6c0bab03989c5250ac6060a2989956087c1620534bc53ad64aa64a5341ae40606a088a265909b80c2d9041a8d010656e054109f93595c024e00c5a0812c681f1612bf90d46d60004adda09113d0c0437e1a28891617a4266617835224283d8193b595425e3e24d9eb803beda965a9a001b35485e2d25c12338201f129a94641d740cf10944e214e06a77d2c039c205f4254805c072a7c61895f47013aba05584d4c9e526dad8e52695e724e627171665a2668f8123a3e091dc20c28cdc951b2820c63261607241697285951632498e2315e70610b1e6c0587005163bd503f41fc535b0b000928f606d2160000');
INSERT INTO public.dossiers VALUES ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795892143917, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d4354c3533b24c32364a4bb23453d2512ac92cc94955b25272cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531360299945a5c52ac6465a8a354965a9492995ca264a5949d975f9ea7a4a394595c5c9aaa6495579a93a3a354949f5fe29c585a0cb2d62fbf2423332f5d21313939b5a0a4582119ee8c6285c41285928cc41285c49494a2d4e2622b85928c548582a2fce4d4e26285cc6285bcfc1285a2d2bcbcccbc741d85fc22859ccce292d4bc6285d49ce2d4f28cd4a2543d05bf7c85e48cc4bcf4548849a9150539899979c50a99252003c0aed3833add33a558c92a5aa904e40b3d10199f5f94925a546c6505e694e49724e628c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642643541625e639a5a6e517a52a5919e828a52566e6a4a62009e426962467a4a6285999e92815971617a482420c12420589c5c5a9298ee98999794a56698939c5a930fda862c5a59925107b216e05b92f25bfb8381314d9d54ac919600394064120c7e4c5e46981c3db4a41d94c2125b538b9283329151413d60a9925c50a45a539a90a902029563054c84f53305400051938720d207c50b080120b28428a1534624a0d0ccc0cd053224454530b64a3a19e82965638280da5e483530fd444058809198965a90a99790ac9f9b9b9f9799024024e6389c5c5207bf2f3528b1552f24109cd5e4b4b414b23b5b824312927b338233545534b4121264f414121242315e650b0b10ac58995c50a105720320c59990a6288b5425e7e5e2a2804406e338438131414a9290a29f9a9c57a2027542a241681fd02d103490e10b65e4c9e11241c2ac1ea41de41ca732859ae04946d70fb95b6092926cf18e2ce5490574049c34aa13c23333943a138b5a82c3339554721373fa534275547a138b5a4041c43450a29a905a97929a979c9951077e76466a7e654a2440f24b6f3f24b32935341593fb1041a3fc545c9fa90a0d22ba884849695890128c021a512382ac1450928998082bf2027b1242dbf28176c4c5166716ab15e4c9e09c4d92097424b9ba4a2fcd2f48c1285cc1288a34af3c0691fc555a965992067a72a1497e417142b80425e4fc13f0d9c4e21c614eb8039f9793995d0622c45212d33271596f441ce4fcecfc92f2d2a86bb5f131ec70a25f9a5c9190ae5a0e40f727a2aa84057c84bcc052519a7cce2d4e41285a4d492f2d4d43c68702412092021a590989702d59846248068d48bc933858458a5427922289e414952a118e490d4c4a29cccd42212430d51cc83aa85c4dcd4141d8562708e87a4a4bc7c8582d29c1c85a2d4c2d2d4e21285f28cfce25485e48cd4e46c5095539a93a29094aa50949a98a217936706729b07c45d19890505a979a920695041ae03f6333844cbf341bac0254872224a5c632b2422538bc1e51e2400fcc1158b4272621ea80a4b4a5548ce2fcd2b494d81c8a2148e600b338b158a4b32737214f20b52f3f46240156a51695e3ab8c2a15df9062a408742e116930709b7a2d4e2d29c92625886aec8cdb13282c8807c026581ab0c283b8fd2e2196a31d43888d1a0c801c509f9652dc8b5b42e6807679851a5dc07051f28d9d2bad0c7138426d01491075303e5435308a8d886d73a562606d85529e92881d21131950acccb23b946810617b1350ade20a36a75027618b5aa1390b3a95b97c0121fb88756ac97559c9fa7ac6fa00fee1642932d8e648cb316c35e2cc6ea28c1d2a79295528d82734e6266ae428d427049624969b1428d822bb43da4a35094aa0baa8b156a62f26a747575e13826af46c1504f813a0d7a851a05a49a5aa106da94c15d8b809da36004b29fd8c29d4c3b8c4176905b182ad428409ac0f8bc042da1205e32015987bd9c51a85180365d156ac0dd1048271c1691484d578851a620a370e741528d33d353202fe7e00878dc891ce47c251d25700754c94ac913d434cec9cf4b2f5628c9575036d35128cf2cc9007595d2a08d76433d03033d5076543683a61c9cf9015cec5b29686919e819596869e9805abbe00e587e1aa81b515c909a985d0cebdf25830646ac14f2f2219d611d70fb3db52cb508dc15282ecd05d959a310909f995702ca354ea9601d20f7a3e41350de357232d0333255a881f4a7417d0043701715d2e4067504c03d5770d7036c00d827205d06c60a3520b7819ae7a505298925a929b01e504e62718982b181420aa89b5b036e8c82430d340e51ad64a664a5341a224a26a060300107a7994180811538d8e3410354e0102f56c8cf53282e494ccfcc4b074594990124791818d03b799010d1350aba067a86a0e4047132b8818565a40ce44b880a50e205952b9925906ea78e0274d802926c4c4181640a0d24efd44ae8882348af913978bc0dc2049103174234cf40e0703536806438c4c058625e3e683446213b332f055438a42596e6942868142456e6e427a6e826e7e79514252697e840722f62dc54173a20a609cad14ab5b53a4aa579c93989c5c5996999a0d146e8702274c431a0342707362e9b581c90585ca26445af0163c006df3830b87e000fc882133751e3c1d0808404626d2d001e5180b26e170000');
INSERT INTO public.dossiers VALUES ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1795892146419, '\x1f8b0800000000000403aa564ace292d2e492d52b2522a37d435314b324f33b14cb1344e4952d2512ac92cc94955b252f24ead742d2aca2fb2528829353030324fcecfc92f2d82b041ca528b4b8a95ac0c7594ca528b5232934b94ac9432f392f3730b72524b52957494328b8b4b5395acf24a737274948af2f34b9c134b8b41063b2ae4a6161727a6a72ae4242667172b242aa465a6e6a42894642496286496142b14a526a6a4162914a516966616a516eb28e417296424162b24e6e59764a4162914672416a45a2914a7e6819425e6a5c074a4641627a617a5a62a2426e59796289464a42a24e7e795142526972868142767a4e6266a2ae4a781250a122b73f21353f414fcf215923312f3d253210e48ad28c849cccc2b56c82c51c82c56c8cecb2fcfd383fad733a558c92a5aa904e4753d10199f5f94925a546c6505e694e49724e628c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642643541625e639a5a6e517a52a5919e828a52566e6a4a62009e426962467a4a6c042b1b8b4b8201514d290402d482c2e4e4d714c4fcccc53b24a4bcc294e8519812a565c9a5902b11ae25c901353f28b8b334129a05a2939036c80d2108c9798bc983c2d44aab302c76c51699e427962b1427269894271467e5189022889e4e52ba42616e564821256699e42716265b142467e39484771aa0228fe8a154a8b4b1373722a1552f352b440461bea296869858392654a3e48a102288232f3d2a1ca3312cb521532f31492f37373f3f320c90794e640f10252959f975aac9092af90975f62afa5a5a0a5915a5c92989493599c919aa2a9a5a01093a7a0a01092918a622cc465a06c6666802f0b4254582be4e5e7a5c2d2b421c40d20fb53531452f2538bf540e6572a2416811d0ad103490410b65e4c9e11c49399c919d07c08d2a79008cb53d05c083119e43b68b6cbcb57c8c9cf4b4f2d52282f02252fdc3e1c5ce92a26cf18e2e154509880b2b995427906c8f7c5a9456599c9a93a0ab9f929a539a93a0ac5a92525e0782c5248492d00953679c995107fe66466a7e654a244222409e5e5976426a7820a8fc41270c16966505c94ac0f0973bd824a48b05b99188062ae2403643c3829966780dd034a45a90a0539892569f945b960638a328b538bf562f24c20ce06b9145a5e2515e597a66780ca4c88a34af3c0a5158aab52cb325352f39253158a4bf20b8a1540b6e829f8438a408831c53ae0a49d9f9753092d085314d23273521534206e05391f52f617c3ddaf094e5ca084ad50925f9a9ca1500eca24a0d4910aaa3214f212734169cf29b33835b9442129b5a43c35350f1a1c69440288ede0bc0b615a100920aaf562f24c212156a9909299020acaf454509d9059ac909658446288212a89cc62b0ef5274148ac165022415e5e52b1494e6e480ebacd4e21285f28cfce25485e48c545005979c5f9a93a290940ace527a3179662077792482d29e42466241416a5e2a481a540de880fd0b0ecd72b02e7019939c485e3cfba19679d062105c312b1417a4266617834a8ecc123d05efd4d4027032284a2d2ecd29018ba726266728800a53b04713416197aa90975a51a2002a729213f3405e0255f88945a9297a31794a3a4a45a579e9e03a8e76c526a85c1ef03233260f92c8a0a105cbde15b939564610199033a1ac5203033303283b0f6f910e3515aa16a20f14aca0d004e57b483b896ae533c88d83ad701e80900517bca0cc484945000a4b50b2a4752d80277c4ca0e9260fa606ca87a62350390eaf86ac4c0cb0ab52d25182a53648f5a080b396817979245731d0e022a68ac11b5c54ad5fc08ea246fd42c8c9c80d6a5a572eb13a4ab084a664a554a3e09c939899ab50a3105c9258525aac50a3e00a6de9e82814a5ea82ba900a35317935bababa701c9357a360a8a7409d06bd428d0252735ea106dabac15d23809da36004b29fe2b29c4ccb8d4196935bdc29d428405abdf8fc0a2d83207e35015907f22b6649a250a3006dad2ad480bb3090ae1b2c86915aab10a34c414661cf65a41a65a6a7405ede20d522bffc1205655368ba40aff7c16305a002dac81c449a1928d4281495e6a4a62880462e60a909dc542bd6cb2acecf53d637d4070fcdc094831b5ce00102252b25bf7c85fc82d43c05b0068594d4e2e4a2cca45450a5660d6ed6e5a5261681daa5b999c5c5a0610d65533d50e626de79560a5a5a067aa6165a5a3a0a890a606b15f25253538a150cf4cc4075495e8d42407e665e09282b3aa52683c67ac05107cb80a0cc0772ba9193819e31c8b7992548ee04751d8a13735315b233f352408dd2b4c4d29c12050de8288d2e6c18073e7c03560ca96c41d91c1cca20a38d4c156a140c4126808c3484f6d4334bc08d7650cb3f3307dc0902bb0daecbc058a106d443000d1b9416a42496a4a6803af6202372128b4b148c0d145240030635e0403303eb3333f0070ffe282427e6e5e5837a390ac9f9a57925a929206f9a194042cc081c62a0812b50572f3f0d640ba2e90db2001c54560a79f99050d501f7a552cb528bc011575c9a0bb29384c0a5790828e92881e31f34a454ad64aa64a5349a8c0c0c40898f8464a4a4a364060ab9d1b464020a061368960a30b00267d9f89ccce212f0b858b1427e9e427149627a665e3a72c63230001545f4cc5824c46e8d82ae819e21a8288238195c5061193106f912a20294ed415525aca4d251808ee2d5c4e429d5d6ea2895e625e724161767a66582c683a1a3bdd001e180d29c1cd8187162714062718992155506f987feb03d60e00a111636e068206a041f1ab0108db5b5008dbacbfa32190000');
INSERT INTO public.effect_writes VALUES (1, 1795892123175);
INSERT INTO public.effect_writes VALUES (2, 1795892123274);
INSERT INTO public.effect_writes VALUES (3, 1795892125278);
INSERT INTO public.effect_writes VALUES (4, 1795892125301);
INSERT INTO public.effect_writes VALUES (5, 1795892128037);
INSERT INTO public.effect_writes VALUES (6, 1795892129344);
INSERT INTO public.effect_writes VALUES (6, 1795892130310);
INSERT INTO public.effect_writes VALUES (6, 1795892132014);
INSERT INTO public.effect_writes VALUES (12, 1795892133079);
INSERT INTO public.effect_writes VALUES (12, 1795892137557);
INSERT INTO public.effect_writes VALUES (16, 1795892138840);
INSERT INTO public.effect_writes VALUES (12, 1795892138881);
INSERT INTO public.effect_writes VALUES (18, 1795892138905);
INSERT INTO public.effect_writes VALUES (19, 1795892139212);
INSERT INTO public.effect_writes VALUES (20, 1795892139298);
INSERT INTO public.effect_writes VALUES (21, 1795892139309);
INSERT INTO public.effect_writes VALUES (22, 1795892139399);
INSERT INTO public.effect_writes VALUES (23, 1795892139510);
INSERT INTO public.effect_writes VALUES (24, 1795892139623);
INSERT INTO public.effect_writes VALUES (25, 1795892139807);
INSERT INTO public.effect_writes VALUES (26, 1795892141625);
INSERT INTO public.effect_writes VALUES (12, 1795892141633);
INSERT INTO public.effect_writes VALUES (18, 1795892141647);
INSERT INTO public.effect_writes VALUES (30, 1795892141752);
INSERT INTO public.effect_writes VALUES (12, 1795892141758);
INSERT INTO public.effect_writes VALUES (31, 1795892142307);
INSERT INTO public.effect_writes VALUES (32, 1795892143928);
INSERT INTO public.effect_writes VALUES (1, 1795892143936);
INSERT INTO public.effect_writes VALUES (2, 1795892143949);
INSERT INTO public.effect_writes VALUES (35, 1795892146448);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #6 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #6 describes it; its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060)*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n**What to do**\n\n- *Now*: Follow #6; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1002, 'e0b96f10dc85a0b333b049ea3f15db60', 'e0b96f10dc85a0b333b049ea3f15db60', 1795892143946, 1795892123220, 1795892143920, 0, NULL, 1795892123120);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (23, 'team/shop', 99, 'reply', '5:1020.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1020.1 --\u003E","body":"\u0060/cause the pool of db is too small\u0060\n\nNoted, for\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nReports name it as what you say; the bot\u0027s own whys stay below it. \u0060/undo\u0060 takes it back.\n\n\u003C!-- whybot:reply 1020.1 --\u003E\n"}', 'sent', 1021, '35d21462c147928d924ed36503bf34e9', '35d21462c147928d924ed36503bf34e9', 1795892139525, 1795892139525, 1795892139494, 0, NULL, 1795892139494);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (31, 'team/shop', 99, 'rules', '6', '{"number":6,"marker":"\u003C!-- whybot:rules --\u003E","body":"\u2705 The rule in line 4 is used from now on. In the last 7 days it would have matched 3 failures in 3 of 5 runs, and no passing test:\n\n- \u0060tests.test_orders::test_total\u0060\n\n\n\u003C!-- whybot:rules --\u003E\n"}', 'sent', 1029, '835d3b0fa8911a6b39df37263c6620f9', '835d3b0fa8911a6b39df37263c6620f9', 1795892142314, 1795892142314, 1795892142289, 0, NULL, 1795892142289);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (4, 'team/shop', 99, 'comment', '2', '{"number":2,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1006, '9407b1c82eaa07aad7bc15656ffb222d', '9407b1c82eaa07aad7bc15656ffb222d', 1795892125321, 1795892125321, 1795892125265, 0, NULL, 1795892125265);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (32, 'team/shop', 99, 'note', '6', '{"number":6,"marker":"\u003C!-- whybot:note --\u003E","body":"**Seen at \u0060ffffffff\u0060:** 1 failing test belong here.\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n- Why here: its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060) (confidence 1.00)\n\n\u003Cdetails\u003E\u003Csummary\u003EWhy, with evidence\u003C/summary\u003E\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003C!-- whybot:note --\u003E\n"}', 'sent', 1030, 'acd0c236c33807013d622223a865ccfe', 'acd0c236c33807013d622223a865ccfe', 1795892143933, 1795892143933, 1795892143919, 0, NULL, 1795892143919);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'comment', '1', '{"number":1,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #6 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #6 describes it; its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060)*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n**What to do**\n\n- *Now*: Follow #6; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1003, '83de4d5dd51ae81225307ca0c640c256', '83de4d5dd51ae81225307ca0c640c256', 1795892143954, 1795892123287, 1795892143920, 0, NULL, 1795892123130);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'check', 'dddddddddddddddddddddddddddddddddddddddd', '{"sha":"dddddddddddddddddddddddddddddddddddddddd","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1005, 'fab656b14d9ac1366377b8c5d9583f56', 'fab656b14d9ac1366377b8c5d9583f56', 1795892125290, 1795892125290, 1795892125264, 0, NULL, 1795892125264);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (12, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff:staging', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot: staging","conclusion":"success","check":{"title":"Accepted by ann: No-go","summary":"**Accepted by \u0060ann\u0060** on 2026-11-28 18:55 UTC: \u0060it is known\u0060. The gate did not hold; a person passed it.\n\n### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\n\u0060ann\u0060 says: \u0060the pool of db is too small\u0060.\n\n*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027total\u0027","message":"tests.test_orders::test_total: ann says: \u201Cthe pool of db is too small\u201D."}]}}', 'sent', 1011, '57e494c7550d9d791cab66b992dcdd7d', '57e494c7550d9d791cab66b992dcdd7d', 1795892141762, 1795892133092, 1795892141736, 0, NULL, 1795892133016);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (35, 'team/shop', 99, 'check', '8888888888888888888888888888888888888888', '{"sha":"8888888888888888888888888888888888888888","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u006088888888\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027colour\u0027\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n**Ruled out**\n\n- #5 \u0060KeyError: \u0027total\u0027\u0060: confidence 0.58 is below what a match needs; it describes the same kind of fault (payload-contract) of the same tests, but nothing it says speaks of this cause (\u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027colour\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'pending', NULL, '0f034f7cda050162d7f59f8d93d94064', NULL, NULL, NULL, 1795892148780, 2, 'GET repos/team/shop/commits/8888888888888888888888888888888888888888/check-runs: 502 Server Error', 1795892146430);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, 'check', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '{"sha":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060branch-e\u0060 at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1008, '9c3458c5a05693b0f12012d788048bde', '9c3458c5a05693b0f12012d788048bde', 1795892128050, 1795892128050, 1795892128021, 0, NULL, 1795892128021);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, 'check', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:staging', '{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"Whybot: staging","conclusion":"success","check":{"title":"Go","summary":"### \u2705 Go for \u0060staging\u0060 at \u0060aaaaaaaa\u0060\n\n**all 3 gates met** \u00B7 3 of 3 passed (100 %)\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 100 % | met | 2 of 2 passed, 95 % needed |\n| \u0060later\u0060 | 50 % | 100 % | met | 1 of 1 passed, 50 % needed |\n| \u0060overall\u0060 | 90 % | 100 % | met | 3 of 3 passed, 90 % needed |\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[]}}', 'sent', 1010, '4f88ad890688599322065480bee7e296', '4f88ad890688599322065480bee7e296', 1795892132020, 1795892129415, 1795892131996, 0, NULL, 1795892129237);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (16, 'team/shop', 99, 'issue', 'w1-b62d77657bad', '{"issue":{"cause":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","labels":["P1"],"body":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n1 test in \u0060orders\u0060.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n- Verdict: regression\n- Places: \u0060staging\u0060\n- Tests: \u0060tests.test_orders::test_total\u0060\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-28 18:55 UTC | \u0060staging\u0060 | \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w1-b62d77657bad\u0060\n\n\u003C!-- whybot:cause w1-b62d77657bad --\u003E\n","covers":["w1-b62d77657bad"]}}', 'sent', 5, '4d96fd59fa34be33a66df2fdc013a34f', '4d96fd59fa34be33a66df2fdc013a34f', 1795892138865, 1795892138865, 1795892138800, 0, NULL, 1795892138800);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (19, 'team/shop', 99, 'reply', '5:1014.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1014.1 --\u003E","body":"\u0060/why\u0060\n\n\u0060KeyError: \u0027total\u0027\u0060, seen last at \u0060ffffffff\u0060 on \u0060staging\u0060, 2026-11-28 18:55 UTC\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n\n\u003C!-- whybot:reply 1014.1 --\u003E\n"}', 'sent', 1015, 'c40cadb67c2e980b1bec23054c0ed80d', 'c40cadb67c2e980b1bec23054c0ed80d', 1795892139218, 1795892139218, 1795892139189, 0, NULL, 1795892139189);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (20, 'team/shop', 99, 'change', '1016.1:5', '{"issue":5,"state":null,"stateReason":null,"addLabels":["P1"],"removeLabels":["P0","P2"],"assignees":[]}', 'sent', 5, 'c5ba6dda70cfc07fb999aeb861e0f811', 'c5ba6dda70cfc07fb999aeb861e0f811', 1795892139301, NULL, 1795892139269, 0, NULL, 1795892139269);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (24, 'team/shop', 99, 'reply', '5:1022.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1022.1 --\u003E","body":"\u0060/mute 20d deploy freeze\u0060\n\nMuted until 2026-12-18 18:55 UTC:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt is still counted, and still fails its gate. \u0060/undo\u0060 ends it earlier.\n\n\u003C!-- whybot:reply 1022.1 --\u003E\n"}', 'sent', 1023, '425efd850f135b85af22f9d4d11cf68d', '425efd850f135b85af22f9d4d11cf68d', 1795892139641, 1795892139641, 1795892139603, 0, NULL, 1795892139603);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (21, 'team/shop', 99, 'reply', '5:1016.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1016.1 --\u003E","body":"\u0060/priority P1\u0060\n\nP1 from now on:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt stands, whatever the figures say. \u0060/undo\u0060 lets the figures speak again.\n\n\u003C!-- whybot:reply 1016.1 --\u003E\n"}', 'sent', 1017, 'ccb33d9a2dda5fed562a62785c2ddb18', 'ccb33d9a2dda5fed562a62785c2ddb18', 1795892139319, 1795892139319, 1795892139270, 0, NULL, 1795892139270);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (22, 'team/shop', 99, 'reply', '5:1018.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1018.1 --\u003E","body":"\u0060/undo\u0060\n\nTaken back: priority by \u0060ann\u0060 of 2026-11-28 18:55 UTC, for 1 cause. The label stays until somebody changes it.\n\n\u003C!-- whybot:reply 1018.1 --\u003E\n"}', 'sent', 1019, 'eef5eaff729e547dcf716fe8b519913d', 'eef5eaff729e547dcf716fe8b519913d', 1795892139406, 1795892139406, 1795892139382, 0, NULL, 1795892139382);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (25, 'team/shop', 99, 'reply', '5:1024.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1024.1 --\u003E","body":"\u0060/rerun failed\u0060\n\nRunning \u0060orders\u0060 again on \u0060staging\u0060 at \u0060ffffffff\u0060, the 2. time. The check shows the progress; what passes now failed by chance, and the decision is made anew.\n\n\u003C!-- whybot:reply 1024.1 --\u003E\n"}', 'sent', 1025, 'ac5ddd7fcc42c98a631ecc78580edf5c', 'ac5ddd7fcc42c98a631ecc78580edf5c', 1795892139825, 1795892139825, 1795892139767, 0, NULL, 1795892139767);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (26, 'team/shop', 99, 'seen', '5', '{"issue":5,"occasion":"ffffffffffffffffffffffffffffffffffffffff"}', 'sent', 5, '6b24dea7de6231e70b6e8b831bcac02e', '6b24dea7de6231e70b6e8b831bcac02e', 1795892141631, NULL, 1795892141519, 0, NULL, 1795892141519);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (30, 'team/shop', 99, 'reply', '5:1026.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1026.1 --\u003E","body":"\u0060/accept staging it is known\u0060\n\n\u0060staging\u0060 at \u0060ffffffff\u0060, which was no-go, is accepted by \u0060ann\u0060: \u0060it is known\u0060. Check and worklog say so.\n\n\u003C!-- whybot:reply 1026.1 --\u003E\n"}', 'sent', 1027, '548b1946026413859f1799db2e272665', '548b1946026413859f1799db2e272665', 1795892141756, 1795892141756, 1795892141738, 0, NULL, 1795892141738);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (18, 'team/shop', 99, 'comment', '1:staging', '{"number":1,"marker":"\u003C!-- whybot:run staging --\u003E","body":"### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\n\u0060ann\u0060 says: \u0060the pool of db is too small\u0060.\n\n*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n"}', 'sent', 1013, '3380c416db81bd8251a8b73593bf0fdb', '3380c416db81bd8251a8b73593bf0fdb', 1795892141651, 1795892138910, 1795892141521, 0, NULL, 1795892138806);
INSERT INTO public.issue_care VALUES ('team/shop', 5, '{"priority":"P1","priorityReason":"the category critical has a gate","advised":null,"tests":1,"places":["staging"],"answered":null,"suggested":null}', NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (3, 'sweep digests', 'sweep digests', 'sweep digests', '{}', NULL, 'pending', 1795892120033, 1795892120033, 1796014800000, 0, 0, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (1, 'sweep deliveries', 'sweep deliveries', 'sweep deliveries', '{}', NULL, 'pending', 1795892119811, 1795892119811, 1795892420050, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (2, 'sweep runs', 'sweep runs', 'sweep runs', '{}', NULL, 'pending', 1795892119935, 1795892119935, 1795892240467, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (58, 'team/shop', 'explain:7777777777777777777777777777777777777777', 'explain', '{"Installation":99,"Sha":"7777777777777777777777777777777777777777"}', 'made-17', 'pending', 1795892146545, 1795892146545, 1795892151111, 1, 1, NULL, NULL, 'GET repos/team/shop: 502 Server Error');
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (57, 'team/shop', 'publish', 'publish', '{"Installation":99}', 'made-16', 'running', 1795892146431, 1795892146431, 1795892148780, 1, 3, 1795892153054, NULL, NULL);
INSERT INTO public.mentions VALUES ('team/shop', 2, 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1795892125259);
INSERT INTO public.mentions VALUES ('team/shop', 1, 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795892141513);
INSERT INTO public.mentions VALUES ('team/shop', 1, 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795892143917);
INSERT INTO public.reports VALUES ('team/shop', 'commit:2', 1795892125255, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907ea5142201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529837b1cec40252b85682e050505a8fd0a0a4a7989b9a9206fc11c0c7627488552516a61696611c4643d4b5390c160f1c4e492d2c41c252b05033d84607e6949723ec424a893e1ea11a164a8909fa660a400f1a48286a98182aaa68e82a5a982aa425e6a6a4a6a8a12d86d603f6071624e62496a110ef7215c02771ecce7604723b92f332f393f2f39a7b438b32c15d934585c8252555149b1424a660a383e8b4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b1639dac12e400d4e78e8c09d4badd034400f4d2e05855890754a203f97a482130f5a22c8042539a572435dc3543323cb2463a3b4244b3344d8946496e4801389737e5e5e6a7249667e5e506a5a69716a8a2b28355a2944bb1615e5e52b181a1ac62a20d4281441145929a42459999a181b214c2c4b2d4ac94c06654c255074e416e4a496204546526a72626931d84a84b495424946aa4251699e427962b1427269894271467e518942621e289e1452138b7232538bc00a8a132b8b1532f2cb413a8a53154a528b4b8a154a8b4b1373722a1552f352100e81db930cf79a2ed4d9084545f9f925ce3007f9e5976464e6a52b242627a71694142b2034162b249628946424962824a6a414a51617435c5c50949f9c5a5c0c4e3af92520f7e565e6a5eb28e41729e4641697a4e6152ba4e614a79667a416a5ea29f8e52b246724e6a5a7424c4aad28c849cccc2b56c82c0119909d975f9ea7877019d867f04c0d4e6760213d10199f5f94925a546c6505e6808b1e489a852608b0f2e2d2cc925450410149126031883e4cb5c98925a9e9f94599e8eae1650738fb229b5e5094995f9459022e9f030c11eececc2d4804473f4a26cd2c2e2e05453a8a605e6a62516a3128a9a00817a7a6e639a5a6e517813444831338d8edc5a5c505a9c9e0421549b43ca312d58f90f217a44341412927b52c1554a0816b15889882825251695e3aa8642caecc2d28c9cf853b1ea440a9b034b518940f400ac241519e920f4a6c0aa0c20f943a40415eac90915896aa9099a7909c9f9b9b9f07895150220695802055f979a9c50a29f9a062c61ed5fcc4bce2f2d42290e92119a928a62a8013f7a38639888c4656667cd430d75a212f3f2f155428831c6508711fc86da9290a29f9a9c57a0a2119a9950a8945604f40520522f181c3a1b824b1045ccf28a516972426e5641667a422b21758497266492228a850230024851c0920be52717e6951322842958a528b4b734a8af5a19656e4422a50902a1856cac9cc03a985d69d30610505a5d4bc141f9c7215c9a94505a0e4a4446100c2f207c4e25a68da07f162e16c6855061244f62c3cc5a1b81d9ee272534145406631de3457098e2250d2412a8e504aa312508982335dd1b61c434dcda3a9049402141414c84b25c6a0ea1b6a02a25c4acecf4bc904652cd4b0462d9952417917547b582994676426672814a716956526a7ea28e4e6a794e6a4ea2814a7969480cba2228594d482d4bc94d4bce44a9ca906541a41cab6bcfc92cce45450bd9458a2505c940ccbaa0595562606a09205524d824b2b70dd062a0841e54c414e62495a7e512e586b5166716a31ce322527333b35a712d57fb42e4e4c90031b14e848c50916394471821e06d4281f502c84970fa0d2211dd15c023b1235da41310d51a59054945f9a9e51a2905982375253cb3241319faa505c925f50ac002a3af414fcd3c0951ac4a4621d30273f2fa712da44495148cbcc4955d000f93c393f27bfb4a858afa052135e302994e4972667289483ea4750cc83fb2e0aa01e47b19e825366716a728942526a49796a6a9e421a9100dcdc23b2f39682336195e6815b52785216f16538bceb018e0758ab21b53839b1006f1c5582dbb19925a0225c01d49c813561498f2744a311d43f49cc4d4dd1512806374820d93f2f5fa1a034274701d407492d2e5128cfc82f4e5548ce484dce0635604b7352149252158a5213e9136266c8590c9eaa8b2b8b4b52f154791e89a0724c2123b1a020352f15e46250eb4f079c20c049ac3c1fe411709b2b3991ec34ef970f8b0750531d6c7a5ebe02b869aa505c909a985d0c6a306596e82978a7a61680b304b4b102124f4d4cce00eb03073fb83f90aa90975a51a2006a692527e681023a393fb720b128954a810d6d6c209ac045a539a929fea5a0360e52133811dc6f436d84a1b449ca335221031ca91525a8190314baa0a6e8302b0e60591552bc218a6b58258d08d1acfccc3cf0404834a45800a900cb2a25e7e795142582fab299f979e0c08588e7a5967b827a334842683d2d58d8c34760204d5d78c82b417b5be0be13bc8705cb394ab87a56e06e1ec85698f998a34ce0720ad2cc478c34810541bd17b03f917a424ae0521b642274c409ac1275d40924046fea2a15a7829a26601d482344a5790545f96560d341035590b61024b0a06d12900e4882552a4f2c027592c122e0f48d344c00e955638c0300060d38a5dccce262507b061cdc560a584673602af350737a66b102b852b0528019016ee8e828a4e5246667e681baf0a0a186a2d47450df1e14dd0ac98979a011bfa4548592fc1cf0e815c443c9e0d19f7450ef44c95001523c80eb4a1d050385acfc24859cfcf462101bde168209208d62801580cb9d621d0543701f32b344073412052aa8210e2a4a4dce2f4a51e2aae5020044223ecf20150000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619e73cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531868600c41a907b8bf54124d4d57a0595568646560a9979e06083385749474941414101ec740d4d251da5e2a264584416545a991840d4837c06559a0c712258b1ab82029273c876b2b1b33e3438204e0793ce60b7832204cca5623ce564169780cc24269a7039022c0e4eb1209360918a1085a663a5d85a1de2728a09524e31d1511acd2906b04085268dd19c0218b8a41cc639251600ed89508f55060000');
INSERT INTO public.reports VALUES ('team/shop', 'commit:3', 1795892128014, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907ea5542201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529837b1cec40252b85682e050505a8fd0a0a4a7989b9a9206fc11c0c7627488552516a61696611c4643d4b5390c160f1c4e492d2c41c252b05033d84607e6949723ec424a893e1ea11a164a8909fa660a400f1a48286a98182aaa68e82a5a982aa425e6a6a4a6a8a12d86d603f6071624e62496a110ef7215c02771ecce7604723b92f332f393f2f39a7b438b32c15d934585c8252555149b1424a660a383e8b4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b1639dac12e400d4e78e8c09d4badd034400f4d2e05855890754a203f97a482130f5a22c8042539a572435dc3543323cb2463a3b4244b3344d8946496e4801389737e5e5e6a7249667e5e506a5a69716a8a2b28355a2944bb1615e5e52b181a1ac62a20d4281441145929a42459999a181b214c2c4b2d4ac94c06654c255074e416e4a496204546526a72626931d84a84b495424946aa4251699e427962b1427269894271467e518942621e289e1452138b7232538bc00a8a132b8b1532f2cb413a8a53154a528b4b8a154a8b4b1373722a1552f352100e81db930cf79a2ed4d9084545f9f925ce3007f9e5976464e6a52b242627a71694142b2034162b249628946424962824a6a414a51617435c5c50949f9c5a5c0c4e3af92520f7e565e6a5eb28e41729e4641697a4e6152ba4e614a79667a416a5ea29f8e52b246724e6a5a7424c4aad28c849cccc2b56c82c0119909d975f9ea7877019d867f04c0d4e6760213d10199f5f94925a546c6505e6808b1e489a852608b0f2e2d2cc925450410149126031883e4cb5c98925a9e9f94599e8eae1650738fb229b5e5094995f9459022e9f030c11eececc2d4804473f4a26cd2c2e2e05453a8a605e6a62516a3128a9a00817a7a6e639a5a6e517813444831338d8edc5a5c505a9c9e0421549b43ca312d58f90f217a44341412927b52c1554a0816b15889882825251695e3aa8642caecc2d28c9cf853b1ea440a9b034b518940f400ac241519e920f4a6c0aa0c20f943a40415eac90915896aa9099a7909c9f9b9b9f07895150220695802055f979a9c50a29f9a062c61ed5fcc4bce2f2d42290e92119a928a62a8013f7a38639888c4656667cd430d75a212f3f2f155428831c6508711fc86da9290a29f9a9c57a0a2119a9950a8945604f40520522f181c3a1b824b1045ccf28a516972426e5641667a422b21758497266492228a850230024851c0920be52717e6951322842958a528b4b734a8af5a19656e4422a50902a1856cac9cc03a985d69d30610505a5d4bc141f9c7215c9a94505a0e4a4446100c2f207c4e25a68da07f162e16c6855061244f62c3cc5a1b81d9ee272534145406631de3457098e2250d2412a8e504aa312508982335dd1b61c434dcda3a9049402141414c84b25c6a0ea1b6a02a25c4acecf4bc904652cd4b0462d9952417917547b582994676426672814a716956526a7ea28e4e6a794e6a4ea2814a7969480cba2228594d482d4bc94d4bce44a9ca906541a41cab6bcfc92cce45450bd9458a2505c940ccbaa0595562606a09205524d824b2b70dd062a0841e54c414e62495a7e512e586b5166716a31ce322527333b35a712d57fb42e4e4c90031b14e848c50916394471821e06d4281f502c84970fa0d2211dd15c023b1235da41310d51a59054945f9a9e51a2905982375253cb3241319faa505c925f50ac002a3af414fcd3c0951ac4a4621d30273f2fa712da44495148cbcc4955d000f93c393f27bfb4a858afa052135e302994e4972667289483ea4750cc83fb2e0aa01e47b19e825366716a728942526a49796a6a9e421a9100dcdc23b2f3968a336195e6815b52785216f16538bceb018e0758ab21b53839b1006f1c55827b1899250ae9a9a0666366b1425a6211e97184683082fa2689b9a9293a0ac5e0c60824ebe7e52b1494e6e42880fa1fa9c5250ae519f9c5a90ac919a9c9d9a0c66b694e8a4252aa42516a620a5d42cb0c397bc15374716571492a9eeace231154862964241614a4e6a5825c0c6af9e9801303387995e7833c026e6f2527929ddefdf251ba11d09e05b859aa505c909a985d0c6a2c6596e82978a7a61680b303b4a102124f4d4cce0035ef21c10fee0ba42ae4a5569428805a59c98979a0804ececf2d482c4aa55260431b1a88e66f51694e6a8a7f29a87d83d4fc4d04f7d9501b6028ed91f28c54c8e0466a45096aa600852ea8193acc8a02583685146d88a21a56412342342b3f330f3c08120d2912402ac0b24ac9f979254589a07e6c667e1e387021e279a9e59ea09e0c92105a2f0b16f6f0d1174833171ef24ad09e16b8df04ef5dc1728e12ae5e15b88b07b215663ee60813b88c8234f111a34c604150cf05ec4fa45e9012b8c40699081d6d02ab441d710209c19bb94ac5a9a066095807d2e850695e41517e19d874d02015a41d04092c687b04a403926095ca138b401d64b008387d230d11407ad41863008041034e2937b3b818d4960107b7950296911c98ca3cd49c9e59ac00ae10ac146046801b393a0a693989d99979a0ee3ba830284a4d07f5eb41d1ad909c98071aed4b4a5528c9cf018f5c413c940c1ef94907f54c940c1520c503b89ed4513050c8ca4f52c8c94f2f06b1e1ed209800d208065801b8dc29d6513004f71f334b7440a350a0821ae2a0a2d4e4fca21425ae5a2e0086b3260f1c150000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619e73cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531868600c41a907b8bf54124d4d57a0595568646560a9979e06083385749474941414101ec740d4d251da5e2a264584416545a991840d4837c06559a0c712258b1ab82029273c876b2b1b33e3438204e0793ce60b7832204cca5623ce564169780cc24269a7039022c0e4eb1209360918a1085a663a5d85a1de2728a09524e31d1511acd2906b04085268dd19c0218b8a41cc639251600ed89508f55060000');
INSERT INTO public.reports VALUES ('team/shop', 'deployment:1', 1795892131988, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a9792520d9e292c4f4ccbc74885c7106c810a544220144534a6a726671667e1ec8b4f47c8858516a62314424312747c158213db124b5582137b504225d925f929853ac64a50072bd02c889c52520ae31c8850a0a4a0589c5c5a9294a560a3081b4c4cc1cb0800154456a51517e11480b4ca0383bb3a000a2844b41a116a44ca9a028b52c33bf14a42caf3427072c0676899295423497828202d47e0505a5bcc4dc549007928b324b32931373c0ee04a9502a4a2d2ccd2c8298ac67690a32042c9e985c529a98030b73b0507e6949723ec41ca80fe0aa110162a4909fa660a40051a0a36069aaa0aa90979a9a929aa2047612d8e9585c969358925a84c35994bbca10e42a43b8ab4c0d8874557e596a51620ecee082fb9fdcd03206b9cb18ee2e4b0c77712928c4826c514ace292d2e4905a78968a8487e5e4951624a667249667e1e2811a0c5796671712928d24d40fac111589259920312510a30b05228492d2e89cfc92c2e5100a5be6285fc3c05e4cc02d690949a9c585a0cd202311b2c5892910ad6ac9059a2004a57c50a45a9893939950a4589790a89792950df406c28d603db935f94925a546c6505e6802c852406a8e7c0c626679624a2fa04240cc9412016a81cc82f2d4a06b946293db324a334491f5c12e8c34b007db0978bf5b2409913e66b905ea582fccc3c50fab25250d237d04fca4fa9842735b07c6a45726a5101b8c400399190aba13910a4159194413ca562b8138b528b4b734a8af5215ed7abc845a422b0ca9ccc3c9057a045004848414129352fc507ab38aafbc0f1060b4205855a70ce52508805d3201e2485e4a5967b821201387140848a4b334b52c17cb05a58f0c20b08886be181a3949c58929a0e2d69310b8f82a2ccfca2cc1270391c6088d0855600823ca7040e57252b052344c4200a4264415072849447482ad10b44b091a8852248085aba80d24a6a727e5e0ac8a7067a88f2a334afa028bf0c623a3800a01a30c20194b28a4a8a115e420e08b4b20a25148c105af08502b82603b918b93a4016a47e2818e10b067839539c5a5496998c2f8980aa98f2444406522a4a052c310594044a8a4a5321810a37ad3cb1282f332f1d140d901244292f5f2135b1282733b548a1a8344f21b358213b2fbf3ccf4a2137b3b838332f1d5cb414eb28a4e5246667e6a51617838b94a2d4f4a2d46250355cac909c9897975fa29094aa50929f03ae5520493b195c58a783329592910224fb29a465e6a416eb28182864e52729e4e4a783d90539892569f945b97001241715eb28182a80cb111d85bc7c85e4fcdc82c4a2cce2fc3c50499d9c9f9b9b590256020d278582a2fc2450dd56cb0500762305cdab080000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2524acf2cc9284dd22f4a2dc82fd62f494dccd52fcec82fd0cf2c2e2e4d2dd6cb2acecf53d2512ac8cfcc2b492d52b252d237d04fca4fa954d2514acb2c2a2e51b232d451cac9cc4b2d56b28a568a293530303328492d2e29d60391f1f94529a945c55656604e4e6671094485425a62664eb18e425e3ec82c85e4c43c0590a40244b99e526cad0e920b8b528b4b734a8af5a1b215b9394a103b95ac8c759452f3527c32f352c16c1c4e327606d95f5c9a59925a0c7280b12b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae9808305e286e4c4e25485e49cc4e262241bc19620871748a39111b2a3000329892fc92f49cc81ca9564c21d6ca067640a11059130bfe983b480ac830852cf15a08802996964a440b623c08e03c707c82414278345a1b1a4145b1b0b003e84dfd0ab020000');
INSERT INTO public.reports VALUES ('team/shop', 'deployment:4', 1795892141511, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a9792520d9e292c4f4ccbc74885c7106c810a534220144534a6a726671667e1ec8b4bc7cddf47c8870516a623144d048213db124b558212fbf442137b5c44a21b928b324333931474721bf2cb528312707a2a324bf2431a758c94a01e4270590c38b4b405c2390bb1514940a128b8b535360be5450504a4bcccc4111482d2aca2f026931806a29cece2c28002b31e05250a805892a1514a59665e6978294412d827a3b914800762dd43d418925a9c82ecaac80d806b249414129a9283f3b1514328670ebc161a164a510cda5a0a000f5aa8282525e622ec8202558d8402d5150502a4a2d2ccd2c8218ab67690a315941412931b9a4343147c94ac1400f21985f5a929c0f31091a3a70f588083154c84f5330528084a78286a98182aaa68e82a5a982aa425e6a6a4a6a8a12d86de0e0c2e2c49cc492d4221cee43b804eebcbcd29c1cb82390dc9799979c9f979c535a9c59968a6c1a2cd98052715149b1424a660a38e91495e65929e4e52ba42496242a64162be4a596a51629a4e7e3772c720a0305385a70c21d06772eb542d3001e9ad60a2519a90ab999c5c59979e90a25a9c5250ac9f9a539105f152796a52a6496403dc1a5a0100b729212285c4a52c169192da16482728052b9a16e9299518ab9b999a97952620a22fc4a324b72c009c93bb5d215941dac14d4c1194b1da1a62cb5282533199cfdb3f3f2cbf3103249a9c989a5c560fd60192b0565538594d4e2e4a2cca4d46285cc126b85cc1285f2c462853450d65348cb2f5228c9c82c56006bb356c8cf4b4e55c8cd2f4a55c8cf03fbba3831375521393f3737b34447019cee0c1520095321313d3113c96ab009a032a420b132273f314537393fafa42831b904e1baa2fcfc126798fb12f3f2148a132b8bad141e35cc010570417e7e0e2861a724815247497ebe42716e624ecea386b97a082340a10fcaf99040052708b0901e888ccf2f4a492d2ab6b20273c0a106891768ac809517976696a4a21901d187a93639b124353dbf28135d3d3c9383f319b2e9054599f9459925e0823bc010e1eeccdc0250505829a0e4a6cce2e252506441ca31b0f3f24a7393528b94ac14e039115492124e140a0a4ac9f979699929a979c92023c13509c8445029064f158860535050c29312604181e4350505255052b35228292a4d85fa1b5ac2808abfd4c4a2d462509244f160716a6a9e536a5a7e11c849d1e0ac01729352716971416a32b87640122dcfa8448d1844b8282828e5a496a5828a4b249f814ad7d2bc7450aa2baecc2d28c9cf858738d89ac2d2d4e21268d5169e9158a290920f4ed5a0140ccbcbc50a19e02c9c074ee6e0649f580256052a5f41aaf2f3528b413af3f24bec51cd4fcc2b2e0747965248462a385f80d483521f386983523646367ed430d75a212f3f2f1594d641e9de50a104e434906da9290a29f9a9c57a0a2119a9950a8945a90a99790a90c489c803609f1597249680ab40a5d4e292c4a49ccce28c5444290256929c599208f23c6a9082a4908315c4572ace2f2d02a71aa5a2d4e2d29c92627da8a515b990ba1da40a86957232f340d109add661c20a0a4aa979293e38e52a92538b0a40094409234810a90d64582d347181d8b170363ca9212a34900278aa40718d52113455e4a6266724e66516e34d1799c9190a6999a93990c0574854284a4d4c492d528056dc90e801c554716a1e483c2f5f21273f2f3db548a1bc085496e04c148e0ab9a9c5c589e9a90a3989c9d9c50a89506bc0f19d59528c6651b18e427e91424662b142625e7e49466a914271466241aa9502d4dec4bc14988e94cce2c4f4a2d45485c4a4fc52486a8515b70a1a90d6a4262c7d41cbe3d104044f4bc8e91f9e808c41f536284981303c0125e7e7a5648272116ac6472d585241191554bb5a299467805253716a51596672aa8e426e7e4a694eaa8e42716a4909a868c82f5248492d0025a3bce44a9ce9c62fbf0494f121490e6c52b1ba42522ac880d2022b85c49c1c0543857290ada0945a092e2ec0ed12701b3d3319d42051482c51282e4a8665e4824a2b13039c492027333b35a712d58b64161f89299979a9c5c57a59a0ce0372908283b5203f330fd4f8b45250d2870652b1be817e41517e522a88915a06adc03074a622ca8ffc6cb40203553172ec822d25ab7433413514a574c32287701d7aa0a3b9159e081514882fdc502c44a4cd8cc4bc7444d31bec57d484094a8ba002303d5521a928bf343da34421137f1d068b0085e292fc8262858cd4a2543d05ff34707d0831a95807ccc9cfcba9548088a4801b930a1a209f27e7e7e4971615eb15546a82ab3270cbbf24bf343943a11c54cb81d234b897a700ea3015eb29386516a726972824a59694a7a6e62910d9854b54001586447673d370a6fbd23c702b194fc2273e8e90da6b48cd92d4e2e4c402bc715409ee206596808af6e40c05687f1e67d9006a68608d24bf7c6874805acfa0c04dd1512806377720a5535ebe4241694e0eb856037561ca33f28b5315923352413513a43f93940a72440a5d82cb0c397fc19374716571492a9ecada231154cc2a64241614a4e6a5a6282481db963ae0d4004e5fe5e08e19b845979c4828c147a616833b488f1ae660b4491e35cc45e93881adc82c56282ec9ccc951c82f48cdc3194cd46d91a56796649426e9837ad3c5faf0b1207d70d7819862d6401fd2a5440e6f70518154a262f89ea8420b5a94215af545a539a929fea5a0461ea2a3815c1c2b81e208d45a4f548096fe90c65526a87d8dd48f05bb0fa92f0b2a35207504a851031a81294fac54282e4d4e860c7720fb4d6908555cd010047917a9a0818a22c2353119d402416dc7a3052b78904a292fbf1cb52c8385b75b7e4e4e7eb982b229a8eba190975aae004e3fe0a2021c84688919d67e86e647a88ba0237020e7a2b5c2cb33a00e48ad40f4f741eae0313eccea105800416a40447681755e109197959f99071efc8b86443148055816d45f2f294a048de464e6e721621716b34ae02852b25280d7fe4a909c6ca5a0146060056ef0c5e7641697803b9ec5a0111b68e5014f034a883c84c8904aa0dc04eea36696406a6150a99f9353a9509498072ee6205d51880dc55846564096c2bc0cf60a38a6b1e73b986fc04a102d31124b3525e486a3a17e527e0a5a6b15a93003798d90ab71a764841309748561dd607394c207d105461347341041ee03c71b2c0815144069021440e829242fb5dc133444044e1ce09056421bbe82052f7cfc19d27147a400e8101678400a3e6c0573b212aee12af0d819c85698f9a041a85494e17c907b3186f4c182a0d115708a471aa9510237fa40264287f6c12a5187f74142f06ebe52712aa8ef05d681343e5e9a5750945f06361d342300093a68c8403a5d201d90c40e733b3c6ca0150722700003779f949086b440110131ad3cb1282f332f1d611a38db1495e629807a6f290a896925a9450a051989c5a990715123050d58f85a298086e4a1e3f32803f39a560aa08a1c342c0e1a8405cda824a5a697e6819202c4de64f080773a688045c950019206c1ed6b1d050385acfc24859cfcf46210bb2027b1242dbf28172a60a8909a589493091ab628cdd351308214f0c5a0415bc4f02dacd205d7a5294a5cb55c0033d515157f1a0000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619ef34ead742d2aca2fb25200a935324b2cc82fb646980be183a5c0be357605b9aa581f4442dda6575069656864a59099070e1c88a394749414141414c00669682ae928151725c3a2aba0d2cac400a21ee47ea8d2e4fcbcbcd4e412b06257050505a21d66ecac0ff51ac89930df825d080a5c8820f5c23c27b3b804642631418ecb11607170ea039984e264b028344d2ac5d6eaa0a4fac494ccbcd4e262bdace2fc3c251da582fcccbc92d422252b25fde2d4a2b2cce4d4627d03fd82a2fc243023b52c3325352f39554947094b36c8cfc6301e67a63241ca5426584d03fb03917da01e40131dcd5490cc3a9aa9d00bb281cb54e9992519a549fa45a905f9a0522d3157bf3823bf403fb3b8b834155b4633d02fc92cc9c191a7d0ca2c7370f107ca0446e668998d546b0df593f2532ab1e76490056606a012b918b9ceb0b20209c5c382d6cc4001544c16eb28e4e583cc52484ecc5300492a40aa183d3417e2a963cd918a03f3d1e200d49e18ad6301a366bb06942c41a99a3e756c2c00fc4fdbee5b0a0000');
INSERT INTO public.reports VALUES ('team/shop', 'commit:1', 1795892143915, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907ea5342201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529837b1cec40252b85682e050505a8fd0a0a4a7989b9a9206fc11c0c7627488552516a61696611c4643d4b5390c160f1c4e492d2c41c252b05033d84607e6949723ec424a893e1ea11a164a8909fa660a400f1a48286a98182aaa68e82a5a982aa425e6a6a4a6a8a12d86d603f6071624e62496a110ef7215c02771ecce7604723b92f332f393f2f39a7b438b32c15d934585c8252555149b1424a660a383e8b4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b1639dac12e400d4e78e8c09d4badd034400f4d2e05855890754a203f97a482130f5a22c8042539a572435dc3543323cb2463a3b4244b3344d8946496e4801389737e5e5e6a7249667e5e506a5a69716a8a2b28355a2944bb1615e5e52b181a1ac62a20d4281441145929a42459999a181b214c2c4b2d4ac94c06654ca5ecbcfcf23c844c526a72626931d836b08c9582b299424a6a71725166526ab1426689b5426649b14251694eaa426e624972466ab102385d192a80125e665eba8e8201289d1982d359665eba42496a7149b182c6a38639e80e7ad43057136135dce264b83775a13a108a8af2f34b9c612ef4cb2fc900d990989c9c5a5052ac80d058ac9058a250929158a290989252945a5c6ca5509291aa5050949f9c5a5c0c4e46f9250a45a579796017e71729e4641697a4e6152ba4e614a79667a416a5ea29f8e52b246724e6a5a7424c4aad28c849cccc030502c80070f0e8215c06f6263c8383d31c58480f44c6e717a5a416155b598139e06208927ea18903acbcb834b324155468409207580ca20f536d7262496a7a7e5126ba7a783902cecac8a6171465e617659680cbea004384bb33730b12c1490125c366161797825201a4a0043b25af343729b548c94ac10c949c4142a012149636fdc11e54484ecc0315c249a90ac9f9a57925a929708b14149492f3f3d2325352f392412683eb10a829885487f0ba82821295531a344890024541410994faad14d212738a53a1f2d0f20f5438a72616a51683b2094ad814a7a6e639a5a6e51781bc110dcedc207f2815971617a426832b1424d1f28c4ad4384504a98282524e6a592aa830470a0d0505a5a2d2bc7450ad505c995b50929f8b14860a0a4a85a5a9c5a03200a4201c94c453f2c1891b9affa0f92d23b12c5521334f21393f37373f0f9282c15920b1b8189467f2f3528b1552f24145ac3daaf98979c5e5e078560ac94885e56ab0a90ac58995c50a8f1ae6200a19b20aa2470d73ad15f2f2f352410505c8518610f7416ba694fcd4623d85908cd44a85c422b02720b90091d920c15d925802ae6395528b4b129372328b3350921b28c165962482820a350240ba912301c4572ace2f2d02a74ba5a2d4e2d29c92627da8a515b990c60348150c2be564e681221fda6e80092b2828a5e6a5f8e094ab484e2d2a002527250a0310561e402cae85265c102f16ce86276344550e52004f71286e87a7b8dc54509197598c37cd552a80a2089474908a5f94d2b7045482e24c57b42db7515373f1682a0145bb820279a9c41851d623954bc9f9792999a08c851ad6a825532a28ef826a4b2b85f28ccce40c85e2d4a2b2cce4541d85dcfc94d29c541d85e2d49212705954a490925a909a07aa1a2a71a61a506904aa3ec1cdfccce45485cc12502d5f5c940ccbaa0595562606a09205d22c009756e0ba1c541082ca99829cc492b4fca25cb0d6a2cce2d4629c654a4e66766a4e25aaff92695c9c9820073628d6908a132c7288e2043d0ca8513ea058082f1f40a5433aa2dd0e76246ab483621aa24a21a928bf343da34421b3046fa4a696411a050ac525f905c50aa0a2434fc13f0d5ca9414c2ad60173f2f3722aa14db21485b4cc9c54050d90cf93f373f24b8b8af50a2a35e1059342497e6972864239a87e04c53cb8dfa600ea6d15eb29386516a726972824a59694a7a6e6292412091412f3521488ecb8a6e14c58a579e096239e94457c190eef7681e301d66a482d4e4e2cc01b47950ae589a09c092ac21540cd1985d4c4a29cccd422d2e309d14806f5cd1273535374148ac10d1248f6cfcb572828cdc95100f5bf528b4b14ca33f28b531592335293b3410df6d29c1485a45485a2d4c414ba841852db15a93c2bae2c2e49c553e57940422b23b1a020352f15e46250eb4f079c20c049ac3c1fe411709b2b3991509a8f4c2d0677ab1e35ccc1d56a7ed43017a5d705b629b358a1b82433274721bf20350f676851b731949e5992519aa40fea9417ebc38778f4c1dd8362bd2cd0f80b46a155909f99071a2ab05250d237d087f45e3114a5224a2f5c81405429066def205ae1a0ae698a7f29a89985d40a4f04779b51db81c86d40a5f28c54e8f852396ad604c52fa8a9ed969f93935faea06c06aa6014f252cb15c08100ea0a42464fd06204961ba1690bea4ee8101128bfa2b5cbe00e48ad28c1ee82615624c2020852c423221bd650414469567e661e78202c1a523482548065413dca92a244d05846667e1e22766131ab048e22252b057865a604498e560a4a010656e04e4d3ca8e70feee6142be4e729149724a667e6a5c36340095bdf540954a580da22a08604b8520195603939950a458979e0bc0ae9ca406c28c6320400b214e665b057402942097b0303e61bb012443f85c4aca9849c2d8df493f253d05a37483912e43542aec69d92114e24d0958275a3cc914b07a4360f9a38a2c400b90f1c6fb02044346fd153485e6ab927682c039c38c021ad8436ce020b5ef8582ca4e3874801d0b116f0c8097c7c05e664255ce32ae0411e90ad30f341a325a0a130252b05a4be17c698333896417d79708a471a175002b761402642c79ec12a51c79f4142f08e9f52712aa8a10ed68134565c9a5750945f06361d34640d093a68c8405ae8201d90b253a93cb108344406160117614aa0f1dbdc829cd49254c8985a51691eb835915c0a58894271467e11acf052cacd848c348083db4a015485a08deb428358292f1fd6fe000dc9814a547013c94a01660428be8b7514d27212b333f3400378a09658516a3a68640f94f191869d4af273c0e3d8100f2583c781d3417d75254305487204b71c75140c15b2f2931472f2c10396f08e414e7e7a31680413da1e02b9a75847c11852d6178374810654324b744043d2a0560bc43d45a9c9f945294a5cb55c00d4f7f00329190000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619e73cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531868600c41a907b8bf54124d4d57a0595568646560a9979e06083385749474941414101ec740d4d251da5e2a264584416545a991840d4837c06559a0c712258b1ab82029273c876b2b1b33e3438204e0793ce60b7832204cca5623ce564169780cc24269a7039022c0e4eb1209360918a1085a663a5d85a1de2728a09524e31d1511acd2906b04085268dd19c022e2947484e49cf2cc9284dd22f4a2dc807156289b9fac519f905fa99c5c5a5a9c57a59c5f9794a3a4a05f9997925a9454a564afa06fa25992539a94a58738e3fb86252484ecccbcb2f51484a5548ce2fcd2b494d41cb9da4da69a49f949f5289dd4a50a96066002a7d8b916b0e2b2b90503cac0432335000a5ee621d85bc7c905920272a80241520158d1e9a0bf1d4b4e648e58739d650003969b4a61dad690183343cc0a901da1601575b43bfa68d0500911c0322950a0000');
INSERT INTO public.reports VALUES ('team/shop', 'commit:5', 1795892146413, '\x1f8b0800000000000403aae65250502a4ece48cd4d54b25230d401718b520bf28b334bf28b2a95ac14944a521373f58b33f20b94c092a979659945f979b9a979254a560a79a5393960e1e20c907e250b2201c4ac94d4e4cce2ccfc3c903579f9bae9f910e1a2d4c46288a091427a62496ab1425e7e89426e6a899542725166496672628e8e427e596a51624e0e4447497e49624eb1929502c83b0a2037179780b84620b729282815241617a7a6c03ca8a0a0949698998322905a54945f04d26200d5529c9d5950005662c0a5a0500b12552a284a2dcbcc2f0529837b1cec40252b85682e050505a8fd0a0a4a7989b9a9206fc11c0c7627488552516a61696611c4643d4b5390c160f1c4e492d2c41c252b05033d84607e6949723ec424a893e1ea11a164a8909fa660a400f1a48286a98182aaa68e82a5a982aa425e6a6a4a6a8a12d86d603f6071624e62496a110ef7215c02771ecce7604723b92f332f393f2f39a7b438b32c15d934585c8252555149b1424a660a383e8b4af3ac14f2f21552124b1215328b15f252cb528b14d2f3f13b1639dac12e400d4e78e8c09d4badd034400f4d2e05855890754a203f97a482130f5a22c8042539a572435d13b324f33413cb144be3942444d8946496e4801389776aa52b28fd5929a827e7e7e49716a9231495a516a5642683f29a122884730b72524b90c237293539b1b4186c0a42da4aa1242355a1a8344fa13cb15821b9b444a13823bfa84421310f14f40aa989453999a9456005c58995c50a19f9e5201dc5a90a25a9c525c50aa5c5a5893939950aa979290887c0ed2948acccc94f4cd14dcecf2b294a4c2e412829cacf2f718639c7512137b5b838313d5521273139bb582151212d33352745a12423b14421b3a458a128353105e40a487e28d651c82f52c8482c5648cccb2fc9482d5228ce482c48b552284ecd032903b91daa2325b33831bd283555213129bfb404e47205985b143420659926284b800201ea583d05bf7c85e48cc4bcf4548803522b0a721233f38a15324b40892f3b2fbf3c4f0fe1137038c0733538a18185f440647c7e514a6a51b1951598032e7b2089169a22c0ca8b4b334b52412505244d80c520fa30d5262796a4a6e71765a2ab87171ee0fc8b6c7a4151667e516609b8800e3044b83b33b70014238882196c6f667171292889a064ddbcd4c4a2d46250c282149a609579a5b949a9454a560af08c0f2a4db1a453b0af11c954414129393f2f2d3325352f196493819ea9052873800c55505042a4524468282828659628a4a41627176526a51683a3b138313755213b332f05147d6989a539250a1ad01884273778d4821583a2a018ee7f90754ae0e21014f786d0e49c59a2002a8e8b154045a842466a1122ff8035649680f34969414a62496a8a42661ed82d3989c5250ac6060a298995c5b028438a020505a5fc7250cd959698539c0a8d2068110baa525353f39c52d3f28b40a1110d2e28c07615971617a426832b2724d1f28c4ad4a48288120505a59cd4b25450c500ae9d41a680b05251695e3aa88629aecc2d28c9cf450d83c2d2d4e21268cd1a0eca7029f9604f814220332f1d1a30198965a920ef26e7e7e6e6837c9d08c94da09a04a42a3f2fb55821251f545cdba39a9f98575c0e4e274a2119a9e07005a907458602b84479d43007b3507bd430d75a212f3f2f1514bbd00802b90d645d6a8a424a7e6ab19e4248466aa5426211d85d90fc82c896607f1797249680ab60a5d4e292c4a49ccce28c5444310556929c599208f23d6a9882a490c315c4572ace2f2d02a758a5a2d4e2d29c92627da8a515b990b60548150c2be564e681e213daac80092b2828a5e6a5f8e094ab484e2d2a00653425cc3041a42c9069b5d0740462c7c2d9f05485a8bc410ae0e902c539f074919b0a2aef328bf1a68ccce40c68b10c0a7d8544b44219525682a20a5a0ae7e52be4e4e7a5a71629941781ca379cc9627095fea88977340581928f0252c9628c28ab1514e02928393f2f2513948f50830fb56c4905655550356aa5509e014a4ec5a9456599c9a93a0ab9f929a539a93a0ac5a92525a0d221bf482125b500549be72557e24c38a0f204548e801bfd99c9a9a00a3ab144a1b8281996330b2aad4c0c4005494906c8587079530e2ad541451928ad16e42496a4e517e582b5166516a716e32c427232b353732a51fd47ebd2c30439b0413181547a609143941ee861408db203c54244cc835b4aa8c1821aeda09806952fe9a90a4945f9a5e919a0361dde484d2d83b40e148a4bf20b8ac1d5b09e827f1ab85a829854ac03e6e4e7e55442db6a290a699939a90a1a209f435ac6c57a05959ae0aa02542b2994e49726672894836a1150cc837b7190ca5e4fc129b33835b9442129b5a43c35354f218d48006e2513d98db5c099b04af3c04d4ad420444959c497ef486d31a4dc995a9c9c5880d692418da34a705f2bb344213d1554af67821a4045a4c711a2e50ceaa525e6a6a6e82814839b1390ac9f97af50509a93a300ea89a51697289467e417a72a2467a4825afdc9f9a539290a49a9e08a852ea165869cbde029bab8b2b824154f55e891082ac31432120b0a52f352412e06b5dd74c089019cbccac11e01b7989213c94eef7ef928bd2f50a7262f5f01dc3e57282e484dcc2e06b58d324bf414bc53530bc0d901da2e0189a7262667407a6da0e08736d6f2522b4a14408daae4c43c504027e7e7162416a5a65027b0a18d104403b6a8342735c5bf14d49c41b4e5919b554aa0e002354c954d15509b81903ec3a386b9a8b902d13940ea438046412c403db3a4d49cfc72480e4f54c84d2c49ce000f6a145b834a77aaf41e7414924a4b40a509b83ac92c81b46011b151929159ac00e9fda2242d94dc0c0d2750718eda4a038920b532d3334b324a93f4418321c5faf0a1357d700a28d6cb028d7b215b02d65d909f99071aa2b15250d237d4878c1a60284a45d41348ad4c4890135551407d8088e9c46450dd8fda86468be85450074809940251a31496048659f10eeb7241aa2b44a8c29aed88b0cbcacfcc030ff145438a79900ab02c288997142582867432f3f310810b0b5825704a50b2528057cc4a9008b752500a30b00277dce273328b4bc09dae6285fc3c85e292c4f4ccbc74780c60ed6d2b81aa4750bb0a946d20bde1a254f0204f51621eb89483f4c22036146319e700590af332d82be0b4893d13c07c035682e8629198f8959013be917e527e0a5a4b0d29cd83bc46c8d5d0615c90a350f32852fe8496b6b0b6267a2f10d6033447ce7f48ed373471449e04b90f1c6fb020545000a509905bd053485e6ab92768c0069c38c021ad843698040b5ef82833a4cf8a4801d00125f0f0107c1009e664255c8347e0c202642bcc7cd0d80f684050c94a01a98f89319a0ef204c6883a5810dc1e0399081d55070ba28eac8384e01d5ca5e25450a703ac036914bc34afa028bf0c9c9f4083f190a083860ca4b701d201194f512a4f2ccacbcc4b078b80cb34a471531c03a38041034e2937b3b818dca5008ddd5929800a69b4116b98ca3cd47a3cb35801dcdcb3528019018aef621d85b49cc4ecccbcd462d0a8668a42516a7a516a3168c60354a1e48166359252154af273c023f4100f258347b8d341c30c4a860a90e4086e05eb28182864e52729e4e4a71783d8f05e0e4c006958b75847c118d2aa28d6513054008def6496e88046db4143a8100715a526e717a52871d5720100cbb45b90041a0000', '\x1f8b08000000000004038aae562ace2f2d4a4e55b2522a4a2d2ecd2929d6cf2f4a492d2ad6abc8cd51d251cac9cc4b55b232d2514acd4bf181b1d3328b8a4b94ac0c21d2c54a56d14a31a50606c6ce25a9c525c5a59925a9c560be2b9844882ae425e6a6da82048d8c20b640d80a607d5009239858666e6a7149626e014cdcc0c84cd7d050d7c820c4d0c8cac0c0cac000a212441abb2ae920b92139b13855213927b1b818c946b0257a20321ec5723425f125f925893920438d8c144a32e10e36d033328588824863a8dfd21233734a8b521572538b8b13d3619ef34ead742d2aca2fb25200a935324b2cc82fb64ececfc92f2d42120033c1de35760539ab581f44421da7575069656864a59099070e1d88ab94749414141414c02ed4d054d2512a2e4a86c55741a5958901443dc80350a5c9f97979a9c92560c5ae0a0a0ac4bbccd8591fea39903b61fe053b1114bc1041ea857a4e667109c84c62021d9723c0e2e0f4073209c5c9605168aa548aadd5212edd9b20a57b131da5d1746f000b5468d2184df7a9c525a0ec4076693370e93e3db324a33449bf28b5201f54f224e6ea1767e417e867161797a616eb6515e7e729e92815e467e695a416295929e91bea976496e4a42a61cd0768e58a39b88802e5422373b4ec46aab546fa49f92995d86d05596066002a358b910b762b2b90503c2c68cd0c1440c9b55847212f1f64964272629e02485201520fe8a1b9104f45688e542098630d089093462bc2d18a10b0215220c402008c95646c020a0000');
INSERT INTO public.reruns VALUES ('team/shop', '1024.1', 'ffffffffffffffffffffffffffffffffffffffff', 'ann', 1795892139760);
INSERT INTO public.results VALUES (2, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (3, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (1, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (5, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28bad93f373f24b8b0083b095ec404617eb8348a8057a0595568646560a997960c743ece05250505000dba6a1c9555c94ac0f710c48ad8901442dc8296065c9f97979a9c9251a9a5cae0a0a0af86cb7d1873ad6ce06ec0290e7c90a879ccce212b460403610cc06c714d42230bbd88e0b00e2aa842dc3010000');
INSERT INTO public.rule_uses VALUES ('team/shop', 'incomplete', 'w1-1e629b32fb96', 1795892123080, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'regression', 'w1-b62d77657bad', 1795892138795, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'new issue', 'w1-b62d77657bad', 1795892138797, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'known', 'w1-1e629b32fb96', 1795892143917, NULL, NULL, NULL);
INSERT INTO public.rule_uses VALUES ('team/shop', 'incomplete', 'w1-46b7f49d93db', 1795892146419, NULL, NULL, NULL);
INSERT INTO public.rules VALUES ('team/shop', 6, 4, 'text: "refused: db:5432"
tests: [tests/test_orders.py, "*::test_total"]', 'ann', 1795892142287);
INSERT INTO public.rulings OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 'w1-b62d77657bad', 'priority', 'P1', NULL, 'ann', 5, '1016.1', NULL, 1795892139263, 1795892139380, 'ann');
INSERT INTO public.rulings OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 'w1-b62d77657bad', 'cause', 'the pool of db is too small', NULL, 'ann', 5, '1020.1', NULL, 1795892139493, NULL, NULL);
INSERT INTO public.rulings OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 'w1-b62d77657bad', 'mute', 'deploy freeze', 1797620139602, 'ann', 5, '1022.1', NULL, 1795892139603, NULL, NULL);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'dddddddddddddddddddddddddddddddddddddddd', 'main', 2, '1004.1:failure pull:2', 'analysed', 'no-go', 0, 1795892123374, 1795892125253);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', NULL, '1007.1:failure pull:', 'analysed', 'no-go', 0, 1795892125383, 1795892128013);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1, '1001.2:failure pull:1', 'analysed', 'no-go', 0, 1795892120500, 1795892143914);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, '8888888888888888888888888888888888888888', 'main', NULL, '1031.1:failure pull:', 'analysed', 'no-go', 0, 1795892144096, 1795892146409);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, '7777777777777777777777777777777777777777', NULL, NULL, '', 'open', NULL, 0, 1795892146544, NULL);
INSERT INTO public.schema_migrations VALUES (1, '0001-deliveries');
INSERT INTO public.schema_migrations VALUES (2, '0002-jobs');
INSERT INTO public.schema_migrations VALUES (3, '0003-runs');
INSERT INTO public.schema_migrations VALUES (4, '0004-effects');
INSERT INTO public.schema_migrations VALUES (5, '0005-ledger');
INSERT INTO public.schema_migrations VALUES (6, '0006-deployment-runs');
INSERT INTO public.schema_migrations VALUES (7, '0007-people');
INSERT INTO public.schema_migrations VALUES (8, '0008-pages');
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1, 1795892125258, 0, 0, 1);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', 1, 1795892128015, 0, 0, 1);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1, 1795892138795, 1, 0, 1);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1, 1795892123071, 0, 0, 1);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1, 1795892146418, 0, 0, 1);
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
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, 'local', '["orders"]', NULL, 'whybot-1-1-2f5276727648', 'ended', NULL, 'success', NULL, 1795892129268, 1795892129384);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (2, 1, 2, 'local', '["reports"]', NULL, 'whybot-1-2-2874f6a54ad6', 'ended', NULL, 'success', NULL, 1795892130285, 1795892130306);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (3, 4, 1, 'local', '["orders"]', NULL, 'whybot-2-1-13a5c486263c', 'ended', NULL, 'success', NULL, 1795892133020, 1795892133061);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (4, 4, 0, 'local', '["orders"]', '[{"Suite":"orders","File":null,"ClassName":"tests.test_orders","Name":"test_total","Address":"tests.test_orders.test_total"}]', 'whybot-2-0-84855cb3fea5', 'ended', NULL, 'success', NULL, 1795892137532, 1795892137555);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (5, 4, 0, 'local', '["orders"]', NULL, 'whybot-2-0-01413abc78cb', 'ended', NULL, 'success', NULL, 1795892139764, 1795892139789);
INSERT INTO public.write_slots VALUES (99, 1795892123190);
INSERT INTO public.write_slots VALUES (99, 1795892123281);
INSERT INTO public.write_slots VALUES (99, 1795892125285);
INSERT INTO public.write_slots VALUES (99, 1795892125305);
INSERT INTO public.write_slots VALUES (99, 1795892128038);
INSERT INTO public.write_slots VALUES (99, 1795892129353);
INSERT INTO public.write_slots VALUES (99, 1795892130319);
INSERT INTO public.write_slots VALUES (99, 1795892132016);
INSERT INTO public.write_slots VALUES (99, 1795892133085);
INSERT INTO public.write_slots VALUES (99, 1795892137561);
INSERT INTO public.write_slots VALUES (99, 1795892138843);
INSERT INTO public.write_slots VALUES (99, 1795892138890);
INSERT INTO public.write_slots VALUES (99, 1795892138906);
INSERT INTO public.write_slots VALUES (99, 1795892139158);
INSERT INTO public.write_slots VALUES (99, 1795892139197);
INSERT INTO public.write_slots VALUES (99, 1795892139213);
INSERT INTO public.write_slots VALUES (99, 1795892139250);
INSERT INTO public.write_slots VALUES (99, 1795892139271);
INSERT INTO public.write_slots VALUES (99, 1795892139313);
INSERT INTO public.write_slots VALUES (99, 1795892139366);
INSERT INTO public.write_slots VALUES (99, 1795892139383);
INSERT INTO public.write_slots VALUES (99, 1795892139400);
INSERT INTO public.write_slots VALUES (99, 1795892139482);
INSERT INTO public.write_slots VALUES (99, 1795892139495);
INSERT INTO public.write_slots VALUES (99, 1795892139511);
INSERT INTO public.write_slots VALUES (99, 1795892139593);
INSERT INTO public.write_slots VALUES (99, 1795892139604);
INSERT INTO public.write_slots VALUES (99, 1795892139624);
INSERT INTO public.write_slots VALUES (99, 1795892139738);
INSERT INTO public.write_slots VALUES (99, 1795892139768);
INSERT INTO public.write_slots VALUES (99, 1795892139813);
INSERT INTO public.write_slots VALUES (99, 1795892141627);
INSERT INTO public.write_slots VALUES (99, 1795892141637);
INSERT INTO public.write_slots VALUES (99, 1795892141648);
INSERT INTO public.write_slots VALUES (99, 1795892141712);
INSERT INTO public.write_slots VALUES (99, 1795892141739);
INSERT INTO public.write_slots VALUES (99, 1795892141753);
INSERT INTO public.write_slots VALUES (99, 1795892141760);
INSERT INTO public.write_slots VALUES (99, 1795892142308);
INSERT INTO public.write_slots VALUES (99, 1795892143928);
INSERT INTO public.write_slots VALUES (99, 1795892143938);
INSERT INTO public.write_slots VALUES (99, 1795892143950);
INSERT INTO public.write_slots VALUES (99, 1795892146455);
SELECT pg_catalog.setval('public.deliveries_id_seq', 19, true);
SELECT pg_catalog.setval('public.deployment_runs_id_seq', 7, true);
SELECT pg_catalog.setval('public.effects_id_seq', 35, true);
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
CREATE INDEX contradictions_seen ON public.contradictions USING btree (repository, seen_at);
CREATE INDEX deliveries_pending ON public.deliveries USING btree (id) WHERE (state = 'pending'::text);
CREATE INDEX deliveries_received ON public.deliveries USING btree (received_at);
CREATE INDEX deployment_runs_of ON public.deployment_runs USING btree (repository, environment, deployment);
CREATE INDEX effect_writes_of ON public.effect_writes USING btree (effect_id, at);
CREATE INDEX effects_pending ON public.effects USING btree (repository, due_at) WHERE (state = 'pending'::text);
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
