CREATE TABLE schema_migrations (number bigint primary key, name text not null);
insert into schema_migrations values (1, '0001-deliveries');
insert into schema_migrations values (2, '0002-jobs');
insert into schema_migrations values (3, '0003-runs');
insert into schema_migrations values (4, '0004-effects');
insert into schema_migrations values (5, '0005-ledger');
insert into schema_migrations values (6, '0006-deployment-runs');
insert into schema_migrations values (7, '0007-people');
CREATE TABLE deliveries (
    id          integer primary key,
    guid        text    not null,
    hook_target bigint  not null,
    event       text    not null,
    received_at bigint  not null,
    state       text    not null default 'pending' check (state in ('pending', 'done', 'failed')),
    redelivered bigint  not null default 0,
    note        text,
    unique (guid, hook_target)
);
insert into deliveries values (1, 'made-1', 4711, 'workflow_run', 1795891799024, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
insert into deliveries values (2, 'made-2', 4711, 'workflow_run', 1795891801558, 'done', 0, 'looks at dddddddddddddddddddddddddddddddddddddddd');
insert into deliveries values (3, 'made-3', 4711, 'workflow_run', 1795891804615, 'done', 0, 'looks at eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
insert into deliveries values (4, 'made-4', 4711, 'deployment_status', 1795891807247, 'done', 0, 'deployment 1 of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is success');
insert into deliveries values (5, 'made-5', 4711, 'deployment_status', 1795891811325, 'done', 0, 'deployment 2 of ffffffffffffffffffffffffffffffffffffffff is success');
insert into deliveries values (6, 'made-6', 4711, 'deployment_status', 1795891815572, 'done', 0, 'deployment 3 of ffffffffffffffffffffffffffffffffffffffff is success');
insert into deliveries values (7, 'made-7', 4711, 'issue_comment', 1795891815633, 'done', 0, 'reads comment 1014 for commands');
insert into deliveries values (8, 'made-8', 4711, 'issue_comment', 1795891815844, 'done', 0, 'reads comment 1016 for commands');
insert into deliveries values (9, 'made-9', 4711, 'issue_comment', 1795891815900, 'done', 0, 'reads comment 1018 for commands');
insert into deliveries values (10, 'made-10', 4711, 'issue_comment', 1795891816006, 'done', 0, 'reads comment 1020 for commands');
insert into deliveries values (11, 'made-11', 4711, 'issue_comment', 1795891816115, 'done', 0, 'reads comment 1022 for commands');
insert into deliveries values (12, 'made-12', 4711, 'issue_comment', 1795891816224, 'done', 0, 'reads comment 1024 for commands');
insert into deliveries values (13, 'made-13', 4711, 'issue_comment', 1795891816281, 'done', 0, 'reads comment 1025 for commands');
insert into deliveries values (14, 'made-14', 4711, 'issues', 1795891816389, 'done', 0, 'issues are read when a run is analysed');
insert into deliveries values (15, 'made-15', 4711, 'workflow_run', 1795891816502, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
insert into deliveries values (16, 'form', 4711, 'workflow_run', 1795891818634, 'failed', 0, 'sent as a form; set the webhook''s content type to application/json');
insert into deliveries values (17, 'made-16', 4711, 'workflow_run', 1795891818696, 'done', 0, 'looks at 8888888888888888888888888888888888888888');
insert into deliveries values (18, 'made-17', 4711, 'workflow_run', 1795891820958, 'done', 0, 'looks at 7777777777777777777777777777777777777777');
insert into deliveries values (19, 'pending', 4711, 'workflow_run', 1795891820958, 'pending', 0, null);
CREATE TABLE delivery_bodies (
    delivery_id bigint  primary key references deliveries (id) on delete cascade,
    body        blob not null
);
insert into delivery_bodies values (1, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (2, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030342c22686561645f736861223a2264646464646464646464646464646464646464646464646464646464646464646464646464646464222c22686561645f6272616e6368223a226272616e63682d64222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (3, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030372c22686561645f736861223a2265656565656565656565656565656565656565656565656565656565656565656565656565656565222c22686561645f6272616e6368223a226272616e63682d65222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a22737472616e6765722f73686f70222c22666f726b223a747275657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (4, x'7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a312c22736861223a2261616161616161616161616161616161616161616161616161616161616161616161616161616161222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (5, x'7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a322c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a2273746167696e67222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (6, x'7b22776f726b666c6f775f72756e223a6e756c6c2c226465706c6f796d656e74223a7b226964223a332c22736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22656e7669726f6e6d656e74223a227161222c22726566223a22227d2c226465706c6f796d656e745f737461747573223a7b227374617465223a2273756363657373227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (7, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031342c22626f6479223a222f776879222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (8, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031362c22626f6479223a222f7072696f72697479205031222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (9, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313031382c22626f6479223a222f756e646f222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (10, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032302c22626f6479223a222f63617573652074686520706f6f6c206f6620646220697320746f6f20736d616c6c222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (11, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032322c22626f6479223a222f6d75746520323064206465706c6f7920667265657a65222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (12, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032342c22626f6479223a222f726572756e206661696c6564222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (13, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032352c22626f6479223a222f6163636570742073746167696e67206974206973206b6e6f776e222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (14, x'7b22616374696f6e223a22656469746564222c226973737565223a7b226e756d626572223a362c227374617465223a226f70656e222c22626f6479223a2249742069732061776179206174206e696768742e5c6e5c6e5c75303036305c75303036305c7530303630776879626f745c6e746578743a205c7530303232726566757365643a2064623a353433325c75303032325c6e74657374733a205b74657374732f746573745f6f72646572732e70792c205c75303032322a3a3a746573745f746f74616c5c75303032325d5c6e5c75303036305c75303036305c75303036305c6e227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d2c226368616e676573223a7b22626f6479223a7b2266726f6d223a2249742068617070656e732e227d7d2c2273656e646572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d');
insert into delivery_bodies values (15, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (16, x'7061796c6f61643d253742253744');
insert into delivery_bodies values (17, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313032372c22686561645f736861223a2238383838383838383838383838383838383838383838383838383838383838383838383838383838222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (18, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313032382c22686561645f736861223a2237373737373737373737373737373737373737373737373737373737373737373737373737373737222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (19, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a312c22686561645f736861223a2239393939393939393939393939393939393939393939393939393939393939393939393939393939222c22636f6e636c7573696f6e223a226661696c757265227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
CREATE TABLE jobs (
    id           integer primary key,
    repository   text   not null,
    key          text   not null,            -- asking again for the same key joins the job that waits
    kind         text   not null,
    arguments    text   not null,
    delivery     text,                       -- guid of the delivery that asked last
    state        text   not null default 'pending' check (state in ('pending', 'running', 'dead')),
    created_at   bigint not null,
    asked_at     bigint not null,
    due_at       bigint not null,
    attempts     bigint not null default 0,
    fence        bigint not null default 0,  -- grows with each lease; a holder whose fence is old may change nothing
    leased_until bigint,
    asked_again  bigint,                     -- asked for while it ran: due again at this time
    error        text,
    unique (repository, key)
);
insert into jobs values (1, 'sweep deliveries', 'sweep deliveries', 'sweep deliveries', '{}', null, 'pending', 1795891798675, 1795891798675, 1795892098826, 0, 1, null, null, null);
insert into jobs values (2, 'sweep runs', 'sweep runs', 'sweep runs', '{}', null, 'pending', 1795891798696, 1795891798696, 1795891918870, 0, 1, null, null, null);
insert into jobs values (4, 'team/shop', 'publish', 'publish', '{"Installation":99}', 'made-16', 'running', 1795891820888, 1795891820888, 1795891823196, 1, 3, 1795891828157, null, null);
insert into jobs values (5, 'team/shop', 'explain:7777777777777777777777777777777777777777', 'explain', '{"Installation":99,"Sha":"7777777777777777777777777777777777777777"}', 'made-17', 'pending', 1795891820960, 1795891820960, 1795891826210, 1, 1, null, null, 'GET repos/team/shop: 502 Server Error');
CREATE TABLE runs (
    id          integer primary key,
    repository  text   not null,
    installation bigint not null,
    sha         text   not null,
    branch      text,
    pull        bigint,
    inputs      text   not null default '',  -- which workflow runs, in which attempt, with which end; equal inputs are not analysed twice
    state       text   not null default 'open' check (state in ('open', 'analysed', 'obsolete')),
    decision    text,
    green       bigint not null default 0,
    opened_at   bigint not null,
    finished_at bigint,
    unique (repository, sha)
);
insert into runs values (1, 'team/shop', 99, 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1, '1001.2:failure pull:1', 'analysed', 'no-go', 0, 1795891799153, 1795891818547);
insert into runs values (2, 'team/shop', 99, 'dddddddddddddddddddddddddddddddddddddddd', 'main', 2, '1004.1:failure pull:2', 'analysed', 'no-go', 0, 1795891801565, 1795891804585);
insert into runs values (3, 'team/shop', 99, 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', null, '1007.1:failure pull:', 'analysed', 'no-go', 0, 1795891804617, 1795891807166);
insert into runs values (4, 'team/shop', 99, '8888888888888888888888888888888888888888', 'main', null, '1027.1:failure pull:', 'analysed', 'no-go', 0, 1795891818740, 1795891820887);
insert into runs values (5, 'team/shop', 99, '7777777777777777777777777777777777777777', null, null, '', 'open', null, 0, 1795891820960, null);
CREATE TABLE results (
    run_id  bigint  not null references runs (id) on delete cascade,
    file    text    not null,
    content blob not null,                -- gzip
    primary key (run_id, file)
);
insert into results values (2, 'orders.xml', x'1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
insert into results values (3, 'orders.xml', x'1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
insert into results values (1, 'orders.xml', x'1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d959cf3f3f252934b32f3f38252d34a8b53535c8b8af28bac14a25d8b8af2f2150c0d0d6315106a148a208aac145292ac4c4d8c8d94ec40b617eb8348a81bf40a2aad0c8dac1432f30003fb0fe20c2e05050505b0833434b98a8b92f521ee05a9353180a805b916ac2c19e2240d4d2e57050524cbc972a08d3ed4cb76366047828290acd0ccc92c2e410b4c6403c16c707c432d02b38bedb80027e574c009020000');
insert into results values (4, 'orders.xml', x'1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28bad93f373f24b8b0083b095ec404617eb8348a8057a0595568646560a997960c743ece05250505000dba6a1c9555c94ac0f710c48ad8901442dc8296065c9f97979a9c9251a9a5cae0a0a0af86cb7d1873ad6ce06ec0290e7c90a879ccce212b460403610cc06c714d42230bbd88e0b00e2aa842dc3010000');
CREATE TABLE deployments (
    repository  text   not null,
    deployment  bigint not null,
    environment text   not null,
    sha         text   not null,
    state       text   not null,
    changed_at  bigint not null,
    primary key (repository, deployment)
);
insert into deployments values ('team/shop', 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'success', 1795891807250);
insert into deployments values ('team/shop', 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891811327);
insert into deployments values ('team/shop', 3, 'qa', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891815575);
CREATE TABLE effects (
    id           integer primary key,
    repository   text   not null,
    installation bigint not null,
    kind         text   not null,
    target       text   not null,            -- commit, pull request, cause or issue
    draft        text   not null,
    state        text   not null default 'pending' check (state in ('pending', 'sent', 'withheld', 'dead')),
    remote_id    bigint,                     -- id on GitHub, once known
    tried        text,                       -- hash of what was last handed to GitHub, answered or not
    sent         text,                       -- hash of what GitHub has confirmed
    sent_at      bigint,
    made_at      bigint,                     -- when it was created on GitHub
    due_at       bigint not null,
    attempts     bigint not null default 0,
    note         text,
    created_at   bigint not null,
    unique (repository, kind, target)
);
insert into effects values (1, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1002, 'd0e8ed87ec4177978411df02e3effd9d', 'd0e8ed87ec4177978411df02e3effd9d', 1795891818587, 1795891801486, 1795891818548, 0, null, 1795891801414);
insert into effects values (2, 'team/shop', 99, 'comment', '1', '{"number":1,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1003, '62908d9f7a31ecb258695c4733888365', '62908d9f7a31ecb258695c4733888365', 1795891818607, 1795891801521, 1795891818548, 0, null, 1795891801418);
insert into effects values (3, 'team/shop', 99, 'check', 'dddddddddddddddddddddddddddddddddddddddd', '{"sha":"dddddddddddddddddddddddddddddddddddddddd","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1005, '20d18a7145c46781e0ce7dee4e77799e', '20d18a7145c46781e0ce7dee4e77799e', 1795891804595, 1795891804595, 1795891804586, 0, null, 1795891804586);
insert into effects values (4, 'team/shop', 99, 'comment', '2', '{"number":2,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1006, '9407b1c82eaa07aad7bc15656ffb222d', '9407b1c82eaa07aad7bc15656ffb222d', 1795891804600, 1795891804600, 1795891804586, 0, null, 1795891804586);
insert into effects values (5, 'team/shop', 99, 'check', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '{"sha":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060branch-e\u0060 at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1008, '27e8a33996a04bfc9c4bb5b02cc33cda', '27e8a33996a04bfc9c4bb5b02cc33cda', 1795891807184, 1795891807184, 1795891807167, 0, null, 1795891807167);
insert into effects values (6, 'team/shop', 99, 'check', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:staging', '{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"Whybot: staging","conclusion":"success","check":{"title":"Go","summary":"### \u2705 Go for \u0060staging\u0060 at \u0060aaaaaaaa\u0060\n\n**all 3 gates met** \u00B7 3 of 3 passed (100 %)\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 100 % | met | 2 of 2 passed, 95 % needed |\n| \u0060later\u0060 | 50 % | 100 % | met | 1 of 1 passed, 50 % needed |\n| \u0060overall\u0060 | 90 % | 100 % | met | 3 of 3 passed, 90 % needed |\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[]}}', 'sent', 1010, '4f88ad890688599322065480bee7e296', '4f88ad890688599322065480bee7e296', 1795891811277, 1795891808377, 1795891811260, 0, null, 1795891808282);
insert into effects values (7, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff:staging', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot: staging","conclusion":"neutral","check":{"title":"No-go","summary":"### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | regression | 1 | new\u003C!-- w1-b62d77657bad --\u003E | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027total\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'sent', 1011, 'aabb922574acf1cf351f8f7dcfc183aa', 'aabb922574acf1cf351f8f7dcfc183aa', 1795891815530, 1795891812000, 1795891815406, 0, null, 1795891811962);
insert into effects values (8, 'team/shop', 99, 'issue', 'w1-b62d77657bad', '{"issue":{"cause":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","labels":["P1"],"body":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n1 test in \u0060orders\u0060.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-28 18:50 UTC | \u0060staging\u0060 | \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w1-b62d77657bad\u0060\n\n\u003C!-- whybot:cause w1-b62d77657bad --\u003E\n","covers":["w1-b62d77657bad"]}}', 'sent', 5, '8ba39e49eeb9edf02ff5f00ec85e3680', '8ba39e49eeb9edf02ff5f00ec85e3680', 1795891815481, 1795891815481, 1795891815403, 0, null, 1795891815403);
insert into effects values (9, 'team/shop', 99, 'comment', '1:staging', '{"number":1,"marker":"\u003C!-- whybot:run staging --\u003E","body":"### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | regression | 1 | new\u003C!-- w1-b62d77657bad --\u003E | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n"}', 'sent', 1013, 'b12a00333eef0294d2ede91bac168810', 'b12a00333eef0294d2ede91bac168810', 1795891815542, 1795891815542, 1795891815407, 0, null, 1795891815407);
insert into effects values (10, 'team/shop', 99, 'reply', '5:1014.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1014.1 --\u003E","body":"\u0060/why\u0060\n\n\u0060KeyError: \u0027total\u0027\u0060, seen last at \u0060ffffffff\u0060 on \u0060staging\u0060, 2026-11-28 18:50 UTC\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n\n\u003C!-- whybot:reply 1014.1 --\u003E\n"}', 'sent', 1015, 'd1c8249e4e552705a5490d415a703859', 'd1c8249e4e552705a5490d415a703859', 1795891815817, 1795891815817, 1795891815803, 0, null, 1795891815803);
insert into effects values (11, 'team/shop', 99, 'change', '1016.1:5', '{"issue":5,"state":null,"stateReason":null,"addLabels":["P1"],"removeLabels":["P0","P2"],"assignees":[]}', 'sent', 5, 'c5ba6dda70cfc07fb999aeb861e0f811', 'c5ba6dda70cfc07fb999aeb861e0f811', 1795891815874, null, 1795891815865, 0, null, 1795891815865);
insert into effects values (12, 'team/shop', 99, 'reply', '5:1016.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1016.1 --\u003E","body":"\u0060/priority P1\u0060\n\nP1 from now on:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt stands, whatever the figures say. \u0060/undo\u0060 lets the figures speak again.\n\n\u003C!-- whybot:reply 1016.1 --\u003E\n"}', 'sent', 1017, 'ccb33d9a2dda5fed562a62785c2ddb18', 'ccb33d9a2dda5fed562a62785c2ddb18', 1795891815877, 1795891815877, 1795891815865, 0, null, 1795891815865);
insert into effects values (13, 'team/shop', 99, 'reply', '5:1018.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1018.1 --\u003E","body":"\u0060/undo\u0060\n\nTaken back: priority by \u0060ann\u0060 of 2026-11-28 18:50 UTC, for 1 cause. The label stays until somebody changes it.\n\n\u003C!-- whybot:reply 1018.1 --\u003E\n"}', 'sent', 1019, 'cd90fa2cbebf179a56a28cbebf819ec3', 'cd90fa2cbebf179a56a28cbebf819ec3', 1795891815979, 1795891815979, 1795891815968, 0, null, 1795891815968);
insert into effects values (14, 'team/shop', 99, 'reply', '5:1020.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1020.1 --\u003E","body":"\u0060/cause the pool of db is too small\u0060\n\nNoted, for\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nReports name it as what you say; the bot\u0027s own whys stay below it. \u0060/undo\u0060 takes it back.\n\n\u003C!-- whybot:reply 1020.1 --\u003E\n"}', 'sent', 1021, '35d21462c147928d924ed36503bf34e9', '35d21462c147928d924ed36503bf34e9', 1795891816078, 1795891816078, 1795891816064, 0, null, 1795891816064);
insert into effects values (15, 'team/shop', 99, 'reply', '5:1022.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1022.1 --\u003E","body":"\u0060/mute 20d deploy freeze\u0060\n\nMuted until 2026-12-18 18:50 UTC:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt is still counted, and still fails its gate. \u0060/undo\u0060 ends it earlier.\n\n\u003C!-- whybot:reply 1022.1 --\u003E\n"}', 'sent', 1023, 'a619fcb3560a2a84ee7c42b9a983f3d4', 'a619fcb3560a2a84ee7c42b9a983f3d4', 1795891816185, 1795891816185, 1795891816172, 0, null, 1795891816172);
insert into effects values (16, 'team/shop', 99, 'note', '5', '{"number":5,"marker":"\u003C!-- whybot:note --\u003E","body":"**Seen on \u0060main\u0060 at \u006088888888\u0060:** 1 failing test belong here.\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n- Why here: it describes the same kind of fault (payload-contract) of the same tests; 1 of the 1 tests it names fail here; both name \u0060src/orders.py\u0060 (confidence 0.78)\n\n\u003Cdetails\u003E\u003Csummary\u003EWhy, with evidence\u003C/summary\u003E\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060tests.test_orders::test_total\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060src/orders.py\u0060\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003C!-- whybot:note --\u003E\n"}', 'pending', null, '98e60e44ba7c5c5473200939a694432b', null, null, null, 1795891823196, 2, 'GET repos/team/shop/issues/5/comments: 502 Server Error', 1795891820888);
insert into effects values (17, 'team/shop', 99, 'check', '8888888888888888888888888888888888888888', '{"sha":"8888888888888888888888888888888888888888","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u006088888888\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027colour\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*known: #5 describes it; it describes the same kind of fault (payload-contract) of the same tests*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060tests.test_orders::test_total\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060src/orders.py\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027colour\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'pending', null, 'a977b7e01e62ba2f2da827b9e80d8b7c', null, null, null, 1795891824747, 2, 'GET repos/team/shop/commits/8888888888888888888888888888888888888888/check-runs: 502 Server Error', 1795891820888);
CREATE TABLE effect_writes (
    effect_id bigint not null references effects (id) on delete cascade,
    at        bigint not null
);
insert into effect_writes values (1, 1795891801456);
insert into effect_writes values (2, 1795891801512);
insert into effect_writes values (3, 1795891804593);
insert into effect_writes values (4, 1795891804598);
insert into effect_writes values (5, 1795891807180);
insert into effect_writes values (6, 1795891808367);
insert into effect_writes values (6, 1795891809052);
insert into effect_writes values (6, 1795891811273);
insert into effect_writes values (7, 1795891811998);
insert into effect_writes values (7, 1795891814097);
insert into effect_writes values (8, 1795891815438);
insert into effect_writes values (7, 1795891815518);
insert into effect_writes values (9, 1795891815537);
insert into effect_writes values (10, 1795891815814);
insert into effect_writes values (11, 1795891815873);
insert into effect_writes values (12, 1795891815876);
insert into effect_writes values (13, 1795891815977);
insert into effect_writes values (14, 1795891816074);
insert into effect_writes values (15, 1795891816182);
insert into effect_writes values (1, 1795891818578);
insert into effect_writes values (2, 1795891818591);
insert into effect_writes values (16, 1795891820907);
insert into effect_writes values (17, 1795891820928);
CREATE TABLE write_slots (
    installation bigint not null,
    at           bigint not null
);
insert into write_slots values (99, 1795891801473);
insert into write_slots values (99, 1795891801516);
insert into write_slots values (99, 1795891804593);
insert into write_slots values (99, 1795891804599);
insert into write_slots values (99, 1795891807181);
insert into write_slots values (99, 1795891808367);
insert into write_slots values (99, 1795891809064);
insert into write_slots values (99, 1795891811274);
insert into write_slots values (99, 1795891811999);
insert into write_slots values (99, 1795891814100);
insert into write_slots values (99, 1795891815443);
insert into write_slots values (99, 1795891815525);
insert into write_slots values (99, 1795891815537);
insert into write_slots values (99, 1795891815766);
insert into write_slots values (99, 1795891815809);
insert into write_slots values (99, 1795891815814);
insert into write_slots values (99, 1795891815849);
insert into write_slots values (99, 1795891815866);
insert into write_slots values (99, 1795891815876);
insert into write_slots values (99, 1795891815954);
insert into write_slots values (99, 1795891815969);
insert into write_slots values (99, 1795891815978);
insert into write_slots values (99, 1795891816055);
insert into write_slots values (99, 1795891816065);
insert into write_slots values (99, 1795891816075);
insert into write_slots values (99, 1795891816159);
insert into write_slots values (99, 1795891816173);
insert into write_slots values (99, 1795891816183);
insert into write_slots values (99, 1795891818583);
insert into write_slots values (99, 1795891818601);
insert into write_slots values (99, 1795891820907);
insert into write_slots values (99, 1795891820933);
CREATE TABLE causes (
    repository text   not null,
    cluster    text   not null,
    title      text   not null,
    issue      bigint,                       -- the issue that the bot filed, or the open one that it belongs to
    first_at   bigint not null,
    first_sha  text   not null, matched bigint,
    primary key (repository, cluster)
);
insert into causes values ('team/shop', 'w1-1e629b32fb96', 'ConnectionRefusedError: [Errno 111] Connection refused: db:5432', null, 1795891801387, 'ffffffffffffffffffffffffffffffffffffffff', null);
insert into causes values ('team/shop', 'w1-b62d77657bad', 'KeyError: ''total''', 5, 1795891815397, 'ffffffffffffffffffffffffffffffffffffffff', null);
insert into causes values ('team/shop', 'w1-46b7f49d93db', 'KeyError: ''colour''', null, 1795891820887, '8888888888888888888888888888888888888888', 5);
CREATE TABLE sightings (
    repository text   not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,              -- branch, pull request or environment
    tests      bigint not null,
    seen_at    bigint not null,
    primary key (repository, cluster, sha)
);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1, 1795891801387);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1, 1795891804585);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', 1, 1795891807166);
insert into sightings values ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1, 1795891815397);
insert into sightings values ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1, 1795891820887);
CREATE TABLE deployment_runs (
    id           integer primary key,
    repository   text   not null,
    installation bigint not null,
    deployment   bigint not null,
    environment  text   not null,
    sha          text   not null,
    state        text   not null default 'waiting' check (state in ('waiting', 'running', 'rechecking', 'done', 'void')),
    plan         text,                       -- plan.json
    phase        bigint not null default 0,  -- number of the phase that runs
    looks        text,                       -- readiness before and during the run, JSON
    counts       text,                       -- how the suites have ended so far, JSON
    note         text,                       -- why it went no further
    decision     text,
    green        bigint not null default 0,
    conclusion   text,                       -- what the next run is told, JSON
    worklog      text,
    opened_at    bigint not null,
    ended_at     bigint, accepted text,
    unique (repository, deployment, environment)
);
insert into deployment_runs values (1, 'team/shop', 99, 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":null,"expected":[]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":null,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- no earlier run is known\n- what changed is not known\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | \u2013 | to pass | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | \u2013 | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 2, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:50:07.4345356+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33273/health","ok":true,"status":200,"latencyMs":34.9,"evidence":"ok"}]}]}},{"when":"During","seen":{"checkedAt":"2026-11-28T18:50:09.0434947+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33273/health","ok":true,"status":200,"latencyMs":8.6,"evidence":"ok"}]}]}}]', '{"ended":2,"suites":[{"name":"orders","category":"critical","passed":2,"failed":0,"skipped":0,"flaky":0},{"name":"reports","category":"later","passed":1,"failed":0,"skipped":0,"flaky":0}]}', '', 'go', 1, '{"run":{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","decision":"go","reason":"all 3 gates met","endedAt":"2026-11-28T18:50:11.2449235+00:00","causes":[]},"pulls":[]}', '# Worklog: Go for `staging`

## Summary

- **Decision:** **Go**: all 3 gates met
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`
- **Deployed:** 2026-11-28 18:50 UTC
- **Tests:** 3 of 3 passed (100 %)

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:33273/health` | `ok` |

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
', 1795891807371, 1795891811256, null);
insert into deployment_runs values (2, 'team/shop', 99, 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":0.5,"expected":[{"issue":4,"title":"P0: test_list fails on staging","tests":1}]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":0.25,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- the last run (\u0060aaaaaaaa\u0060) was go: \u0060all 3 gates met\u0060\n- 1 commit since \u0060aaaaaaaa\u0060, in 1 file\n- merged since: \u0060#1 Change the colours\u0060\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | 0.5 s | to fail: #4 (1 test) | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | 0.3 s | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 1, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:50:11.3372203+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33273/health","ok":true,"status":200,"latencyMs":2.4,"evidence":"ok"}]}]}},{"when":"After","seen":{"checkedAt":"2026-11-28T18:50:13.0256884+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:33273/health","ok":true,"status":200,"latencyMs":1.4,"evidence":"ok"}]}]}}]', '{"ended":1,"suites":[{"name":"orders","category":"critical","passed":1,"failed":1,"skipped":0,"flaky":0}]}', 'critical: 50 % passed, 95 % needed', 'no-go', 0, '{"run":{"sha":"ffffffffffffffffffffffffffffffffffffffff","decision":"no-go","reason":"2 gates not met: critical, overall","endedAt":"2026-11-28T18:50:15.3948647+00:00","causes":[{"cluster":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","rootCause":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.","issue":null,"tests":["tests.test_orders::test_total"],"suspect":null}]},"pulls":[1]}', '# Worklog: No-go for `staging`

## Summary

- **Decision:** **No-go**: 2 gates not met: `critical`, `overall`
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `ffffffffffffffffffffffffffffffffffffffff`
- **Deployed:** 2026-11-28 18:50 UTC
- **Tests:** 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)
- **Causes:** 1 regression

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:33273/health` | `ok` |

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

A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.

*regression: 1 of 1 passed at the last deployment (`aaaaaaaa`) and fail now; once more on the same commit, 1 of 1 failed again*

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
   Not in the earlier run that is known: 1 of 1 passed at the last deployment.
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
- the run ended after phase 1 of 2 (`critical: 50 % passed, 95 % needed`): `reports` was not begun
', 1795891811333, 1795891815397, null);
CREATE TABLE suite_runs (
    id            integer primary key,
    deployment_run bigint not null references deployment_runs (id) on delete cascade,
    phase         bigint not null,           -- 0 for tests that run once more
    place         text   not null check (place in ('actions', 'local')),
    suites        text   not null,           -- names, JSON
    tests         text,                      -- the tests that run once more, JSON
    correlation   text   not null unique,    -- by which a run of a workflow is found again
    state         text   not null default 'asked' check (state in ('asked', 'running', 'ended')),
    workflow_run  bigint,
    outcome       text,                      -- success, failure, timed_out, cancelled, lost
    note          text,
    asked_at      bigint not null,
    ended_at      bigint
);
insert into suite_runs values (1, 1, 1, 'local', '["orders"]', null, 'whybot-1-1-e049155b27fa', 'ended', null, 'success', null, 1795891808303, 1795891808390);
insert into suite_runs values (2, 1, 2, 'local', '["reports"]', null, 'whybot-1-2-14f0fff5b65d', 'ended', null, 'success', null, 1795891809030, 1795891809047);
insert into suite_runs values (3, 2, 1, 'local', '["orders"]', null, 'whybot-2-1-e27d8210ea8f', 'ended', null, 'success', null, 1795891811964, 1795891811993);
insert into suite_runs values (4, 2, 0, 'local', '["orders"]', '[{"Suite":"orders","File":null,"ClassName":"tests.test_orders","Name":"test_total","Address":"tests.test_orders.test_total"}]', 'whybot-2-0-7d6ff1a7f30c', 'ended', null, 'success', null, 1795891814080, 1795891814095);
CREATE TABLE suite_files (
    suite_run bigint  not null references suite_runs (id) on delete cascade,
    file      text    not null,              -- below the run's folder: results/…, logs/…
    content   blob not null,              -- gzip
    primary key (suite_run, file)
);
insert into suite_files values (1, 'results/orders.xml', x'1f8b0800000000000403b229492d2e292ecd04ac24b5d80ec156c84bcc4db555ca2f4a492d2a565200abb15532525228c9cc4d2d2e49cc2db05532323032d33534d43532083134b23230b0323050b2e3029b919c589caa909c93585c0c3107ac5f0f44c6c38c4448c497e49724e6408cb65532d0333255b2b3d1072906194396893999c525780c041b0ef633d42230bbd88e0b00ae2a64bb0d010000');
insert into suite_files values (1, 'logs/orders.out.txt', x'');
insert into suite_files values (2, 'results/reports.xml', x'1f8b0800000000000403b329492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c950c95144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f1298999399510a36d950cf48c4c95ec6cf4418a41c6d87141d8602742c5c1ec623b2e008f65167cbc000000');
insert into suite_files values (2, 'logs/reports.out.txt', x'');
insert into suite_files values (3, 'results/orders.xml', x'1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28badc19a00833095ec402617eb8348a8f97a0595568646560a997960b743ace05250505000ebd3d0e42a2e4ad687b805a4d6c400a216e412b0b2e4fcbcbcd4e4120d4d2e570505053c96dbe8439d6a67037600c8eb6485424e6671095a20201b086683e3096a11985d6cc70500f492c165c1010000');
insert into suite_files values (3, 'logs/orders.out.txt', x'');
insert into suite_files values (4, 'results/orders.xml', x'1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28badc19a00833095ec402617eb8348a8f97a0595568646560a997960b743ace05250505000ebd3d0e42a2e4ad687b805a4d6c400a216e412b0b2e4fcbcbcd4e4120d4d2e570505053c96dbe8439d6a67037600c8eb6485424e6671095a20201b086683e3096a11985d6cc70500f492c165c1010000');
insert into suite_files values (4, 'logs/orders.out.txt', x'');
CREATE TABLE dossiers (
    repository text    not null,
    cluster    text    not null,
    sha        text    not null,
    place      text    not null,             -- branch, pull request or environment
    seen_at    bigint  not null,
    about      blob not null,             -- gzip of JSON
    primary key (repository, cluster)
);
insert into dossiers values ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795891818547, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d4354c3533b24c32364a4bb23453d2512ac92cc94955b25272cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531360299945a5c52ac6465a8a354965a9492995ca264a59499979c9f5b90935a92aaa4a394595c5c9aaa6495579a93a3a354949f5fe29c585a0cb2db2fbf2423332f5d21313939b5a0a4582119ee966285c41285928cc41285c49494a2d4e2622b85928c548582a2fce4d4e26285cc6285bcfc1285a2d2bcbcccbc741d85fc22859ccce292d4bc6285d49ce2d4f28cd4a2543d05bf7c85e48cc4bcf4548849a9150539899979c50a99252003b2f3f2cbf3f4a0eef74c2956b28a562a0179450f44c6e717a5a416155b59813925f92589394ab13a4a054599f9459925954a564a01864a3a4ac98925a9e9f94599a960edc945992599c910954589794ea969f945a94a56063a4a69899939a9294802b98925c919a929b050292e2d2e4805851c249052f28b8b33411157ad949c919899a764a53408c22a262f264f0b11b39028292acd53284f2c56482e2d5128cec82f2a5148cc4b51c8cb57484d2ccac94c2d02459242716265b142467e3928128b531540615aac505a5c9a989353a9909a97a20532da504f414b2b1c14e729f920850aa04003250f88f28cc4b25485cc3c85e4fcdcdcfc3c489482d34462713148557e5e6ab1424a3e2861d86b69296869a416972426e5641667a4a6686a2928c4e42928288464a4a2180b71594ca98181990122959395132086582be4e5e7a52ae4a7817d60087166416271716a8a424a7e6ab11ec809950a894560bf40f440921a84ad1793670409874ab07a907790f2084a1629012573dc7ea56d8a89c93386b83315e41550a6b25228cfc84cce50284e2d2acb4c4ed551c8cd4f29cd49d551284e2d2901c75091424a6a416a5e4a6a5e7225c4dd3999d9a9399528d10389edbcfc92cce45450564d2c5180044d7151b23e24a8f40a2a2142562606a000879422e04406cefaa064024e1a39892569f945b960638a328b538bf562f24c20ce06b9145a3a2415e597a66794286496401c559a072e1b505c955a96097276aa4271497e41b10228e4f514fc21b10c31a658071ce5f9793995d0622745212d3327554103e25690f393f373f24b8b8ae1eed784c7b142497e697286423928f9839c9e0a2a8515f212734149c629b33835b9442129b5a43c35350f1a1c89440288ede05c0961a6110920aaf562f24c21215609cee79925a024a9500c7208348b93186a886219548c27e6a6a6e8281483733c2425e5e52b1494e6e42814a51696a61697289467e417a72a2467a4266783aa88d29c1485a45485a2d4c414bd983c3390db3c1241e94f2123b1a020352f15240d2a7875c07e068768793e4817b804494e242faefd504b34682107aeda148a0b5213b38b41993eb3444fc13b35b5009c148a528b4b734ac0e2a989c919909210e45170dd96aa90975a51a2002a2d9213f3405e0255998945a9206f29e9281595e6a5836b15da158aa05277289488317990b4080d50582950919b6365049101f904ca0297e550761ea5653ad462a87110a3f39474944071427e010d722dad4be7c1196654a92c40c1074ab6b4ae29f004a1093445e4c1d440f9d014022aebe155959589017655d074444c4d04f3f248ae86a0c1456c358437c8a85a07811d468d3a889093a1f52db822a1750514aba3044b6c4a564a350ace398999b90a350ac1258925a5c50a350aaed016918e4251aa2ea83656a889c9abd1d5d585e398bc1a05433d05ea34e9156a14901af40a35d05610ee2a01ec1c052390fdc496d464da610cb283dc924da14601d208c6e725687103f19209c83aec8586428d02b4f1aa5003ee8840fa68b088446abc428c320519853b43916a9c999e0279d980548bfcf24b1494cda049c01fdc5357484ecc038d0924a52a24e797e695a4a6408a64851a85a2d29cd41485fcd2127810839b6dc57a59c5f979cafa06fae0b11098f21850fd0eee9e837bdd0af905a9790a600d0a29a9c5c9459949a9a0d6a635b88997979a58046aa3e66642462594cdf440999848b75929686919e819596869e9801ad5e07e5e7e1aa8b7826851823a03c9a0f1122b50a71aec2e1d703721b52cb508ec86e2d25c909d350a01f9997925a0ace9940ad6018e63588604654690178d9c0cf48c4c156a140c41ed5590e986d0fe38a8650fea6f803bc8e01e0ed8007028837419182bd480dc06eaed9716a42496a4a6c03a5a3989c5250ac6060a29a07e7e0dc835caa6607d6606dea995d01125b0ede6e0a1140813449a194002c1708804829181428d42527e4906b86f06f5234a750ff115d94157a3a06ba0670cb225b30429c125e6e583bafb0ad9997929a0884b4b2ccd2951d02848acccc94f4cd14dcecf2b294a4c2ed181c41b62204d173a60a70972504c9eb209d4c9010656e0688f078d9b8163bc58213f4fa1b824313d332f1de20748cc1818d03b799290d0c0a165084ace1027839b845806f040be84a800651e50e1094bed3a0ad0d1991a44c6078de6552b992959298df48caca4a3640a0a86d1dc9c07697190581082d3278d72b3928e9209286e46b33474e0116b96aeadd551828eae0794e6e4c006dc138b03128b4b94ace8354902d8e09bf600376960c1012e37899a0181862544636d2d00bd5c8499651a0000');
insert into dossiers values ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795891815397, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d44d32334a31373733354f4a4c51d2512ac92cc94955b252f24ead742d2aca2fb2528829353030322fc92f49cc813041aa528b4b8a95ac0c7594ca528b5232934b94ac948a52d38b528b8b33f3f3947494328b8b4b5395acf24a737274948af2f34b9c134b8b41e63a2ae4a6161727a6a72ae4242667172b242aa465a6e6a42894642496286496142b14a526a6a4162914a516966616a516eb28e417296424162b24e6e59764a4162914672416a45a2914a7e6819425e6a5c074a4641627a617a5a62a2426e59796289464a42a24e7e795142526972868142767a4e6266a2ae4a781250a122b73f21353f414fcf215923312f3d253210e48ad28c849cccc2b56c82c51c82c56c8cecb2fcfd383fad733a558c92a5aa904e4753d10199f5f94925a546c6505e6800348295647a9a02833bf28b3a452c94a29c05049472939b124353dbf283315ac3db928b32433393107a4b22831cf29352dbf28151c9269899939a9293001031da5dcc492e48cd414582816971617a482421a12a829f9c5c599a048ac564ace48cccc53b2521a82611b931793a7854839560a86a028325428482c2e4e4d514884c4634e627189424a6a414e7e656e6a5e89820628219a1924420184a7a9004a0ca05054c8cb2fb756c8cf4b4e55c8cd2f4a55c8cf03477a71622e2849e4e66696e8c0ec012907d9939e9899a705728ca19e829656382831a6e48375815464e6a52b8022b9582123b12c5521334f21393f37176c2cd48520f78254e5e7a5162ba4e42be4e597d86b69296869a416972426e5641667a4a6686a2928c4e42928288464a42a201bab509c58590cce67660678f21dc49bd60a79f979a9a05002a5704348ba05599f9aa290929f5aac0732be5221b108ec4e881e484285b0f562f28c207ecc4cce80663e903e8544584682663d88c9204ba0792d2f5f21273f2f3db548a1bc28b324b518b7070757428cc933867838151426a0bc6da5509e01f27d716a51596672aa8e426e7e4a694eaa8e42716a4909381a8b40c90d54c4e4255742fc9993999d9a53098f43bffc12503a80040fd8946250f81a992b24a5824c282db05248ccc95130542807590b2ad52ac151034d4879f92599c9a9a07226b1041af5c545c9fa9098d22ba804196666606562a017936702713ec8c5d0c22aa928bf343d035460421c579a072eaae0ae03a5b0d4b2cc9454501e282ec92f2856c8482d4ad553f087947f10638a75c0293c3f2fa7125a0aa628a465e6a4c2f217c841c9f939f9a545c5701769821319287d2b94e4972667289483f20a28185241d585425e622e280d3a6516a726972824a59694a7a6e6413d08cdae042988dfc1d919c24c23124054ebc5e4994242ac522125330514c645a989c9190ac52589e99979e9240619a28ac82c067b2f4547a1185c364092535ebe4241694e0eb8c64a2d2e5128cfc82f4e5548ce4805556fc9f9a539290a49a9e0bca5179367067298472228112a64241614a4e6a582a44195800ed8c3e0e02c07eb029735c98928118d3b15a62616e564822ace52506907aa4ca1f5177165aa5e0ca8da2e2acd4b075753b42b0341852c28790e6401189307492945a9c5a53925c5b05c57919b6365049101b912ca2a3530303380b2f3f015cf5043a14a21da40810a0a4b50de853474a856d6829c38d80a5afa072ca870cd0465274aca745050d2b340470453624a665e6a71b15e56717e9eb23eb43e2ad637d02f28ca4f4a053160c5383459e5c1f442f9d064969f8d5d1c268a25a59b404dc06122a8f087d7465626063093a0baa0f62ae928c19237a44e51c0593581021994f1611e521881f51234b888aa97f08617552b25b0aba85029815c8c948d28af9160692e23b3b824bfa852dfc0501f4b42265064831aeef1e0de19cc38b4241caba3044b934a564a350ace398999b90a350ac1258925a5c50a350aaed096948e4251aa2ea825a750139357a3abab0bc73179350a867a0ad4e93728d42820f51a146aa0ad27dc3e073b47c108643fc5f50c99961b832c27b72c56a85180b46b90fc4a72c1586a6060ec9c54048a5b63571069668025c4a0851e24c44c408e06851866d1a550a3006d532bd4803b5c56e0a6322c9d20955d10a34c4146e1c8d6a49a65a6a7405e66c40c47a2320ec407a08c9ba800ad81207dbf4c5057b63c4fa146a1a8342735450134ac82488da4c610c81a25e8a8869295925fbe427e416a9e0278a4482125b538b92833291554935b83833a2f35b108d49ccecd2c2e068dc5289be881ca17651368760830b00277a5e273328b4bc0dde96250471fdac68724002b052d2d033d03032d2d1d508f2503d431cb4f0375088a0b5213b38b61bde864d0e09495425ebe0278cc4507dca9492d4b2d02bba4b8341764738d42407e665e09a840704a05eb00f908a50800d96ae464a06760ac5003b2a53cb158a1b42025b1243505d659040f65181b28a480bafca0624441d740cfd0149ef241a5553196e125902f41c69b19805c074ab49925e0de48b10e6cb0a406dc8407fb0034d654ad64a264a5341a5e78c3abb65647093ab016509a93031b6b4b2c0e482c2e51b2a2c658e9d01ffd040c9c456141034ea0440d8442c315a2b1b61600fcebc0d978160000');
insert into dossiers values ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1795891820887, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d435314b324f33b14cb1344e4952d2512ac92cc94955b252f24ead742d2aca2fb2528829353030324fcecfc92f2d82b041ca528b4b8a95ac0c7594ca528b5232934b94ac94b2f3f2cbf3947494328b8b4b5395acf24a737274948af2f34b9c134b8b41663a2ae4a6161727a6a72ae4242667172b242aa465a6e6a42894642496286496142b14a526a6a4162914a516966616a516eb28e417296424162b24e6e59764a4162914672416a45a2914a7e6819425e6a5c074a4641627a617a5a62a2426e59796289464a42a24e7e795142526972868142767a4e6266a2ae4a781250a122b73f21353f414fcf215923312f3d253210e48ad28c849cccc2b56c82c51c82c5600fb460fea55cf946225ab68a51290aff540647c7e514a6a51b195159853925f9298a314aba3545094995f945952a964a51460a8a4a3949c58929a9e5f94990ad69e5c945992990c51599498e7949a965f94aa6465a0a394969899939a8224909b58929c919aa26465aaa3545c5a5c900a0a614888a6e41717678262af5a29392331334fc94a6908066c4c5e4c9e16388cad14944d1552528b938b32935241a16f0d8a01840028328b13735315b233f35240919896589a53a2a0018d475d5844c32318ac18142fc55a205b0cf514b4b4c241492c251f9c0040819d9997ae0056a290915896aa9099a7909c9f9b9b9f07490a202b0b128b8b41aaf2f3528b1552f215f2f24becb5b414b434528b4b129372328b33525334b5141462f214141442325215908d55284eac2c06e71c33037c3909949fcc0cac15f2f2f352415e03596c087103c8fed4148594fcd4623d90f9950a8945608742f440d21f84ad17936704f164667206344f81f42924c2f2073447414c065902cd4279f90a39f979e9a9450ae5459925a9c5b87d38b892584c9e31c4c3a9a03001251a2b85f20c90ef8b538bca329353751472f3534a735275148a534b4ac0f158a490925a002a39f2922b21feccc9cc4ecda9448944489ac8cb2fc94c4e0525c3c412682c161725eb43c25cafa01212ec5626e0982bc900190f8ef0f20cb07b40a92855a12027b1242dbf28176c4c5166716ab15e4c9e09c4d9209742cb9ea4a2fcd2f40c50f9077154691e3857a0b82ab52c3325352f3955a1b824bfa05801648b9e823fa438831853ac034edaf9793995d0422d45212d3327554103e25690f321457831dcfd9ae0c4054ad80a25f9a5c9190ae5a04c024a1da9a0925f212f311794f69c328b53934b1492524bca5353f3a0c191462480d8ae002aaa214c0b220144b55e4c9e2924c42a155232534041999e0a2adf338b15d2128b480c3144819f590cf65d8a8e4231b84c80a4a2bc7c8582d29c1c70fd935a5ca2509e915f9caa909c910aaaac92f34b7352149252c1594a2f26cf0ce42e8f4450da53c8482c2848cd4b0549838a741db07fc1a1590ed6052e63921351e2195b3112995a0c2e0d219e472f38c0b50c48cac81c449a19a0949a603b338b158a4b32737214f20b52f3f46240b57151695e3ab8f6a15d21082a6507bc048cc983044a516a71694e49312cb356e4e65819416440ce84b24a0d0ccc0ca0ec3cf47086e41390ac9139cc54100fa143494709149aa05c0c69c150adb405b971b015b5b030a063c8828b5150d6a2a4580785252859d2ba4cc7133e26d07493075303e543d25f1ea85486572a562606d85521a5364861af80b3ce807979245718d0e022a6c2c01b5c54ad2dc08ea2566d017236d5ab0a58da03f7de8af5b28af3f394f50df5c1fd4168aac5918ad1cb4fe47a0a5a28430d80267b1c5625e5a7405b56200fa268816a04e7645cfd2f98a9281ae14e46f31661bb50f22676b3413d3e584e53b252aa5170ce49cccc55a851082e492c292d56a851708536dc74148a527541bd5b859a98bc1a5d5d5d388ec9ab5130d453a04eff44a14601a959a150036dace12eb8c1ce513002d94f716546a6e5c620cbc92def156a14208d787c7e8516c210bf9a80ac03f915b32855a8518036be156ac03d322b709b1a16c3488d6f8851a620a3b01733a41a65a6a7405ee18023d0d1523b72262e353030764e028fe418bb42f20a9a6aa4bc418a6250a028e92881472e94ac943c415d0650e7b258a1245f41d95447a13cb32403342c9306edcc18e8995be881b2bab22934a1e22b49c0458095829616489b96968e426a1ea8e3a490965fa490a800b61564568d42407e665e0928f339a52683069e40ee42c96e204f1b3919e8191b28d4807a1454196a00db02f606c8682353851a0543a41e3d68e0086417b84f051e2a00f7e2d074811c94945f9201ee9c800d3333402d87c0a180aacbc018e28df2c46285d28294c492d414d07806a81f9793585ca2606ca090021a8da801058fb219d4587ff0f8954272625e5e3e28a61492f34bf34a525340816366000967230b503883c6de403ddcfc3490078a0b5213b38b613e0307b095425e3e240274c05dc8d4b2d42270ce292ecd05d949429490176ea48580093404020cacc04340f13999c525e0282956c8cf53282e494ccfcc4b470e0703037a8703093eaa51d035d03304a537889371d591205f42548062095402669680d359b18e0274aca906dc61046725d08065b592a99295d268e634300067695a674e251d253350788ff01caaa4a364020a86d16c0a1dd1c49a4d6b6be1f30201a53939b0d996c4e280c4e212252baaccf10036f4a76ec00d1bf01c0ab854246a0a0765b6a5b616008fb763932e1b0000');
CREATE TABLE mentions (
    repository text   not null,
    thread     bigint not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,
    at         bigint not null,
    primary key (repository, thread, cluster)
);
insert into mentions values ('team/shop', 1, 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795891818547);
insert into mentions values ('team/shop', 2, 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1795891804585);
insert into mentions values ('team/shop', 1, 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795891815397);
CREATE TABLE rulings (
    id         integer primary key,
    repository text   not null,
    cluster    text   not null,
    kind       text   not null,              -- same-as, not-this, flaky, cause, priority, mute, accept
    value      text   not null,
    until      bigint,
    login      text   not null,
    thread     bigint not null,
    key        text   not null,              -- comment and place of the command in it
    before     text,                         -- what it changed, JSON, to be taken back
    at         bigint not null,
    undone_at  bigint,
    undone_by  text,
    unique (repository, key, cluster, kind, value)
);
insert into rulings values (1, 'team/shop', 'w1-b62d77657bad', 'priority', 'P1', null, 'ann', 5, '1016.1', null, 1795891815861, 1795891815967, 'ann');
insert into rulings values (2, 'team/shop', 'w1-b62d77657bad', 'cause', 'the pool of db is too small', null, 'ann', 5, '1020.1', null, 1795891816064, null, null);
insert into rulings values (3, 'team/shop', 'w1-b62d77657bad', 'mute', 'deploy freeze', 1797619816172, 'ann', 5, '1022.1', null, 1795891816172, null, null);
CREATE TABLE reruns (
    repository text   not null,
    key        text   not null,
    sha        text   not null,
    login      text   not null,
    at         bigint not null,
    primary key (repository, key)
);
insert into reruns values ('team/shop', '1007:0', 'ffffffffffffffffffffffffffffffffffffffff', 'ann', 1795891801387);
CREATE TABLE issue_care (
    repository text   not null,
    issue      bigint not null,
    told       text,                         -- what people were told last, JSON
    closed_at  bigint,
    closed_by  text,                         -- login of a person; null for the bot's own figures
    primary key (repository, issue)
);
insert into issue_care values ('team/shop', 2, '{}', 1795000000000, 'ann');
CREATE INDEX deliveries_pending on deliveries (id) where state = 'pending';
CREATE INDEX deliveries_received on deliveries (received_at);
CREATE INDEX jobs_due on jobs (due_at, id) where state = 'pending';
CREATE UNIQUE INDEX jobs_one_at_a_time on jobs (repository) where state = 'running';
CREATE INDEX runs_of_branch on runs (repository, branch, id);
CREATE INDEX effects_pending on effects (repository, due_at) where state = 'pending';
CREATE INDEX effect_writes_of on effect_writes (effect_id, at);
CREATE INDEX write_slots_at on write_slots (installation, at);
CREATE INDEX deployment_runs_of on deployment_runs (repository, environment, deployment);
CREATE INDEX suite_runs_of on suite_runs (deployment_run);
CREATE INDEX suite_runs_by_workflow_run on suite_runs (workflow_run);
CREATE INDEX rulings_of_thread on rulings (repository, thread, id);
CREATE INDEX reruns_of_commit on reruns (repository, sha);
