CREATE TABLE public.causes (
    repository text NOT NULL,
    cluster text NOT NULL,
    title text NOT NULL,
    issue bigint,
    first_at bigint NOT NULL,
    first_sha text NOT NULL
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
CREATE TABLE public.results (
    run_id bigint NOT NULL,
    file text NOT NULL,
    content bytea NOT NULL
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
    seen_at bigint NOT NULL
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
INSERT INTO public.causes VALUES ('team/shop', 'w1-1e629b32fb96', 'ConnectionRefusedError: [Errno 111] Connection refused: db:5432', NULL, 1795891776619, 'ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.causes VALUES ('team/shop', 'w1-b62d77657bad', 'KeyError: ''total''', 5, 1795891785751, 'ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.causes VALUES ('team/shop', 'w1-46b7f49d93db', 'KeyError: ''colour''', NULL, 1795891790753, '8888888888888888888888888888888888888888');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (1, 'made-1', 4711, 'workflow_run', 1795891774198, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (2, 'made-2', 4711, 'workflow_run', 1795891776868, 'done', 0, 'looks at dddddddddddddddddddddddddddddddddddddddd');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (3, 'made-3', 4711, 'workflow_run', 1795891778413, 'done', 0, 'looks at eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (4, 'made-4', 4711, 'deployment_status', 1795891779829, 'done', 0, 'deployment 1 of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (5, 'made-5', 4711, 'deployment_status', 1795891782876, 'done', 0, 'deployment 2 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (6, 'made-6', 4711, 'deployment_status', 1795891785899, 'done', 0, 'deployment 3 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (7, 'made-7', 4711, 'issue_comment', 1795891785957, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (8, 'made-8', 4711, 'issue_comment', 1795891786018, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (9, 'made-9', 4711, 'issue_comment', 1795891786134, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (10, 'made-10', 4711, 'issue_comment', 1795891786250, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (11, 'made-11', 4711, 'issue_comment', 1795891786378, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (12, 'made-12', 4711, 'issue_comment', 1795891786503, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (13, 'made-13', 4711, 'issue_comment', 1795891786630, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (14, 'made-14', 4711, 'issues', 1795891786754, 'done', 0, 'issues are read when a run is analysed');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (15, 'made-15', 4711, 'workflow_run', 1795891786873, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (16, 'form', 4711, 'workflow_run', 1795891788923, 'failed', 0, 'sent as a form; set the webhook''s content type to application/json');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (17, 'made-16', 4711, 'workflow_run', 1795891788984, 'done', 0, 'looks at 8888888888888888888888888888888888888888');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (18, 'made-17', 4711, 'workflow_run', 1795891790800, 'done', 0, 'looks at 7777777777777777777777777777777777777777');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (19, 'pending', 4711, 'workflow_run', 1795891790800, 'pending', 0, NULL);
INSERT INTO public.delivery_bodies VALUES (1, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (2, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030342c22686561645f736861223a2264646464646464646464646464646464646464646464646464646464646464646464646464646464222c22686561645f6272616e6368223a226272616e63682d64222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (3, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030372c22686561645f736861223a2265656565656565656565656565656565656565656565656565656565656565656565656565656565222c22686561645f6272616e6368223a226272616e63682d65222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a22737472616e6765722f73686f70222c22666f726b223a747275657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (4, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a312c22736861223a2261616161616161616161616161616161616161616161616161616161616161616161616161616161222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (5, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a322c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (6, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a332c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a227161222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (7, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031342c22626f6479223a222f776879222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (8, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031352c22626f6479223a222f7072696f72697479205031222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (9, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031362c22626f6479223a222f756e646f222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (10, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031372c22626f6479223a222f63617573652074686520706f6f6c206f6620646220697320746f6f20736d616c6c222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (11, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031382c22626f6479223a222f6d75746520323064206465706c6f7920667265657a65222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (12, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031392c22626f6479223a222f726572756e206661696c6564222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (13, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032302c22626f6479223a222f6163636570742073746167696e67206974206973206b6e6f776e222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (14, '\x7b22616374696f6e223a22656469746564222c226973737565223a7b226e756d626572223a362c227374617465223a226f70656e222c22626f6479223a2249742069732061776179206174206e696768742e5c6e5c6e5c75303036305c75303036305c7530303630776879626f745c6e746578743a205c7530303232726566757365643a2064623a353433325c75303032325c6e74657374733a205b74657374732f746573745f6f72646572732e70792c205c75303032322a3a3a746573745f746f74616c5c75303032325d5c6e5c75303036305c75303036305c75303036305c6e227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d2c226368616e676573223a7b22626f6479223a7b2266726f6d223a2249742068617070656e732e227d7d2c2273656e646572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d');
INSERT INTO public.delivery_bodies VALUES (15, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (16, '\x7061796c6f61643d253742253744');
INSERT INTO public.delivery_bodies VALUES (17, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313032322c22686561645f736861223a2238383838383838383838383838383838383838383838383838383838383838383838383838383838222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (18, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313032332c22686561645f736861223a2237373737373737373737373737373737373737373737373737373737373737373737373737373737222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (19, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a312c22686561645f736861223a2239393939393939393939393939393939393939393939393939393939393939393939393939393939222c22636f6e636c7573696f6e223a226661696c757265227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.deployment_runs OVERRIDING SYSTEM VALUE VALUES (4, 'team/shop', 99, 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":0.5,"expected":[{"issue":4,"title":"P0: test_list fails on staging","tests":1}]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":0.25,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- the last run (\u0060aaaaaaaa\u0060) was go: \u0060all 3 gates met\u0060\n- 1 commit since \u0060aaaaaaaa\u0060, in 1 file\n- merged since: \u0060#1 Change the colours\u0060\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | 0.5 s | to fail: #4 (1 test) | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | 0.3 s | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","suites":[{"name":"orders","category":"critical","files":[],"seconds":0.5,"expected":[{"issue":4,"title":"P0: test_list fails on staging","tests":1}]},{"name":"reports","category":"later","files":[],"seconds":0.25,"expected":[]}]}', 1, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:49:42.8974319+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33573/health","ok":true,"status":200,"latencyMs":1.1,"evidence":"ok"}]}]}},{"when":"During","seen":{"checkedAt":"2026-11-28T18:49:43.5733416+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33573/health","ok":true,"status":200,"latencyMs":6.7,"evidence":"ok"}]}]}}]', '{"ended":1,"suites":[{"name":"orders","category":"critical","passed":1,"failed":1,"skipped":0,"ran":2}]}', 'critical: 50 % passed, 95 % needed', 'no-go', 0, '{"run":{"sha":"ffffffffffffffffffffffffffffffffffffffff","decision":"no-go","reason":"2 gates not met: critical, overall","endedAt":"2026-11-28T18:49:45.7484672+00:00","causes":[{"cluster":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","rootCause":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.","issue":null,"tests":["tests.test_orders::test_total"],"suspect":null}]},"pulls":[1]}', '# Worklog: No-go for `staging`

## Summary

- **Decision:** **No-go**: 2 gates not met: `critical`, `overall`
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `ffffffffffffffffffffffffffffffffffffffff`
- **Deployed:** 2026-11-28 18:49 UTC
- **Tests:** 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)
- **Causes:** 1 regression

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:33573/health` | `ok` |

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
| `overall` | 90 % | 1 | 1 | 0 | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the 1 missing tests could not save it |

## Authenticity

1 suite took 0.500 s in all. No passing test that usually takes time took none.

## Five whys

### Cause 1: `KeyError: ''total''`

A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.

*regression: 1 of 1 passed at the last deployment (`aaaaaaaa`) and fail now*

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
6. **Has it happened before, and what would have caught it?** *(likely)*  
   Not in the 1 earlier runs that are known: 1 of 1 passed at the last deployment.
   - `history/01/results/orders.xml:2`: `test_total`

**Ruled out**

- a service that is down: the probes of `gateway` succeeded (`readiness.json#/services/0/probes/0/evidence`: `ok`)

**1 failing test**

- `tests.test_orders::test_total`

## Remediation next

- Of the changes, the only changed file (`src/colours.py`) does not touch what the error names. Bisect between `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` and `ffffffffffffffffffffffffffffffffffffffff`. *(cause 1, change)*

## Protected and at risk

- **At risk:** `critical`

## Issues

- new: `KeyError: ''total''`
- #4 `P0: test_list fails on staging` is refuted: the test it names really ran and passed: `tests.test_orders::test_list` (`github/repos/team/shop/issues.json#/0/body`; `results/orders.xml:7`)

## What was read

1 result file, 0 job logs, 0 platform logs, 1 earlier run, 1 issue, 1 commit, 1 service probed.
- `the run went no further than phase 1: critical: 50 % passed, 95 % needed`
- incomplete: the run was cut short, 2 of the usual 3 tests ran
- missing suite: `reports` did not run
', 1795891782894, 1795891785750);
INSERT INTO public.deployment_runs OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":null,"expected":[]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":null,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- no earlier run is known\n- what changed is not known\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | \u2013 | to pass | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | \u2013 | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","suites":[{"name":"orders","category":"critical","files":[],"seconds":null,"expected":[]},{"name":"reports","category":"later","files":[],"seconds":null,"expected":[]}]}', 2, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:49:39.9583588+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33573/health","ok":true,"status":200,"latencyMs":24.2,"evidence":"ok"}]}]}},{"when":"During","seen":{"checkedAt":"2026-11-28T18:49:41.5140103+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33573/health","ok":true,"status":200,"latencyMs":1.9,"evidence":"ok"}]}]}}]', '{"ended":2,"suites":[{"name":"orders","category":"critical","passed":2,"failed":0,"skipped":0,"ran":2},{"name":"reports","category":"later","passed":1,"failed":0,"skipped":0,"ran":1}]}', '', 'go', 1, '{"run":{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","decision":"go","reason":"all 3 gates met","endedAt":"2026-11-28T18:49:42.797867+00:00","causes":[]},"pulls":[]}', '# Worklog: Go for `staging`

## Summary

- **Decision:** **Go**: all 3 gates met
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`
- **Deployed:** 2026-11-28 18:49 UTC
- **Tests:** 3 of 3 passed (100 %)

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:33573/health` | `ok` |

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
', 1795891779915, 1795891782806);
INSERT INTO public.deployments VALUES ('team/shop', 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'success', 1795891779837);
INSERT INTO public.deployments VALUES ('team/shop', 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891782887);
INSERT INTO public.deployments VALUES ('team/shop', 3, 'qa', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891785904);
INSERT INTO public.effect_writes VALUES (1, 1795891776734);
INSERT INTO public.effect_writes VALUES (2, 1795891776827);
INSERT INTO public.effect_writes VALUES (3, 1795891778325);
INSERT INTO public.effect_writes VALUES (4, 1795891778344);
INSERT INTO public.effect_writes VALUES (5, 1795891779772);
INSERT INTO public.effect_writes VALUES (6, 1795891780748);
INSERT INTO public.effect_writes VALUES (6, 1795891781554);
INSERT INTO public.effect_writes VALUES (6, 1795891782824);
INSERT INTO public.effect_writes VALUES (12, 1795891783595);
INSERT INTO public.effect_writes VALUES (15, 1795891785794);
INSERT INTO public.effect_writes VALUES (12, 1795891785819);
INSERT INTO public.effect_writes VALUES (17, 1795891785840);
INSERT INTO public.effect_writes VALUES (1, 1795891788862);
INSERT INTO public.effect_writes VALUES (2, 1795891788875);
INSERT INTO public.effect_writes VALUES (20, 1795891790771);
INSERT INTO public.effect_writes VALUES (21, 1795891790792);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'comment', '1', '{"number":1,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1003, '62908d9f7a31ecb258695c4733888365', '62908d9f7a31ecb258695c4733888365', 1795891788881, 1795891776835, 1795891788850, 0, NULL, 1795891776646);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'check', 'dddddddddddddddddddddddddddddddddddddddd', '{"sha":"dddddddddddddddddddddddddddddddddddddddd","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1005, '20d18a7145c46781e0ce7dee4e77799e', '20d18a7145c46781e0ce7dee4e77799e', 1795891778334, 1795891778334, 1795891778308, 0, NULL, 1795891778308);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (4, 'team/shop', 99, 'comment', '2', '{"number":2,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1006, '9407b1c82eaa07aad7bc15656ffb222d', '9407b1c82eaa07aad7bc15656ffb222d', 1795891778351, 1795891778351, 1795891778308, 0, NULL, 1795891778308);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (20, 'team/shop', 99, 'note', '5', '{"number":5,"marker":"\u003C!-- whybot:note --\u003E","body":"**Seen on \u0060main\u0060 at \u006088888888\u0060:** 1 failing test belong here.\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n- Why here: it describes the same kind of fault (payload-contract) of the same tests; 1 of the 1 tests it names fail here; both name \u0060src/orders.py\u0060 (confidence 0.78)\n\n\u003Cdetails\u003E\u003Csummary\u003EWhy, with evidence\u003C/summary\u003E\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060tests.test_orders::test_total\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060src/orders.py\u0060\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003C!-- whybot:note --\u003E\n"}', 'pending', NULL, '98e60e44ba7c5c5473200939a694432b', NULL, NULL, NULL, 1795891793614, 2, 'GET repos/team/shop/issues/5/comments: 502 Server Error', 1795891790754);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, 'check', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '{"sha":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060branch-e\u0060 at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1008, '27e8a33996a04bfc9c4bb5b02cc33cda', '27e8a33996a04bfc9c4bb5b02cc33cda', 1795891779778, 1795891779778, 1795891779761, 0, NULL, 1795891779761);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, 'check', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:staging', '{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"Whybot: staging","conclusion":"success","check":{"title":"Go","summary":"### \u2705 Go for \u0060staging\u0060 at \u0060aaaaaaaa\u0060\n\n**all 3 gates met** \u00B7 3 of 3 passed (100 %)\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 100 % | met | 2 of 2 passed, 95 % needed |\n| \u0060later\u0060 | 50 % | 100 % | met | 1 of 1 passed, 50 % needed |\n| \u0060overall\u0060 | 90 % | 100 % | met | 3 of 3 passed, 90 % needed |\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[]}}', 'sent', 1010, '4f88ad890688599322065480bee7e296', '4f88ad890688599322065480bee7e296', 1795891782827, 1795891780761, 1795891782811, 0, NULL, 1795891780683);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (17, 'team/shop', 99, 'comment', '1:staging', '{"number":1,"marker":"\u003C!-- whybot:run staging --\u003E","body":"### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | regression | 1 | new\u003C!-- w1-b62d77657bad --\u003E | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the 1 earlier runs that are known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the 1 missing tests could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- \u0060the run went no further than phase 1: critical: 50 % passed, 95 % needed\u0060\n- incomplete: the run was cut short, 2 of the usual 3 tests ran\n- missing suite: \u0060reports\u0060 did not run\n\n\u003C!-- whybot:run staging --\u003E\n"}', 'sent', 1013, 'ce75698f977e4af7685de0b90aa24811', 'ce75698f977e4af7685de0b90aa24811', 1795891785850, 1795891785850, 1795891785758, 0, NULL, 1795891785758);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (12, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff:staging', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot: staging","conclusion":"neutral","check":{"title":"No-go","summary":"### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | regression | 1 | new\u003C!-- w1-b62d77657bad --\u003E | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the 1 earlier runs that are known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the 1 missing tests could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- \u0060the run went no further than phase 1: critical: 50 % passed, 95 % needed\u0060\n- incomplete: the run was cut short, 2 of the usual 3 tests ran\n- missing suite: \u0060reports\u0060 did not run\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027total\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'sent', 1011, '868f6e5010bfdd0fd28fdd7370b30ab4', '868f6e5010bfdd0fd28fdd7370b30ab4', 1795891785827, 1795891783601, 1795891785757, 0, NULL, 1795891783551);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1002, 'd0e8ed87ec4177978411df02e3effd9d', 'd0e8ed87ec4177978411df02e3effd9d', 1795891788869, 1795891776782, 1795891788849, 0, NULL, 1795891776638);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (15, 'team/shop', 99, 'issue', 'w1-b62d77657bad', '{"issue":{"cause":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","labels":["P1"],"body":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n1 test in \u0060orders\u0060.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now*\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the 1 earlier runs that are known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-28 18:49 UTC | \u0060staging\u0060 | \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w1-b62d77657bad\u0060\n\n\u003C!-- whybot:cause w1-b62d77657bad --\u003E\n","covers":["w1-b62d77657bad"]}}', 'sent', 5, 'fe5c6e5614fee53743dcc7edca76f724', 'fe5c6e5614fee53743dcc7edca76f724', 1795891785808, 1795891785808, 1795891785756, 0, NULL, 1795891785756);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (21, 'team/shop', 99, 'check', '8888888888888888888888888888888888888888', '{"sha":"8888888888888888888888888888888888888888","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u006088888888\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027colour\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*known: #5 describes it; it describes the same kind of fault (payload-contract) of the same tests*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060tests.test_orders::test_total\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060src/orders.py\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027colour\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'pending', NULL, 'a977b7e01e62ba2f2da827b9e80d8b7c', NULL, NULL, NULL, 1795891795147, 2, 'GET repos/team/shop/commits/8888888888888888888888888888888888888888/check-runs: 502 Server Error', 1795891790755);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (1, 'sweep deliveries', 'sweep deliveries', 'sweep deliveries', '{}', NULL, 'pending', 1795891773718, 1795891773718, 1795892073943, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (2, 'sweep runs', 'sweep runs', 'sweep runs', '{}', NULL, 'pending', 1795891773789, 1795891773789, 1795891894075, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (32, 'team/shop', 'explain:7777777777777777777777777777777777777777', 'explain', '{"Installation":99,"Sha":"7777777777777777777777777777777777777777"}', 'made-17', 'pending', 1795891790805, 1795891790805, 1795891796807, 1, 1, NULL, NULL, 'GET repos/team/shop: 502 Server Error');
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (31, 'team/shop', 'publish', 'publish', '{"Installation":99}', 'made-16', 'running', 1795891790756, 1795891790756, 1795891793614, 1, 3, 1795891798757, NULL, NULL);
INSERT INTO public.results VALUES (2, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (3, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (1, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (5, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28bad93f373f24b8b0083b095ec404617eb8348a8057a0595568646560a997960c743ece05250505000dba6a1c9555c94ac0f710c48ad8901442dc8296065c9f97979a9c9251a9a5cae0a0a0af86cb7d1873ad6ce06ec0290e7c90a879ccce212b460403610cc06c714d42230bbd88e0b00e2aa842dc3010000');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'dddddddddddddddddddddddddddddddddddddddd', 'main', 2, '1004.1:failure pull:2', 'analysed', 'no-go', 0, 1795891776878, 1795891778306);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', NULL, '1007.1:failure pull:', 'analysed', 'no-go', 0, 1795891778425, 1795891779758);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1, '1001.2:failure pull:1', 'analysed', 'no-go', 0, 1795891774510, 1795891788847);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, '8888888888888888888888888888888888888888', 'main', NULL, '1022.1:failure pull:', 'analysed', 'no-go', 0, 1795891789033, 1795891790748);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, '7777777777777777777777777777777777777777', NULL, NULL, '', 'open', NULL, 0, 1795891790805, NULL);
INSERT INTO public.schema_migrations VALUES (1, '0001-deliveries');
INSERT INTO public.schema_migrations VALUES (2, '0002-jobs');
INSERT INTO public.schema_migrations VALUES (3, '0003-runs');
INSERT INTO public.schema_migrations VALUES (4, '0004-effects');
INSERT INTO public.schema_migrations VALUES (5, '0005-ledger');
INSERT INTO public.schema_migrations VALUES (6, '0006-deployment-runs');
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1, 1795891778307);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', 1, 1795891779760);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1, 1795891785751);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1, 1795891776619);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1, 1795891790753);
INSERT INTO public.suite_files VALUES (1, 'results/orders.xml', '\x1f8b0800000000000403b229492d2e292ecd04ac24b5d80ec156c84bcc4db555ca2f4a492d2a565200abb15532525228c9cc4d2d2e49cc2db05532323032d33534d43532083134b23230b0323050b2e3029b919c589caa909c93585c0c3107ac5f0f44c6c38c4448c497e49724e6408cb65532d0333255b2b3d1072906194396893999c525780c041b0ef633d42230bbd88e0b00ae2a64bb0d010000');
INSERT INTO public.suite_files VALUES (1, 'logs/orders.txt', '\x');
INSERT INTO public.suite_files VALUES (2, 'results/reports.xml', '\x1f8b0800000000000403b329492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c950c95144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f1298999399510a36d950cf48c4c95ec6cf4418a41c6d87141d8602742c5c1ec623b2e008f65167cbc000000');
INSERT INTO public.suite_files VALUES (2, 'logs/reports.txt', '\x');
INSERT INTO public.suite_files VALUES (3, 'results/orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28badc19a00833095ec402617eb8348a8f97a0595568646560a997960b743ace05250505000ebd3d0e42a2e4ad687b805a4d6c400a216e412b0b2e4fcbcbcd4e4120d4d2e570505053c96dbe8439d6a67037600c8eb6485424e6671095a20201b086683e3096a11985d6cc70500f492c165c1010000');
INSERT INTO public.suite_files VALUES (3, 'logs/orders.txt', '\x');
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, 'local', '["orders"]', NULL, 'whybot-1-1-d486f2e5986d', 'ended', NULL, 'success', NULL, 1795891780705, 1795891780782);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (2, 1, 2, 'local', '["reports"]', NULL, 'whybot-1-2-6ae6f573b1ef', 'ended', NULL, 'success', NULL, 1795891781504, 1795891781553);
INSERT INTO public.suite_runs OVERRIDING SYSTEM VALUE VALUES (3, 4, 1, 'local', '["orders"]', NULL, 'whybot-2-1-bcd2fc938191', 'ended', NULL, 'success', NULL, 1795891783559, 1795891783587);
INSERT INTO public.write_slots VALUES (99, 1795891776757);
INSERT INTO public.write_slots VALUES (99, 1795891776830);
INSERT INTO public.write_slots VALUES (99, 1795891778327);
INSERT INTO public.write_slots VALUES (99, 1795891778346);
INSERT INTO public.write_slots VALUES (99, 1795891779772);
INSERT INTO public.write_slots VALUES (99, 1795891780751);
INSERT INTO public.write_slots VALUES (99, 1795891781558);
INSERT INTO public.write_slots VALUES (99, 1795891782825);
INSERT INTO public.write_slots VALUES (99, 1795891783596);
INSERT INTO public.write_slots VALUES (99, 1795891785799);
INSERT INTO public.write_slots VALUES (99, 1795891785821);
INSERT INTO public.write_slots VALUES (99, 1795891785845);
INSERT INTO public.write_slots VALUES (99, 1795891788866);
INSERT INTO public.write_slots VALUES (99, 1795891788877);
INSERT INTO public.write_slots VALUES (99, 1795891790773);
INSERT INTO public.write_slots VALUES (99, 1795891790793);
SELECT pg_catalog.setval('public.deliveries_id_seq', 19, true);
SELECT pg_catalog.setval('public.deployment_runs_id_seq', 5, true);
SELECT pg_catalog.setval('public.effects_id_seq', 21, true);
SELECT pg_catalog.setval('public.jobs_id_seq', 32, true);
SELECT pg_catalog.setval('public.runs_id_seq', 6, true);
SELECT pg_catalog.setval('public.suite_runs_id_seq', 3, true);
ALTER TABLE ONLY public.causes
    ADD CONSTRAINT causes_pkey PRIMARY KEY (repository, cluster);
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
ALTER TABLE ONLY public.effects
    ADD CONSTRAINT effects_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.effects
    ADD CONSTRAINT effects_repository_kind_target_key UNIQUE (repository, kind, target);
ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_repository_key_key UNIQUE (repository, key);
ALTER TABLE ONLY public.results
    ADD CONSTRAINT results_pkey PRIMARY KEY (run_id, file);
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
CREATE INDEX deliveries_pending ON public.deliveries USING btree (id) WHERE (state = 'pending'::text);
CREATE INDEX deliveries_received ON public.deliveries USING btree (received_at);
CREATE INDEX deployment_runs_of ON public.deployment_runs USING btree (repository, environment, deployment);
CREATE INDEX effect_writes_of ON public.effect_writes USING btree (effect_id, at);
CREATE INDEX effects_pending ON public.effects USING btree (repository, due_at) WHERE (state = 'pending'::text);
CREATE INDEX jobs_due ON public.jobs USING btree (due_at, id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX jobs_one_at_a_time ON public.jobs USING btree (repository) WHERE (state = 'running'::text);
CREATE INDEX runs_of_branch ON public.runs USING btree (repository, branch, id);
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
