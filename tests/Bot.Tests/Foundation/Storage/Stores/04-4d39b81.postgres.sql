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
CREATE TABLE public.write_slots (
    installation bigint NOT NULL,
    at bigint NOT NULL
);
INSERT INTO public.causes VALUES ('team/shop', 'w1-1e629b32fb96', 'ConnectionRefusedError: [Errno 111] Connection refused: db:5432', 2, 1795891728648, 'ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.causes VALUES ('team/shop', 'w1-46b7f49d93db', 'KeyError: ''colour''', NULL, 1795891735735, '8888888888888888888888888888888888888888');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (1, 'made-1', 4711, 'workflow_run', 1795891726457, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (2, 'made-2', 4711, 'workflow_run', 1795891728951, 'done', 0, 'looks at dddddddddddddddddddddddddddddddddddddddd');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (3, 'made-3', 4711, 'workflow_run', 1795891730513, 'done', 0, 'looks at eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (4, 'made-4', 4711, 'deployment_status', 1795891731919, 'done', 0, 'deployment 1 of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (5, 'made-5', 4711, 'deployment_status', 1795891731976, 'done', 0, 'deployment 2 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (6, 'made-6', 4711, 'deployment_status', 1795891732084, 'done', 0, 'deployment 3 of ffffffffffffffffffffffffffffffffffffffff is success');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (7, 'made-7', 4711, 'issue_comment', 1795891732191, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (8, 'made-8', 4711, 'issue_comment', 1795891732309, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (9, 'made-9', 4711, 'issue_comment', 1795891732363, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (10, 'made-10', 4711, 'issue_comment', 1795891732471, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (11, 'made-11', 4711, 'issue_comment', 1795891732584, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (12, 'made-12', 4711, 'issue_comment', 1795891732701, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (13, 'made-13', 4711, 'issue_comment', 1795891732810, 'done', 0, 'this version knows no commands');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (14, 'made-14', 4711, 'issues', 1795891732919, 'done', 0, 'issues are read when a run is analysed');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (15, 'made-15', 4711, 'workflow_run', 1795891733027, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (16, 'form', 4711, 'workflow_run', 1795891734500, 'failed', 0, 'sent as a form; set the webhook''s content type to application/json');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (17, 'made-16', 4711, 'workflow_run', 1795891734557, 'done', 0, 'looks at 8888888888888888888888888888888888888888');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (18, 'made-17', 4711, 'workflow_run', 1795891735817, 'done', 0, 'looks at 7777777777777777777777777777777777777777');
INSERT INTO public.deliveries OVERRIDING SYSTEM VALUE VALUES (19, 'pending', 4711, 'workflow_run', 1795891735817, 'pending', 0, NULL);
INSERT INTO public.delivery_bodies VALUES (1, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (2, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030352c22686561645f736861223a2264646464646464646464646464646464646464646464646464646464646464646464646464646464222c22686561645f6272616e6368223a226272616e63682d64222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (3, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030382c22686561645f736861223a2265656565656565656565656565656565656565656565656565656565656565656565656565656565222c22686561645f6272616e6368223a226272616e63682d65222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a22737472616e6765722f73686f70222c22666f726b223a747275657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (4, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a312c22736861223a2261616161616161616161616161616161616161616161616161616161616161616161616161616161222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (5, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a322c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (6, '\x7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a332c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a227161222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (7, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a327d2c22636f6d6d656e74223a7b226964223a313031312c22626f6479223a222f776879222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (8, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a327d2c22636f6d6d656e74223a7b226964223a313031322c22626f6479223a222f7072696f72697479205031222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (9, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a327d2c22636f6d6d656e74223a7b226964223a313031332c22626f6479223a222f756e646f222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (10, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a327d2c22636f6d6d656e74223a7b226964223a313031342c22626f6479223a222f63617573652074686520706f6f6c206f6620646220697320746f6f20736d616c6c222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (11, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a327d2c22636f6d6d656e74223a7b226964223a313031352c22626f6479223a222f6d75746520323064206465706c6f7920667265657a65222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (12, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a327d2c22636f6d6d656e74223a7b226964223a313031362c22626f6479223a222f726572756e206661696c6564222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (13, '\x7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a327d2c22636f6d6d656e74223a7b226964223a313031372c22626f6479223a222f6163636570742073746167696e67206974206973206b6e6f776e222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (14, '\x7b22616374696f6e223a22656469746564222c226973737565223a7b226e756d626572223a362c227374617465223a226f70656e222c22626f6479223a2249742069732061776179206174206e696768742e5c6e5c6e5c75303036305c75303036305c7530303630776879626f745c6e746578743a205c7530303232726566757365643a2064623a353433325c75303032325c6e74657374733a205b74657374732f746573745f6f72646572732e70792c205c75303032322a3a3a746573745f746f74616c5c75303032325d5c6e5c75303036305c75303036305c75303036305c6e227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d2c226368616e676573223a7b22626f6479223a7b2266726f6d223a2249742068617070656e732e227d7d2c2273656e646572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d');
INSERT INTO public.delivery_bodies VALUES (15, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (16, '\x7061796c6f61643d253742253744');
INSERT INTO public.delivery_bodies VALUES (17, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313031392c22686561645f736861223a2238383838383838383838383838383838383838383838383838383838383838383838383838383838222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (18, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313032302c22686561645f736861223a2237373737373737373737373737373737373737373737373737373737373737373737373737373737222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.delivery_bodies VALUES (19, '\x7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a312c22686561645f736861223a2239393939393939393939393939393939393939393939393939393939393939393939393939393939222c22636f6e636c7573696f6e223a226661696c757265227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
INSERT INTO public.deployments VALUES ('team/shop', 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'success', 1795891731925);
INSERT INTO public.deployments VALUES ('team/shop', 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891732036);
INSERT INTO public.deployments VALUES ('team/shop', 3, 'qa', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891732141);
INSERT INTO public.effect_writes VALUES (1, 1795891728778);
INSERT INTO public.effect_writes VALUES (2, 1795891728849);
INSERT INTO public.effect_writes VALUES (3, 1795891728887);
INSERT INTO public.effect_writes VALUES (4, 1795891730425);
INSERT INTO public.effect_writes VALUES (5, 1795891730439);
INSERT INTO public.effect_writes VALUES (6, 1795891730460);
INSERT INTO public.effect_writes VALUES (4, 1795891731888);
INSERT INTO public.effect_writes VALUES (8, 1795891731898);
INSERT INTO public.effect_writes VALUES (2, 1795891734461);
INSERT INTO public.effect_writes VALUES (3, 1795891734475);
INSERT INTO public.effect_writes VALUES (12, 1795891735747);
INSERT INTO public.effect_writes VALUES (13, 1795891735766);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'issue', 'w1-1e629b32fb96', '{"issue":{"cause":"w1-1e629b32fb96","title":"ConnectionRefusedError: [Errno 111] Connection refused: db:5432","labels":[],"body":"Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n1 test in \u0060orders\u0060. inconclusive: no earlier run says whether it ever passed, and no change explains it.\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-20 10:00 UTC | \u0060pull request 1\u0060 | \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w1-1e629b32fb96\u0060\n\n\u003C!-- whybot:cause w1-1e629b32fb96 --\u003E\n","covers":["w1-1e629b32fb96"]}}', 'sent', 2, 'd68bf5b95c8382122d948a9e88267267', 'd68bf5b95c8382122d948a9e88267267', 1795891728816, 1795891728816, 1795891728662, 0, NULL, 1795891728662);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'comment', '1', '{"number":1,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #2 | none |\n\n**Open issues that this run refutes**\n\n- #5: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #2 describes it; it was filed for this cause*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #2 \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 describes it and is still open.\n   - \u0060issues.json#/4/title\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n\n**What to do**\n\n- *Now*: Follow #2; no new issue is needed.\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1004, '02ad9155f7c4a237e84032e4c4384523', '02ad9155f7c4a237e84032e4c4384523', 1795891734479, 1795891728900, 1795891734445, 0, NULL, 1795891728681);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, 'comment', '3', '{"number":3,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #2 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #2 describes it; it was filed for this cause*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #2 \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n\n**What to do**\n\n- *Now*: Follow #2; no new issue is needed.\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1007, '3bd81889bee040aff743d4077f0461e9', '3bd81889bee040aff743d4077f0461e9', 1795891730465, 1795891730465, 1795891730400, 0, NULL, 1795891730400);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (4, 'team/shop', 99, 'seen', 'w1-1e629b32fb96', '{"issue":2,"cluster":"w1-1e629b32fb96","sha":"ffffffffffffffffffffffffffffffffffffffff"}', 'sent', 2, 'b772e0294dfc8a295274bbd2aadd2e79', 'b772e0294dfc8a295274bbd2aadd2e79', 1795891734458, NULL, 1795891734444, 0, NULL, 1795891730396);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (13, 'team/shop', 99, 'check', '8888888888888888888888888888888888888888', '{"sha":"8888888888888888888888888888888888888888","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u006088888888\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027colour\u0027\u0060 | inconclusive | 1 | new\u003C!-- w1-46b7f49d93db --\u003E | none |\n\n**Open issues that this run refutes**\n\n- #5: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*inconclusive: no earlier run says whether it ever passed, and no change explains it*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027colour\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'pending', NULL, 'e3de9ec36210ac79450bc0b01b62e97c', NULL, NULL, NULL, 1795891741271, 2, 'GET repos/team/shop/commits/8888888888888888888888888888888888888888/check-runs: 502 Server Error', 1795891735736);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, 'check', 'dddddddddddddddddddddddddddddddddddddddd', '{"sha":"dddddddddddddddddddddddddddddddddddddddd","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #2 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #2 describes it; it was filed for this cause*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #2 \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n\n**What to do**\n\n- *Now*: Follow #2; no new issue is needed.\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1006, '86f1837f58d1f90d2cf70999fed44340', '86f1837f58d1f90d2cf70999fed44340', 1795891730447, 1795891730447, 1795891730398, 0, NULL, 1795891730398);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (8, 'team/shop', 99, 'check', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '{"sha":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060branch-e\u0060 at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #2 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #2 describes it; it was filed for this cause*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #2 \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 describes it and is still open.\n   - \u0060issues.json#/2/title\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n\n**What to do**\n\n- *Now*: Follow #2; no new issue is needed.\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1009, '99c878c88590be581c2d5cff9089ae31', '99c878c88590be581c2d5cff9089ae31', 1795891731901, 1795891731901, 1795891731863, 0, NULL, 1795891731863);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #2 | none |\n\n**Open issues that this run refutes**\n\n- #5: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #2 describes it; it was filed for this cause*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #2 \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 describes it and is still open.\n   - \u0060issues.json#/4/title\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n\n**What to do**\n\n- *Now*: Follow #2; no new issue is needed.\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1003, 'fe1fa71571ae2e1a6b21126c9c027d57', 'fe1fa71571ae2e1a6b21126c9c027d57', 1795891734470, 1795891728868, 1795891734444, 0, NULL, 1795891728677);
INSERT INTO public.effects OVERRIDING SYSTEM VALUE VALUES (12, 'team/shop', 99, 'issue', 'w1-46b7f49d93db', '{"issue":{"cause":"w1-46b7f49d93db","title":"KeyError: \u0027colour\u0027","labels":[],"body":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n1 test in \u0060orders\u0060. inconclusive: no earlier run says whether it ever passed, and no change explains it.\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: None of the 1 changed files (\u0060src/colours.py\u0060) touches what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-20 10:00 UTC | \u0060main\u0060 | \u00608888888888888888888888888888888888888888\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w1-46b7f49d93db\u0060\n\n\u003C!-- whybot:cause w1-46b7f49d93db --\u003E\n","covers":["w1-46b7f49d93db"]}}', 'pending', NULL, '4a46f676078c44dfabedc51b8e5825a4', NULL, NULL, NULL, 1795891738663, 2, 'GET repos/team/shop/issues: 502 Server Error', 1795891735736);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (2, 'sweep runs', 'sweep runs', 'sweep runs', '{}', NULL, 'pending', 1795891726319, 1795891726319, 1795891846385, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (1, 'sweep deliveries', 'sweep deliveries', 'sweep deliveries', '{}', NULL, 'pending', 1795891726244, 1795891726244, 1795892026334, 0, 1, NULL, NULL, NULL);
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (13, 'team/shop', 'explain:7777777777777777777777777777777777777777', 'explain', '{"Installation":99,"Sha":"7777777777777777777777777777777777777777"}', 'made-17', 'pending', 1795891735826, 1795891735826, 1795891743306, 1, 1, NULL, NULL, 'GET repos/team/shop: 502 Server Error');
INSERT INTO public.jobs OVERRIDING SYSTEM VALUE VALUES (12, 'team/shop', 'publish', 'publish', '{"Installation":99}', 'made-16', 'running', 1795891735737, 1795891735737, 1795891738663, 1, 4, 1795891745245, NULL, NULL);
INSERT INTO public.results VALUES (2, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (3, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (1, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
INSERT INTO public.results VALUES (5, 'orders.xml', '\x1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28bad93f373f24b8b0083b095ec404617eb8348a8057a0595568646560a997960c743ece05250505000dba6a1c9555c94ac0f710c48ad8901442dc8296065c9f97979a9c9251a9a5cae0a0a0af86cb7d1873ad6ce06ec0290e7c90a879ccce212b460403610cc06c714d42230bbd88e0b00e2aa842dc3010000');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (2, 'team/shop', 99, 'dddddddddddddddddddddddddddddddddddddddd', 'main', 3, '1005.1:failure pull:3', 'analysed', 'nogo', 0, 1795891728957, 1795891730386);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (3, 'team/shop', 99, 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', NULL, '1008.1:failure pull:', 'analysed', 'nogo', 0, 1795891730523, 1795891731861);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (1, 'team/shop', 99, 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1, '1001.2:failure pull:1', 'analysed', 'nogo', 0, 1795891726562, 1795891734443);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (5, 'team/shop', 99, '8888888888888888888888888888888888888888', 'main', NULL, '1019.1:failure pull:', 'analysed', 'nogo', 0, 1795891734612, 1795891735733);
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (6, 'team/shop', 99, '7777777777777777777777777777777777777777', NULL, NULL, '', 'open', NULL, 0, 1795891735825, NULL);
INSERT INTO public.schema_migrations VALUES (1, '0001-deliveries');
INSERT INTO public.schema_migrations VALUES (2, '0002-jobs');
INSERT INTO public.schema_migrations VALUES (3, '0003-runs');
INSERT INTO public.schema_migrations VALUES (4, '0004-effects');
INSERT INTO public.schema_migrations VALUES (5, '0005-ledger');
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 3', 1, 1795891730393);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', 1, 1795891731862);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1, 1795891728648);
INSERT INTO public.sightings VALUES ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1, 1795891735735);
INSERT INTO public.write_slots VALUES (99, 1795891728791);
INSERT INTO public.write_slots VALUES (99, 1795891728862);
INSERT INTO public.write_slots VALUES (99, 1795891728893);
INSERT INTO public.write_slots VALUES (99, 1795891730429);
INSERT INTO public.write_slots VALUES (99, 1795891730443);
INSERT INTO public.write_slots VALUES (99, 1795891730461);
INSERT INTO public.write_slots VALUES (99, 1795891731890);
INSERT INTO public.write_slots VALUES (99, 1795891731899);
INSERT INTO public.write_slots VALUES (99, 1795891734464);
INSERT INTO public.write_slots VALUES (99, 1795891734475);
INSERT INTO public.write_slots VALUES (99, 1795891735748);
INSERT INTO public.write_slots VALUES (99, 1795891735767);
SELECT pg_catalog.setval('public.deliveries_id_seq', 19, true);
SELECT pg_catalog.setval('public.effects_id_seq', 13, true);
SELECT pg_catalog.setval('public.jobs_id_seq', 13, true);
SELECT pg_catalog.setval('public.runs_id_seq', 6, true);
ALTER TABLE ONLY public.causes
    ADD CONSTRAINT causes_pkey PRIMARY KEY (repository, cluster);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_guid_hook_target_key UNIQUE (guid, hook_target);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery_bodies
    ADD CONSTRAINT delivery_bodies_pkey PRIMARY KEY (delivery_id);
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
CREATE INDEX deliveries_pending ON public.deliveries USING btree (id) WHERE (state = 'pending'::text);
CREATE INDEX deliveries_received ON public.deliveries USING btree (received_at);
CREATE INDEX effect_writes_of ON public.effect_writes USING btree (effect_id, at);
CREATE INDEX effects_pending ON public.effects USING btree (repository, due_at) WHERE (state = 'pending'::text);
CREATE INDEX jobs_due ON public.jobs USING btree (due_at, id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX jobs_one_at_a_time ON public.jobs USING btree (repository) WHERE (state = 'running'::text);
CREATE INDEX runs_of_branch ON public.runs USING btree (repository, branch, id);
CREATE INDEX write_slots_at ON public.write_slots USING btree (installation, at);
ALTER TABLE ONLY public.delivery_bodies
    ADD CONSTRAINT delivery_bodies_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.deliveries(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.effect_writes
    ADD CONSTRAINT effect_writes_effect_id_fkey FOREIGN KEY (effect_id) REFERENCES public.effects(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.results
    ADD CONSTRAINT results_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.runs(id) ON DELETE CASCADE;
