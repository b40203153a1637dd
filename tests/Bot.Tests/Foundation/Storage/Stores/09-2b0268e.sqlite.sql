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
insert into deliveries values (1, 'made-1', 4711, 'workflow_run', 1795892020856, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
insert into deliveries values (2, 'made-2', 4711, 'workflow_run', 1795892024304, 'done', 0, 'looks at dddddddddddddddddddddddddddddddddddddddd');
insert into deliveries values (3, 'made-3', 4711, 'workflow_run', 1795892028204, 'done', 0, 'looks at eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
insert into deliveries values (4, 'made-4', 4711, 'deployment_status', 1795892030368, 'done', 0, 'deployment 1 of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is success');
insert into deliveries values (5, 'made-5', 4711, 'deployment_status', 1795892035484, 'done', 0, 'deployment 2 of ffffffffffffffffffffffffffffffffffffffff is success');
insert into deliveries values (6, 'made-6', 4711, 'deployment_status', 1795892040863, 'done', 0, 'deployment 3 of ffffffffffffffffffffffffffffffffffffffff is success');
insert into deliveries values (7, 'made-7', 4711, 'issue_comment', 1795892040922, 'done', 0, 'reads comment 1014 for commands');
insert into deliveries values (8, 'made-8', 4711, 'issue_comment', 1795892041131, 'done', 0, 'reads comment 1016 for commands');
insert into deliveries values (9, 'made-9', 4711, 'issue_comment', 1795892041187, 'done', 0, 'reads comment 1018 for commands');
insert into deliveries values (10, 'made-10', 4711, 'issue_comment', 1795892041295, 'done', 0, 'reads comment 1020 for commands');
insert into deliveries values (11, 'made-11', 4711, 'issue_comment', 1795892041403, 'done', 0, 'reads comment 1022 for commands');
insert into deliveries values (12, 'made-12', 4711, 'issue_comment', 1795892041511, 'done', 0, 'reads comment 1024 for commands');
insert into deliveries values (13, 'made-13', 4711, 'issue_comment', 1795892043271, 'done', 0, 'reads comment 1026 for commands');
insert into deliveries values (14, 'made-14', 4711, 'issues', 1795892043327, 'done', 0, 'tries 1 rules of issue 6');
insert into deliveries values (15, 'made-15', 4711, 'workflow_run', 1795892043826, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
insert into deliveries values (16, 'form', 4711, 'workflow_run', 1795892045918, 'failed', 0, 'sent as a form; set the webhook''s content type to application/json');
insert into deliveries values (17, 'made-16', 4711, 'workflow_run', 1795892045982, 'done', 0, 'looks at 8888888888888888888888888888888888888888');
insert into deliveries values (18, 'made-17', 4711, 'workflow_run', 1795892048054, 'done', 0, 'looks at 7777777777777777777777777777777777777777');
insert into deliveries values (19, 'pending', 4711, 'workflow_run', 1795892048054, 'pending', 0, null);
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
insert into delivery_bodies values (13, x'7b22616374696f6e223a2263726561746564222c226973737565223a7b226e756d626572223a357d2c22636f6d6d656e74223a7b226964223a313032362c22626f6479223a222f6163636570742073746167696e67206974206973206b6e6f776e222c2275736572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (14, x'7b22616374696f6e223a22656469746564222c226973737565223a7b226e756d626572223a362c227374617465223a226f70656e222c22626f6479223a2249742069732061776179206174206e696768742e5c6e5c6e5c75303036305c75303036305c7530303630776879626f745c6e746578743a205c7530303232726566757365643a2064623a353433325c75303032325c6e74657374733a205b74657374732f746573745f6f72646572732e70792c205c75303032322a3a3a746573745f746f74616c5c75303032325d5c6e5c75303036305c75303036305c75303036305c6e227d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d2c226368616e676573223a7b22626f6479223a7b2266726f6d223a2249742068617070656e732e227d7d2c2273656e646572223a7b226c6f67696e223a22616e6e222c2274797065223a2255736572227d7d');
insert into delivery_bodies values (15, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313030312c22686561645f736861223a2266666666666666666666666666666666666666666666666666666666666666666666666666666666222c22686561645f6272616e6368223a2266656174757265222c226576656e74223a2270756c6c5f72657175657374222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (16, x'7061796c6f61643d253742253744');
insert into delivery_bodies values (17, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313033312c22686561645f736861223a2238383838383838383838383838383838383838383838383838383838383838383838383838383838222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (18, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313033322c22686561645f736861223a2237373737373737373737373737373737373737373737373737373737373737373737373737373737222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
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
insert into jobs values (1, 'sweep deliveries', 'sweep deliveries', 'sweep deliveries', '{}', null, 'pending', 1795892020384, 1795892020384, 1795892320521, 0, 1, null, null, null);
insert into jobs values (2, 'sweep runs', 'sweep runs', 'sweep runs', '{}', null, 'pending', 1795892020410, 1795892020410, 1795892140622, 0, 1, null, null, null);
insert into jobs values (4, 'team/shop', 'publish', 'publish', '{"Installation":99}', 'made-16', 'running', 1795892047981, 1795892047981, 1795892051408, 1, 3, 1795892055483, null, null);
insert into jobs values (5, 'team/shop', 'explain:7777777777777777777777777777777777777777', 'explain', '{"Installation":99,"Sha":"7777777777777777777777777777777777777777"}', 'made-17', 'pending', 1795892048056, 1795892048056, 1795892053554, 1, 1, null, null, 'GET repos/team/shop: 502 Server Error');
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
insert into runs values (1, 'team/shop', 99, 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1, '1001.2:failure pull:1', 'analysed', 'no-go', 0, 1795892021084, 1795892045862);
insert into runs values (2, 'team/shop', 99, 'dddddddddddddddddddddddddddddddddddddddd', 'main', 2, '1004.1:failure pull:2', 'analysed', 'no-go', 0, 1795892024307, 1795892028106);
insert into runs values (3, 'team/shop', 99, 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', null, '1007.1:failure pull:', 'analysed', 'no-go', 0, 1795892028215, 1795892030326);
insert into runs values (4, 'team/shop', 99, '8888888888888888888888888888888888888888', 'main', null, '1031.1:failure pull:', 'analysed', 'no-go', 0, 1795892046024, 1795892047980);
insert into runs values (5, 'team/shop', 99, '7777777777777777777777777777777777777777', null, null, '', 'open', null, 0, 1795892048056, null);
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
insert into deployments values ('team/shop', 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'success', 1795892030371);
insert into deployments values ('team/shop', 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795892035490);
insert into deployments values ('team/shop', 3, 'qa', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795892040865);
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
insert into effects values (1, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #6 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #6 describes it; its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060)*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n**What to do**\n\n- *Now*: Follow #6; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1002, 'e0b96f10dc85a0b333b049ea3f15db60', 'e0b96f10dc85a0b333b049ea3f15db60', 1795892045876, 1795892024190, 1795892045863, 0, null, 1795892024006);
insert into effects values (2, 'team/shop', 99, 'comment', '1', '{"number":1,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | known | 1 | #6 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*known: #6 describes it; its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060)*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n**What to do**\n\n- *Now*: Follow #6; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1003, '83de4d5dd51ae81225307ca0c640c256', '83de4d5dd51ae81225307ca0c640c256', 1795892045883, 1795892024244, 1795892045864, 0, null, 1795892024010);
insert into effects values (3, 'team/shop', 99, 'check', 'dddddddddddddddddddddddddddddddddddddddd', '{"sha":"dddddddddddddddddddddddddddddddddddddddd","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1005, 'fab656b14d9ac1366377b8c5d9583f56', 'fab656b14d9ac1366377b8c5d9583f56', 1795892028137, 1795892028137, 1795892028108, 0, null, 1795892028108);
insert into effects values (4, 'team/shop', 99, 'comment', '2', '{"number":2,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1006, '9407b1c82eaa07aad7bc15656ffb222d', '9407b1c82eaa07aad7bc15656ffb222d', 1795892028159, 1795892028159, 1795892028108, 0, null, 1795892028108);
insert into effects values (5, 'team/shop', 99, 'check', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '{"sha":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060branch-e\u0060 at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1008, '9c3458c5a05693b0f12012d788048bde', '9c3458c5a05693b0f12012d788048bde', 1795892030333, 1795892030333, 1795892030327, 0, null, 1795892030327);
insert into effects values (6, 'team/shop', 99, 'check', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:staging', '{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"Whybot: staging","conclusion":"success","check":{"title":"Go","summary":"### \u2705 Go for \u0060staging\u0060 at \u0060aaaaaaaa\u0060\n\n**all 3 gates met** \u00B7 3 of 3 passed (100 %)\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 100 % | met | 2 of 2 passed, 95 % needed |\n| \u0060later\u0060 | 50 % | 100 % | met | 1 of 1 passed, 50 % needed |\n| \u0060overall\u0060 | 90 % | 100 % | met | 3 of 3 passed, 90 % needed |\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[]}}', 'sent', 1010, '4f88ad890688599322065480bee7e296', '4f88ad890688599322065480bee7e296', 1795892035441, 1795892031713, 1795892035417, 0, null, 1795892031524);
insert into effects values (7, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff:staging', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot: staging","conclusion":"success","check":{"title":"Accepted by ann: No-go","summary":"**Accepted by \u0060ann\u0060** on 2026-11-28 18:54 UTC: \u0060it is known\u0060. The gate did not hold; a person passed it.\n\n### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\n\u0060ann\u0060 says: \u0060the pool of db is too small\u0060.\n\n*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027total\u0027","message":"tests.test_orders::test_total: ann says: \u201Cthe pool of db is too small\u201D."}]}}', 'sent', 1011, '97b0685d05f541df6bbbe2a0fbfd641d', '97b0685d05f541df6bbbe2a0fbfd641d', 1795892043316, 1795892036376, 1795892043292, 0, null, 1795892036319);
insert into effects values (8, 'team/shop', 99, 'issue', 'w1-b62d77657bad', '{"issue":{"cause":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","labels":["P1"],"body":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n1 test in \u0060orders\u0060.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n- Verdict: regression\n- Places: \u0060staging\u0060\n- Tests: \u0060tests.test_orders::test_total\u0060\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-28 18:53 UTC | \u0060staging\u0060 | \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w1-b62d77657bad\u0060\n\n\u003C!-- whybot:cause w1-b62d77657bad --\u003E\n","covers":["w1-b62d77657bad"]}}', 'sent', 5, 'e9dc8242067bddf2b12591fd03a296da', 'e9dc8242067bddf2b12591fd03a296da', 1795892040830, 1795892040830, 1795892040795, 0, null, 1795892040795);
insert into effects values (9, 'team/shop', 99, 'comment', '1:staging', '{"number":1,"marker":"\u003C!-- whybot:run staging --\u003E","body":"### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\n\u0060ann\u0060 says: \u0060the pool of db is too small\u0060.\n\n*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n"}', 'sent', 1013, '3380c416db81bd8251a8b73593bf0fdb', '3380c416db81bd8251a8b73593bf0fdb', 1795892043258, 1795892040850, 1795892043132, 0, null, 1795892040795);
insert into effects values (10, 'team/shop', 99, 'reply', '5:1014.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1014.1 --\u003E","body":"\u0060/why\u0060\n\n\u0060KeyError: \u0027total\u0027\u0060, seen last at \u0060ffffffff\u0060 on \u0060staging\u0060, 2026-11-28 18:54 UTC\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n\n\u003C!-- whybot:reply 1014.1 --\u003E\n"}', 'sent', 1015, '72feedecdbec781f1093bdc54433fda7', '72feedecdbec781f1093bdc54433fda7', 1795892041093, 1795892041093, 1795892041081, 0, null, 1795892041081);
insert into effects values (11, 'team/shop', 99, 'change', '1016.1:5', '{"issue":5,"state":null,"stateReason":null,"addLabels":["P1"],"removeLabels":["P0","P2"],"assignees":[]}', 'sent', 5, 'c5ba6dda70cfc07fb999aeb861e0f811', 'c5ba6dda70cfc07fb999aeb861e0f811', 1795892041168, null, 1795892041151, 0, null, 1795892041151);
insert into effects values (12, 'team/shop', 99, 'reply', '5:1016.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1016.1 --\u003E","body":"\u0060/priority P1\u0060\n\nP1 from now on:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt stands, whatever the figures say. \u0060/undo\u0060 lets the figures speak again.\n\n\u003C!-- whybot:reply 1016.1 --\u003E\n"}', 'sent', 1017, 'ccb33d9a2dda5fed562a62785c2ddb18', 'ccb33d9a2dda5fed562a62785c2ddb18', 1795892041177, 1795892041177, 1795892041151, 0, null, 1795892041151);
insert into effects values (13, 'team/shop', 99, 'reply', '5:1018.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1018.1 --\u003E","body":"\u0060/undo\u0060\n\nTaken back: priority by \u0060ann\u0060 of 2026-11-28 18:54 UTC, for 1 cause. The label stays until somebody changes it.\n\n\u003C!-- whybot:reply 1018.1 --\u003E\n"}', 'sent', 1019, '27c5126e2706eedb0126dc193a25c2ae', '27c5126e2706eedb0126dc193a25c2ae', 1795892041269, 1795892041269, 1795892041251, 0, null, 1795892041251);
insert into effects values (14, 'team/shop', 99, 'reply', '5:1020.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1020.1 --\u003E","body":"\u0060/cause the pool of db is too small\u0060\n\nNoted, for\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nReports name it as what you say; the bot\u0027s own whys stay below it. \u0060/undo\u0060 takes it back.\n\n\u003C!-- whybot:reply 1020.1 --\u003E\n"}', 'sent', 1021, '35d21462c147928d924ed36503bf34e9', '35d21462c147928d924ed36503bf34e9', 1795892041361, 1795892041361, 1795892041349, 0, null, 1795892041349);
insert into effects values (15, 'team/shop', 99, 'reply', '5:1022.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1022.1 --\u003E","body":"\u0060/mute 20d deploy freeze\u0060\n\nMuted until 2026-12-18 18:54 UTC:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt is still counted, and still fails its gate. \u0060/undo\u0060 ends it earlier.\n\n\u003C!-- whybot:reply 1022.1 --\u003E\n"}', 'sent', 1023, '101821fdca3e10be45b200e0d963ef63', '101821fdca3e10be45b200e0d963ef63', 1795892041469, 1795892041469, 1795892041455, 0, null, 1795892041455);
insert into effects values (16, 'team/shop', 99, 'reply', '5:1024.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1024.1 --\u003E","body":"\u0060/rerun failed\u0060\n\nRunning \u0060orders\u0060 again on \u0060staging\u0060 at \u0060ffffffff\u0060, the 2. time. The check shows the progress; what passes now failed by chance, and the decision is made anew.\n\n\u003C!-- whybot:reply 1024.1 --\u003E\n"}', 'sent', 1025, 'ac5ddd7fcc42c98a631ecc78580edf5c', 'ac5ddd7fcc42c98a631ecc78580edf5c', 1795892041602, 1795892041602, 1795892041569, 0, null, 1795892041569);
insert into effects values (17, 'team/shop', 99, 'seen', '5', '{"issue":5,"occasion":"ffffffffffffffffffffffffffffffffffffffff"}', 'sent', 5, 'e0da4a74e14c7997a104d44d35391f96', 'e0da4a74e14c7997a104d44d35391f96', 1795892043242, null, 1795892043131, 0, null, 1795892043131);
insert into effects values (18, 'team/shop', 99, 'reply', '5:1026.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1026.1 --\u003E","body":"\u0060/accept staging it is known\u0060\n\n\u0060staging\u0060 at \u0060ffffffff\u0060, which was no-go, is accepted by \u0060ann\u0060: \u0060it is known\u0060. Check and worklog say so.\n\n\u003C!-- whybot:reply 1026.1 --\u003E\n"}', 'sent', 1027, '548b1946026413859f1799db2e272665', '548b1946026413859f1799db2e272665', 1795892043312, 1795892043312, 1795892043292, 0, null, 1795892043292);
insert into effects values (19, 'team/shop', 99, 'rules', '6', '{"number":6,"marker":"\u003C!-- whybot:rules --\u003E","body":"\u2705 The rule in line 4 is used from now on. In the last 7 days it would have matched 3 failures in 3 of 5 runs, and no passing test:\n\n- \u0060tests.test_orders::test_total\u0060\n\n\n\u003C!-- whybot:rules --\u003E\n"}', 'sent', 1029, '835d3b0fa8911a6b39df37263c6620f9', '835d3b0fa8911a6b39df37263c6620f9', 1795892043806, 1795892043806, 1795892043783, 0, null, 1795892043783);
insert into effects values (20, 'team/shop', 99, 'note', '6', '{"number":6,"marker":"\u003C!-- whybot:note --\u003E","body":"**Seen at \u0060ffffffff\u0060:** 1 failing test belong here.\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n- Why here: its rule matches 1 of 1 failing, 0 of 1 passing tests (\u0060refused: db:5432\u0060) (confidence 1.00)\n\n\u003Cdetails\u003E\u003Csummary\u003EWhy, with evidence\u003C/summary\u003E\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #6 \u0060Orders cannot be counted\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003C!-- whybot:note --\u003E\n"}', 'sent', 1030, 'acd0c236c33807013d622223a865ccfe', 'acd0c236c33807013d622223a865ccfe', 1795892045873, 1795892045873, 1795892045863, 0, null, 1795892045863);
insert into effects values (21, 'team/shop', 99, 'check', '8888888888888888888888888888888888888888', '{"sha":"8888888888888888888888888888888888888888","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u006088888888\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027colour\u0027\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n**Ruled out**\n\n- #5 \u0060KeyError: \u0027total\u0027\u0060: confidence 0.58 is below what a match needs; it describes the same kind of fault (payload-contract) of the same tests, but nothing it says speaks of this cause (\u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027colour\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'pending', null, '0f034f7cda050162d7f59f8d93d94064', null, null, null, 1795892051408, 2, 'GET repos/team/shop/commits/8888888888888888888888888888888888888888/check-runs: 502 Server Error', 1795892047981);
CREATE TABLE effect_writes (
    effect_id bigint not null references effects (id) on delete cascade,
    at        bigint not null
);
insert into effect_writes values (1, 1795892024129);
insert into effect_writes values (2, 1795892024230);
insert into effect_writes values (3, 1795892028117);
insert into effect_writes values (4, 1795892028143);
insert into effect_writes values (5, 1795892030332);
insert into effect_writes values (6, 1795892031709);
insert into effect_writes values (6, 1795892032927);
insert into effect_writes values (6, 1795892035435);
insert into effect_writes values (7, 1795892036367);
insert into effect_writes values (7, 1795892039510);
insert into effect_writes values (8, 1795892040818);
insert into effect_writes values (7, 1795892040838);
insert into effect_writes values (9, 1795892040849);
insert into effect_writes values (10, 1795892041089);
insert into effect_writes values (11, 1795892041167);
insert into effect_writes values (12, 1795892041172);
insert into effect_writes values (13, 1795892041263);
insert into effect_writes values (14, 1795892041357);
insert into effect_writes values (15, 1795892041464);
insert into effect_writes values (16, 1795892041595);
insert into effect_writes values (17, 1795892043232);
insert into effect_writes values (7, 1795892043245);
insert into effect_writes values (9, 1795892043251);
insert into effect_writes values (18, 1795892043308);
insert into effect_writes values (7, 1795892043314);
insert into effect_writes values (19, 1795892043805);
insert into effect_writes values (20, 1795892045869);
insert into effect_writes values (1, 1795892045874);
insert into effect_writes values (2, 1795892045881);
insert into effect_writes values (21, 1795892047993);
CREATE TABLE write_slots (
    installation bigint not null,
    at           bigint not null
);
insert into write_slots values (99, 1795892024154);
insert into write_slots values (99, 1795892024234);
insert into write_slots values (99, 1795892028118);
insert into write_slots values (99, 1795892028153);
insert into write_slots values (99, 1795892030332);
insert into write_slots values (99, 1795892031709);
insert into write_slots values (99, 1795892032929);
insert into write_slots values (99, 1795892035437);
insert into write_slots values (99, 1795892036374);
insert into write_slots values (99, 1795892039513);
insert into write_slots values (99, 1795892040821);
insert into write_slots values (99, 1795892040842);
insert into write_slots values (99, 1795892040849);
insert into write_slots values (99, 1795892041048);
insert into write_slots values (99, 1795892041081);
insert into write_slots values (99, 1795892041089);
insert into write_slots values (99, 1795892041137);
insert into write_slots values (99, 1795892041152);
insert into write_slots values (99, 1795892041172);
insert into write_slots values (99, 1795892041239);
insert into write_slots values (99, 1795892041251);
insert into write_slots values (99, 1795892041263);
insert into write_slots values (99, 1795892041343);
insert into write_slots values (99, 1795892041350);
insert into write_slots values (99, 1795892041358);
insert into write_slots values (99, 1795892041446);
insert into write_slots values (99, 1795892041456);
insert into write_slots values (99, 1795892041468);
insert into write_slots values (99, 1795892041549);
insert into write_slots values (99, 1795892041570);
insert into write_slots values (99, 1795892041601);
insert into write_slots values (99, 1795892043235);
insert into write_slots values (99, 1795892043247);
insert into write_slots values (99, 1795892043251);
insert into write_slots values (99, 1795892043275);
insert into write_slots values (99, 1795892043293);
insert into write_slots values (99, 1795892043308);
insert into write_slots values (99, 1795892043315);
insert into write_slots values (99, 1795892043805);
insert into write_slots values (99, 1795892045870);
insert into write_slots values (99, 1795892045875);
insert into write_slots values (99, 1795892045882);
insert into write_slots values (99, 1795892047998);
CREATE TABLE causes (
    repository text   not null,
    cluster    text   not null,
    title      text   not null,
    issue      bigint,                       -- the issue that the bot filed, or the open one that it belongs to
    first_at   bigint not null,
    first_sha  text   not null, ran_before bigint not null default 0, failed_before bigint not null default 0, brought bigint not null default 0, matched bigint,
    primary key (repository, cluster)
);
insert into causes values ('team/shop', 'w1-1e629b32fb96', 'ConnectionRefusedError: [Errno 111] Connection refused: db:5432', null, 1795892023959, 'ffffffffffffffffffffffffffffffffffffffff', 0, 0, 0, 6);
insert into causes values ('team/shop', 'w1-b62d77657bad', 'KeyError: ''total''', 5, 1795892040791, 'ffffffffffffffffffffffffffffffffffffffff', 1, 0, 0, 5);
insert into causes values ('team/shop', 'w1-46b7f49d93db', 'KeyError: ''colour''', null, 1795892047980, '8888888888888888888888888888888888888888', 0, 0, 0, null);
CREATE TABLE sightings (
    repository text   not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,              -- branch, pull request or environment
    tests      bigint not null,
    seen_at    bigint not null, failed_after bigint not null default 0, passed_after bigint not null default 0, blocked bigint not null default 0,
    primary key (repository, cluster, sha)
);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1, 1795892023959, 0, 0, 1);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1, 1795892028106, 0, 0, 1);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', 1, 1795892030326, 0, 0, 1);
insert into sightings values ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1, 1795892040791, 1, 0, 1);
insert into sightings values ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1, 1795892047980, 0, 0, 1);
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
insert into deployment_runs values (1, 'team/shop', 99, 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":null,"expected":[]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":null,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- no earlier run is known\n- what changed is not known\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | \u2013 | to pass | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | \u2013 | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 2, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:53:50.5326573+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42191/health","ok":true,"status":200,"latencyMs":44.4,"evidence":"ok"}]}]}},{"when":"During","seen":{"checkedAt":"2026-11-28T18:53:52.919013+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42191/health","ok":true,"status":200,"latencyMs":2.2,"evidence":"ok"}]}]}}]', '{"ended":2,"suites":[{"name":"orders","category":"critical","passed":2,"failed":0,"skipped":0,"flaky":0},{"name":"reports","category":"later","passed":1,"failed":0,"skipped":0,"flaky":0}]}', '', 'go', 1, '{"run":{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","decision":"go","reason":"all 3 gates met","endedAt":"2026-11-28T18:53:55.4070892+00:00","causes":[]},"pulls":[]}', '# Worklog: Go for `staging`

## Summary

- **Decision:** **Go**: all 3 gates met
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`
- **Deployed:** 2026-11-28 18:53 UTC
- **Tests:** 3 of 3 passed (100 %)

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:42191/health` | `ok` |

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
', 1795892030458, 1795892035414, null);
insert into deployment_runs values (2, 'team/shop', 99, 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":0.5,"expected":[{"issue":4,"title":"P0: test_list fails on staging","tests":1}]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":0.25,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- the last run (\u0060aaaaaaaa\u0060) was go: \u0060all 3 gates met\u0060\n- 1 commit since \u0060aaaaaaaa\u0060, in 1 file\n- merged since: \u0060#1 Change the colours\u0060\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | 0.5 s | to fail: #4 (1 test) | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | 0.3 s | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 1, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:53:55.4969368+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42191/health","ok":true,"status":200,"latencyMs":1,"evidence":"ok"}]}]}},{"when":"After","seen":{"checkedAt":"2026-11-28T18:53:58.06987+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:42191/health","ok":true,"status":200,"latencyMs":3.7,"evidence":"ok"}]}]}}]', '{"ended":1,"suites":[{"name":"orders","category":"critical","passed":1,"failed":1,"skipped":0,"flaky":0}]}', 'critical: 50 % passed, 95 % needed', 'no-go', 0, '{"run":{"sha":"ffffffffffffffffffffffffffffffffffffffff","decision":"no-go","reason":"2 gates not met: critical, overall","endedAt":"2026-11-28T18:54:03.1270755+00:00","causes":[{"cluster":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","rootCause":"ann says: \u201Cthe pool of db is too small\u201D.","issue":5,"tests":["tests.test_orders::test_total"],"suspect":null}]},"pulls":[1]}', '# Worklog: No-go for `staging`

## Summary

- **Decision:** **No-go**: 2 gates not met: `critical`, `overall`
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `ffffffffffffffffffffffffffffffffffffffff`
- **Deployed:** 2026-11-28 18:53 UTC
- **Tests:** 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)
- **Causes:** 1 known

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:42191/health` | `ok` |

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

**Accepted by `ann`** on 2026-11-28 18:54 UTC: `it is known`. The gate did not hold; a person passed it.

', 1795892035494, 1795892043127, '{"by":"ann","reason":"it is known","at":"2026-11-28T18:54:03.2825751+00:00"}');
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
insert into suite_runs values (1, 1, 1, 'local', '["orders"]', null, 'whybot-1-1-96610f41c1e0', 'ended', null, 'success', null, 1795892031587, 1795892031695);
insert into suite_runs values (2, 1, 2, 'local', '["reports"]', null, 'whybot-1-2-9f9fab96eaa7', 'ended', null, 'success', null, 1795892032914, 1795892032931);
insert into suite_runs values (3, 2, 1, 'local', '["orders"]', null, 'whybot-2-1-54dac5bf2cae', 'ended', null, 'success', null, 1795892036326, 1795892036373);
insert into suite_runs values (4, 2, 0, 'local', '["orders"]', '[{"Suite":"orders","File":null,"ClassName":"tests.test_orders","Name":"test_total","Address":"tests.test_orders.test_total"}]', 'whybot-2-0-9b053b481a10', 'ended', null, 'success', null, 1795892039500, 1795892039515);
insert into suite_runs values (5, 2, 0, 'local', '["orders"]', null, 'whybot-2-0-d78c0fb2a8a6', 'ended', null, 'success', null, 1795892041568, 1795892041591);
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
insert into suite_files values (5, 'results/orders.xml', x'1f8b0800000000000403b229492d2e292ecd2c492db643b015f21273536d95f28b52528b8a9514c06a6c958c94144a3273538b4b12730b6c958c0c8ccc740d0d758d0c420c8dac0c0cac0c0c94ecb8c066242716a72a24e724161743cc01ebd70391f130231112f125f925893910a36d950cf48c4c95ec6cd21233734a8b521572538b8b13d3536d95bc532b5d8b8af28bac14d4120bf28badc19a00833095ec402617eb8348a8f97a0595568646560a997960b743ace05250505000ebd3d0e42a2e4ad687b805a4d6c400a216e412b0b2e4fcbcbcd4e4120d4d2e570505053c96dbe8439d6a67037600c8eb6485424e6671095a20201b086683e3096a11985d6cc70500f492c165c1010000');
insert into suite_files values (5, 'logs/orders.out.txt', x'');
CREATE TABLE dossiers (
    repository text    not null,
    cluster    text    not null,
    sha        text    not null,
    place      text    not null,             -- branch, pull request or environment
    seen_at    bigint  not null,
    about      blob not null,             -- gzip of JSON
    primary key (repository, cluster)
);
insert into dossiers values ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795892045863, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d4354c3533b24c32364a4bb23453d2512ac92cc94955b25272cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531360299945a5c52ac6465a8a354965a9492995ca264a5949d975f9ea7a4a394595c5c9aaa6495579a93a3a354949f5fe29c585a0cb2d62fbf2423332f5d21313939b5a0a4582119ee8c6285c41285928cc41285c49494a2d4e2622b85928c548582a2fce4d4e26285cc6285bcfc1285a2d2bcbcccbc741d85fc22859ccce292d4bc6285d49ce2d4f28cd4a2543d05bf7c85e48cc4bcf4548849a9150539899979c50a99252003c0aed3833add33a558c92a5aa904e40b3d10199f5f94925a546c6505e694e49724e628c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642643541625e639a5a6e517a52a5919e828a52566e6a4a62009e426962467a4a6285999e92815971617a482420c12420589c5c5a9298ee98999794a56698939c5a930fda862c5a59925107b216e05b92f25bfb8381314d9d54ac919600394064120c7e4c5e46981c3db4a41d94c2125b538b9283329151413d60a9925c50a45a539a90a902029563054c84f53305400051938720d207c50b080120b28428a1534624a0d0ccc0cd053224454530b64a3a19e82965638280da5e483530fd444058809198965a90a99790ac9f9b9b9f9799024024e6389c5c5207bf2f3528b1552f24109cd5e4b4b414b23b5b824312927b338233545534b4121264f414121242315e650b0b10ac58995c50a105720320c59990a6288b5425e7e5e2a2804406e338438131414a9290a29f9a9c57a2027542a241681fd02d103490e10b65e4c9e11241c2ac1ea41de41ca732859ae04946d70fb95b6092926cf18e2ce5490574049c34aa13c23333943a138b5a82c3339554721373fa534275547a138b5a4041c43450a29a905a97929a979c9951077e76466a7e654a2440f24b6f3f24b32935341593fb1041a3fc545c9fa90a0d22ba884849695890128c021a512382ac1450928998082bf2027b1242dbf28176c4c5166716ab15e4c9e09c4d92097424b9ba4a2fcd2f48c1285cc1288a34af3c0691fc555a965992067a72a1497e417142b80425e4fc13f0d9c4e21c614eb8039f9793995d0622c45212d33271596f441ce4fcecfc92f2d2a86bb5f131ec70a25f9a5c9190ae5a0e40f727a2aa84057c84bcc052519a7cce2d4e41285a4d492f2d4d43c68702412092021a590989702d59846248068d48bc933858458a5427922289e414952a118e490d4c4a29cccd42212430d51cc83aa85c4dcd4141d8562708e87a4a4bc7c8582d29c1c85a2d4c2d2d4e21285f28cfce25485e48cd4e46c5095539a93a29094aa50949a98a217936706729b07c45d19890505a979a920695041ae03f6333844cbf341bac0254872224a5c632b2422538bc1e51e2400fcc1158b4272621ea80a4b4a5548ce2fcd2b494d81c8a2148e600b338b158a4b32737214f20b52f3f46240156a51695e3ab8c2a15df9062a408742e116930709b7a2d4e2d29c92625886aec8cdb13282c8807c026581ab0c283b8fd2e2196a31d43888d1a0c801c509f9652dc8b5b42e6807679851a5dc07051f28d9d2bad0c7138426d01491075303e5435308a8d886d73a562606d85529e92881d21131950acccb23b946810617b1350ade20a36a75027618b5aa1390b3a95b97c0121fb88756ac97559c9fa7ac6fa00fee1642932d8e648cb316c35e2cc6ea28c1d2a79295528d82734e6266ae428d427049624969b1428d822bb43da4a35094aa0baa8b156a62f26a747575e13826af46c1504f813a0d7a851a05a49a5aa106da94c15d8b809da36004b29fd8c29d4c3b8c4176905b182ad428409ac0f8bc042da1205e32015987bd9c51a85180365d156ac0dd1048271c1691484d578851a620a370e741528d33d353202fe7e00878dc891ce47c251d25700754c94ac913d434cec9cf4b2f5628c9575036d35128cf2cc9007595d2a08d76433d03033d5076543683a61c9cf9015cec5b29686919e819596869e9805abbe00e587e1aa81b515c909a985d0cebdf25830646ac14f2f2219d611d70fb3db52cb508dc15282ecd05d959a310909f995702ca354ea9601d20f7a3e41350de357232d0333255a881f4a7417d0043701715d2e4067504c03d5770d7036c00d827205d06c60a3520b7819ae7a505298925a929b01e504e62718982b181420aa89b5b03728db209589f9941808115d8fc78d0480cd8e86285fc3c85e292c4f4ccbc74908bcc0c20e1606040ef7020c147350aba067a86a070833819dc92c0322404f22544052896401928b304d2bfd25180f6cf21e1630a0d1fefd44ae8a81a489b9139784c09c20491031738344f24e020353680242ac4e04f625e3e68c441213b332f059401d2124b734a14340a122b73f213537493f3f34a8a12934b742029143136a80b1df4d104a55a58b6050d84552b992959298df42ca9a4a364020a86d17c091d3fc2962f9574944c4181349a39699a396b6be1a3db01a53939b03980c4e280c4e212252b7a4d4e0036f8e61cc06d11f0e03fb87e216aee01659aa0b61600d1198cc1da190000');
insert into dossiers values ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795892043127, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d44d32334a31373733354f4a4c51d2512ac92cc94955b252f24ead742d2aca2fb2528829353030322fc92f49cc813041aa528b4b8a95ac0c7594ca528b5232934b94ac94b2f3f2cbf3947494328b8b4b5395ac4c75948af2f34b9c134b8b41e625e6e5291427561683cc333230742ec9485528c8cfcf51c84f53484952c82c5628c9cf5728ce4dccc9892935323074d1835ae39952ac6415ad5402b2510f44c6e717a5a416155b598139607729c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642627e680541625e639a5a6e517a5823d90969899939a021330d051ca4d2c49ce484d01fba0b8b4b82015e4bbbcd29c1c1da582c4e2e2d414c7f4c4cc3c25abb4c49ce2541d25887ea858495169aa8e5271696609c45a88534196a6e417176782c2bc5a293903ac5f09149a660689797910063c780c0ccc0cf0060f48815e4c5e4c9e1638ccad14944d1552528b938b3293528b15324bac15324b14ca138b15d2405e5348cb2f5228c9c82c564806c585b5427e5e72aa426e7e51aa427e9e02c8a2e2c4dc5485e4fcdcdccc121d0543508c182a40bca59008f2ab16c82e433d052dadf08cc41285947cb02e908accbc74055034142b642496a52a64e6818d011b9b580256050a3290aafcbcd46290cebcfc127b2d2d052d8dd4e292c4a49ccce28cd4144d2d0585983c050585908c54b0c5200d2063c141024e80660678122424fcac15f2f2f35241ae07f9c950a104e45690f5a9290a29f9a9c57a20e32b15128bc0ee84e881c40f84ad17936704f163667286425a666a0e449f42a242516a624a6a9142516a616966512ac4649025c5a97920f1bc7c859cfcbcf4d42285f22250cce3f6a0a3426e6a7171627aaa424e627276b14222d41eb05b334b8ad16c2ad651c82f52c8482c5648cccb2fc9482d5228ce482c48b552805a9c989702d39192599c985e949aaa9098945f0a09fae4fcbc92a2c4e412058de2e48cd4dc444d58d8142456e6e427a6e8c5e419433c9c0a0a1350cab15228cf00f9be38b5a82c3339554721373fa534275547a138b5a404142bf9450a29a905206fe7255742fc9993999d9a53098f43bffc12503a80040fd8946250f81a992b24a5824c282db05248ccc95130542807590b0ada4a70d44013525e7e4966722a2805279640a3beb828591f12537a059520c3cc0cac4c0cf462f24c20ce07b9383923312f3d5521a928bf343da34421139aca4af3c05904ee3a500a4b2dcb4c4905e581e292fc8262858cd4a2543d05ff347072851853ac03e6e4e7e5542a404452c079494103623bc841c9f939f9a545c5701769821399425e7e8942497e697286423928fd81822115548e2ae425e682d2a05366716a728942526a49796a6a1ed48389440288ed0aa0688730d3880410d57a3179a69010ab5448c94c018571516a627286427149627a665e3a243e890e32bf7c68e0804a6f90f75274148ac165032439e5e52b1494e6e480b34d6a71894279467e71aa4272462a28e527e797e6a42824a582d3af5e4c9e19c8611e89a044a890915850909a970a920615d33a600f8383b31cac0b5cd62427a24434b6e22432b5185c36427c4fb000412943c17666162b149764e6e428e417a4e6e9c5806ab7a2d2bc74708d42bbc21054da82d22972014bef9230065a2915a51697e69414c3b25f456e8e9511243841ae84b24a411512949d872f98a186429542b48102151496a04c4ce54217e4c4c156e2d23f6041a56c26285f5152b88382929e253b2298125332f3528b8bf5b28af3f394f5a11553b1be817e41517e522a88012bcfa1c92a0fa617ca8726b3fc6cece230512c29dd046a020e1341b500bc5ab23231809904d505b55749470996bc215509ee3a0a14c8a08c0ff390c208aca0a0c14554058537bca85a3b815d45adda09e46caa574db0c407ee7dc1728b813eb83b074d90389231e90576ac8e122c892a5929d52838e72466e62ad4280497249694162bd428b8425b583a0a45a9baa0169e424d4c5e8daeae2e1cc7e4d52818ea2950a73fa150a38054fd2bd4405b55587234b4ee023b47c108643fc5d50e99961b832c27b76856a85180b4ba91fc4a7239596a6060ec9c54044a1cc6ae20d2cc004b8841cb40488899801c0d0a31cc924ca14601da7054a80177c4acc04d68583a412aca204699828cc291cb4935cb4c4f81bcbc8923ee70e72188db411561a202b42a82f40633419ddbf23c851a85a2d29cd41405501f0c910e498d1b90354ad09108252b25cf12500b5bd9d40ad462c7d5af070f08289b42d33ebe4c0dae98ac14b4b40cf4cc8cb5b4741452f3409d26f03841a20278f8035444d52804e467e69580f2b3532a78e800e42c941c0c4a35464e067ac6060a3520b721062140fd1ef0b04276665e0aa8df9996589a53a2a001ed7aeac2faa6f03e295831a8cf5f0cb605ec0d90d146a60a35903109909186d04e626609a43f051e2d00f7e0507519807425e597648095810d3333000f15819c6c6680a6da18e27c50d09616a42496a4a6c0bab03989c5250ac6060a2989956087c5e4299b408d0b30b002bb263e27b3b804ec9062d0800ab42f05b10712ca0606a05006f5e0411de0fc3450501517a4266617834206e42f70f05a29e4e543825f07dc794c2d4b050ddca42a1497e692182106c4fba84641d740cf10145e102783e300cb401bc897101520d7810a015824e8284047596ac03d247002020d7f552b992a59298d264903035042a6599254d251320185f368ba040c3a7885355dd6d682c665c1a3b901a539394a569011ddc4e280c4e212252b6a0c8a533cdc0dae77c0e3cee04c48d4b037ca08756d2d002939a041dd170000');
insert into dossiers values ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1795892047981, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d435314b324f33b14cb1344e4952d2512ac92cc94955b252f24ead742d2aca2fb2528829353030324fcecfc92f2d82b041ca528b4b8a95ac0c7594ca528b5232934b94ac9432f392f3730b72524b52957494328b8b4b5395acf24a737274948af2f34b9c134b8b41063b2ae4a6161727a6a72ae4242667172b242aa465a6e6a42894642496286496142b14a526a6a4162914a516966616a516eb28e417296424162b24e6e59764a4162914672416a45a2914a7e6819425e6a5c074a4641627a617a5a62a2426e59796289464a42a24e7e795142526972868142767a4e6266a2ae4a781250a122b73f21353f414fcf215923312f3d253210e48ad28c849cccc2b56c82c51c82c56c8cecb2fcfd383fad733a558c92a5aa904e4753d10199f5f94925a546c6505e694e49724e628c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642643541625e639a5a6e517a52a5919e828a52566e6a4a62009e426962467a4a6c042b1b8b4b8201514d290402d482c2e4e4d714c4fcccc53b24a4bcc294e8519812a565c9a5902b11ae25c901353f28b8b334129a05a2939036c80d2108c9798bc983c2d44aab302c76c51699e427962b1427269894271467e5189022889e4e52ba42616e564821256699e42716265b142467e39484771aa0228fe8a154a8b4b1373722a1552f352b440461bea296869858392654a3e48a102288232f3d2a1ca3312cb521532f31492f37373f3f320c90794e640f10252959f975aac9092af90975f62afa5a5a0a5915a5c92989493599c919aa2a9a5a01093a7a0a01092918a622cc465a06c6666802f0b4254582be4e5e7a5c2d2b421c40d20fb53531452f2538bf540e6572a2416811d0ad103490410b65e4c9e11c49399c919d07c08d2a79008cb53d05c083119e43b68b6cbcb57c8c9cf4b4f2d52282f02252fdc3e1c5ce92a26cf18e2e154509880b2b995427906c8f7c5a9456599c9a93a0ab9f929a539a93a0ac5a92525e0782c5248492d00953679c995107fe66466a7e654a244222409e5e5976426a7820a8fc41270c16966505c94ac0f0973bd824a48b05b99188062ae2403643c3829966780dd034a45a90a0539892569f945b960638a328b538bf562f24c20ce06b9145a5e2515e597a66780ca4c88a34af3c0a5158aab52cb325352f39253158a4bf20b8a1540b6e829f8438a408831c53ae0a49d9f9753092d085314d23273521534206e05391f52f617c3ddaf094e5ca084ad50925f9a9ca1500eca24a0d4910aaa3214f212734169cf29b33835b9442129b5a43c35350f1a1c69440288ede0bc0b615a100920aaf562f24c212156a9909299020acaf454509d9059ac909658446288212a89cc62b0ef5274148ac165022415e5e52b1494e6e480ebacd4e21285f28cfce25485e48c545005979c5f9a93a290940ace527a3179662077792482d29e42466241416a5e2a481a540de880fd0b0ecd72b02e7019939c485e3cfba19679d062105c312b1417a4266617834a8ecc123d05efd4d4027032284a2d2ecd29018ba726266728800a53b04713416197aa90975a51a2002a729213f3405e0255f88945a9297a31794a3a4a45a579e9e03a8e76c526a85c1ef03233260f92c8a0a105cbde15b939564610199033a1ac5203033303283b0f6f910e3515aa16a20f14aca0d004e57b483b896ae533c88d83ad701e80900517bca0cc484945000a4b50b2a4752d80277c4ca0e9260fa606ca87a62350390eaf86ac4c0cb0ab52d25182a53648f5a080b396817979245731d0e022a68ac11b5c54ad5fc08ea246fd42c8c9c80d6a5a572eb13a4ab084a664a554a3e09c939899ab50a3105c9258525aac50a3e00a6de9e82814a5ea82ba900a35317935bababa701c9357a360a8a7409d06bd428d0252735ea106dabac15d23809da36004b29fe2b29c4ccb8d4196935bdc29d428405abdf8fc0a2d83207e35015907f22b6649a250a3006dad2ad480bb3090ae1b2c86915aab10a34c414661cf65a41a65a6a7405ede20d522bffc1205655368ba40aff7c16305a002dac81c449a1928d4281495e6a4a62880462e60a909dc542bd6cb2acecf53d637d4070fcdc094831b5ce00102252b25bf7c85fc82d43c05b0068594d4e2e4a2cca45450a5660d6ed6e5a5261681daa5b999c5c5a0610d65533d50e626de79560a5a5a067aa6165a5a3a0a890a606b15f25253538a150cf4cc4075495e8d42407e665e09282b3aa52683c67ac05107cb80a0cc0772ba9193819e31c8b7992548ee04751d8a13735315b233f352408dd2b4c4d29c12050de8288d2e6c18073e7c03560ca96c41d91c1cca20a38d4c156a140c4126808c3484f6d4334bc08d7650cb3f3307dc0902bb0daecbc058a106d443000d1b9416a42496a4a6803af6202372128b4b148c0d145240030635e0403303eb3333f0070ffe282427e6e5e5837a390ac9f9a57925a929206f9a194042cc081c62a0812b50572f3f0d640ba2e90db2001c54560a79f99050d501f7a552cb528bc011575c9a0bb29384c0a5470898404320c0c00a1cc2f13999c525e0618c6285fc3c85e292c4f4ccbc74e470303000a51c7a860309715aa3a06ba067084a39102783d31596013e902f212a40b1042ad960094b47013ae85283c896a021b76a2553252ba5d16c666000ca9c244489928e921928e446785e53d251320105c36886830ed261cd70b5b53a4ad0b1f180d29c1cd87079627140627189921555e63b86fe0c0660e0b6012c6cc0451c519319d0808568acad050018386c413d1a0000');
CREATE TABLE mentions (
    repository text   not null,
    thread     bigint not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,
    at         bigint not null,
    primary key (repository, thread, cluster)
);
insert into mentions values ('team/shop', 1, 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795892045863);
insert into mentions values ('team/shop', 2, 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1795892028106);
insert into mentions values ('team/shop', 1, 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795892043127);
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
insert into rulings values (1, 'team/shop', 'w1-b62d77657bad', 'priority', 'P1', null, 'ann', 5, '1016.1', null, 1795892041147, 1795892041249, 'ann');
insert into rulings values (2, 'team/shop', 'w1-b62d77657bad', 'cause', 'the pool of db is too small', null, 'ann', 5, '1020.1', null, 1795892041349, null, null);
insert into rulings values (3, 'team/shop', 'w1-b62d77657bad', 'mute', 'deploy freeze', 1797620041454, 'ann', 5, '1022.1', null, 1795892041455, null, null);
CREATE TABLE reruns (
    repository text   not null,
    key        text   not null,
    sha        text   not null,
    login      text   not null,
    at         bigint not null,
    primary key (repository, key)
);
insert into reruns values ('team/shop', '1024.1', 'ffffffffffffffffffffffffffffffffffffffff', 'ann', 1795892041567);
CREATE TABLE issue_care (
    repository text   not null,
    issue      bigint not null,
    told       text,                         -- what people were told last, JSON
    closed_at  bigint,
    closed_by  text,                         -- login of a person; null for the bot's own figures
    primary key (repository, issue)
);
insert into issue_care values ('team/shop', 5, '{"priority":"P1","priorityReason":"the category critical has a gate","advised":null,"tests":1,"places":["staging"],"answered":null,"suggested":null}', null, null);
CREATE TABLE rules (
    repository text   not null,
    issue      bigint not null,
    line       bigint not null,
    text       text   not null,              -- YAML
    login      text   not null,
    at         bigint not null,
    primary key (repository, issue, line)
);
insert into rules values ('team/shop', 6, 4, 'text: "refused: db:5432"
tests: [tests/test_orders.py, "*::test_total"]', 'ann', 1795892043781);
CREATE TABLE rule_uses (
    repository    text   not null,
    rule          text   not null,           -- a verdict, 'new issue' or 'closing'
    subject       text   not null,           -- a cause's cluster, or an issue
    at            bigint not null,
    overturned_at bigint,
    overturned_by text,                      -- login; null where what happened overturned it
    key           text,                      -- the command that overturned it
    primary key (repository, rule, subject)
);
insert into rule_uses values ('team/shop', 'incomplete', 'w1-1e629b32fb96', 1795892023971, null, null, null);
insert into rule_uses values ('team/shop', 'regression', 'w1-b62d77657bad', 1795892040791, null, null, null);
insert into rule_uses values ('team/shop', 'new issue', 'w1-b62d77657bad', 1795892040792, null, null, null);
insert into rule_uses values ('team/shop', 'known', 'w1-b62d77657bad', 1795892043127, null, null, null);
insert into rule_uses values ('team/shop', 'known', 'w1-1e629b32fb96', 1795892045862, null, null, null);
insert into rule_uses values ('team/shop', 'incomplete', 'w1-46b7f49d93db', 1795892047981, null, null, null);
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
