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
insert into deliveries values (1, 'made-1', 4711, 'workflow_run', 1795891943573, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
insert into deliveries values (2, 'made-2', 4711, 'workflow_run', 1795891946582, 'done', 0, 'looks at dddddddddddddddddddddddddddddddddddddddd');
insert into deliveries values (3, 'made-3', 4711, 'workflow_run', 1795891948624, 'done', 0, 'looks at eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee');
insert into deliveries values (4, 'made-4', 4711, 'deployment_status', 1795891950834, 'done', 0, 'deployment 1 of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa is success');
insert into deliveries values (5, 'made-5', 4711, 'deployment_status', 1795891955281, 'done', 0, 'deployment 2 of ffffffffffffffffffffffffffffffffffffffff is success');
insert into deliveries values (6, 'made-6', 4711, 'deployment_status', 1795891960759, 'done', 0, 'deployment 3 of ffffffffffffffffffffffffffffffffffffffff is success');
insert into deliveries values (7, 'made-7', 4711, 'issue_comment', 1795891960824, 'done', 0, 'reads comment 1014 for commands');
insert into deliveries values (8, 'made-8', 4711, 'issue_comment', 1795891961036, 'done', 0, 'reads comment 1016 for commands');
insert into deliveries values (9, 'made-9', 4711, 'issue_comment', 1795891961142, 'done', 0, 'reads comment 1018 for commands');
insert into deliveries values (10, 'made-10', 4711, 'issue_comment', 1795891961200, 'done', 0, 'reads comment 1020 for commands');
insert into deliveries values (11, 'made-11', 4711, 'issue_comment', 1795891961307, 'done', 0, 'reads comment 1022 for commands');
insert into deliveries values (12, 'made-12', 4711, 'issue_comment', 1795891961415, 'done', 0, 'reads comment 1024 for commands');
insert into deliveries values (13, 'made-13', 4711, 'issue_comment', 1795891963970, 'done', 0, 'reads comment 1026 for commands');
insert into deliveries values (14, 'made-14', 4711, 'issues', 1795891964024, 'done', 0, 'issues edited: issues are read when a run is analysed');
insert into deliveries values (15, 'made-15', 4711, 'workflow_run', 1795891964078, 'done', 0, 'looks at ffffffffffffffffffffffffffffffffffffffff');
insert into deliveries values (16, 'form', 4711, 'workflow_run', 1795891966086, 'failed', 0, 'sent as a form; set the webhook''s content type to application/json');
insert into deliveries values (17, 'made-16', 4711, 'workflow_run', 1795891966156, 'done', 0, 'looks at 8888888888888888888888888888888888888888');
insert into deliveries values (18, 'made-17', 4711, 'workflow_run', 1795891968170, 'done', 0, 'looks at 7777777777777777777777777777777777777777');
insert into deliveries values (19, 'pending', 4711, 'workflow_run', 1795891968170, 'pending', 0, null);
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
insert into delivery_bodies values (17, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313032392c22686561645f736861223a2238383838383838383838383838383838383838383838383838383838383838383838383838383838222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
insert into delivery_bodies values (18, x'7b22616374696f6e223a22636f6d706c65746564222c22776f726b666c6f775f72756e223a7b226964223a313033302c22686561645f736861223a2237373737373737373737373737373737373737373737373737373737373737373737373737373737222c22686561645f6272616e6368223a226d61696e222c226576656e74223a2270757368222c22636f6e636c7573696f6e223a226661696c757265222c22646973706c61795f7469746c65223a6e756c6c2c22686561645f7265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70222c22666f726b223a66616c73657d2c2270756c6c5f7265717565737473223a5b5d7d2c227265706f7369746f7279223a7b2266756c6c5f6e616d65223a227465616d2f73686f70227d2c22696e7374616c6c6174696f6e223a7b226964223a39397d7d');
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
insert into jobs values (1, 'sweep deliveries', 'sweep deliveries', 'sweep deliveries', '{}', null, 'pending', 1795891942888, 1795891942888, 1795892243110, 0, 1, null, null, null);
insert into jobs values (2, 'sweep runs', 'sweep runs', 'sweep runs', '{}', null, 'pending', 1795891942928, 1795891942928, 1795892063247, 0, 1, null, null, null);
insert into jobs values (4, 'team/shop', 'publish', 'publish', '{"Installation":99}', 'made-16', 'running', 1795891968119, 1795891968119, 1795891971571, 1, 3, 1795891977669, null, null);
insert into jobs values (5, 'team/shop', 'explain:7777777777777777777777777777777777777777', 'explain', '{"Installation":99,"Sha":"7777777777777777777777777777777777777777"}', 'made-17', 'pending', 1795891968172, 1795891968172, 1795891975727, 1, 1, null, null, 'GET repos/team/shop: 502 Server Error');
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
insert into runs values (1, 'team/shop', 99, 'ffffffffffffffffffffffffffffffffffffffff', 'main', 1, '1001.2:failure pull:1', 'analysed', 'no-go', 0, 1795891943781, 1795891966034);
insert into runs values (2, 'team/shop', 99, 'dddddddddddddddddddddddddddddddddddddddd', 'main', 2, '1004.1:failure pull:2', 'analysed', 'no-go', 0, 1795891946586, 1795891948512);
insert into runs values (3, 'team/shop', 99, 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', null, '1007.1:failure pull:', 'analysed', 'no-go', 0, 1795891948631, 1795891950746);
insert into runs values (4, 'team/shop', 99, '8888888888888888888888888888888888888888', 'main', null, '1029.1:failure pull:', 'analysed', 'no-go', 0, 1795891966203, 1795891968118);
insert into runs values (5, 'team/shop', 99, '7777777777777777777777777777777777777777', null, null, '', 'open', null, 0, 1795891968172, null);
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
insert into deployments values ('team/shop', 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'success', 1795891950839);
insert into deployments values ('team/shop', 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891955286);
insert into deployments values ('team/shop', 3, 'qa', 'ffffffffffffffffffffffffffffffffffffffff', 'success', 1795891960766);
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
insert into effects values (1, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1002, '4c5c7e81d169ca02b7a1806d0f46b77d', '4c5c7e81d169ca02b7a1806d0f46b77d', 1795891966050, 1795891946491, 1795891966035, 0, null, 1795891946402);
insert into effects values (2, 'team/shop', 99, 'comment', '1', '{"number":1,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060ffffffff\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- #6 \u0060Orders cannot be counted\u0060: confidence 0.28 is below what a match needs; 1 of the 1 tests it names fail here, but nothing it says speaks of this cause (\u0060issues.json#/0/title\u0060: \u0060Orders cannot be counted\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1003, '62908d9f7a31ecb258695c4733888365', '62908d9f7a31ecb258695c4733888365', 1795891966054, 1795891946525, 1795891966035, 0, null, 1795891946406);
insert into effects values (3, 'team/shop', 99, 'check', 'dddddddddddddddddddddddddddddddddddddddd', '{"sha":"dddddddddddddddddddddddddddddddddddddddd","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1005, 'fab656b14d9ac1366377b8c5d9583f56', 'fab656b14d9ac1366377b8c5d9583f56', 1795891948555, 1795891948555, 1795891948513, 0, null, 1795891948513);
insert into effects values (4, 'team/shop', 99, 'comment', '2', '{"number":2,"marker":"\u003C!-- whybot:run --\u003E","body":"### \u274C 1 of 2 tests failed, for 1 cause at \u0060dddddddd\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n5. **Why was it not seen earlier?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060dddddddddddddddddddddddddddddddddddddddd\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n"}', 'sent', 1006, '9407b1c82eaa07aad7bc15656ffb222d', '9407b1c82eaa07aad7bc15656ffb222d', 1795891948574, 1795891948574, 1795891948513, 0, null, 1795891948513);
insert into effects values (5, 'team/shop', 99, 'check', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', '{"sha":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060branch-e\u0060 at \u0060eeeeeeee\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060 | incomplete | 1 | \u2013 | none |\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nNothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known.\n\n*incomplete: the run was cut short and no earlier run says how these tests usually end*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n2. **Why does nothing accept connections there?** *(established)*  \n   Nothing accepts connections at that address: the process is not running, or listens elsewhere.\n   - \u0060results/orders.xml:2\u0060: \u0060ConnectionRefusedError: [Errno 111] Connection refused: db:5432\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(unknown)*  \n   The evidence stops here. No earlier run and no issue speaks of it. Keep the results of each run so that the next one can be compared.\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u0060eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: ConnectionRefusedError: [Errno 111] Connection refused: db:5432","message":"tests.test_orders::test_total: Nothing accepts connections at that address: the process is not running, or listens elsewhere. No change that explains it is known."}]}}', 'sent', 1008, '9c3458c5a05693b0f12012d788048bde', '9c3458c5a05693b0f12012d788048bde', 1795891950782, 1795891950782, 1795891950747, 0, null, 1795891950747);
insert into effects values (6, 'team/shop', 99, 'check', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:staging', '{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","name":"Whybot: staging","conclusion":"success","check":{"title":"Go","summary":"### \u2705 Go for \u0060staging\u0060 at \u0060aaaaaaaa\u0060\n\n**all 3 gates met** \u00B7 3 of 3 passed (100 %)\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 100 % | met | 2 of 2 passed, 95 % needed |\n| \u0060later\u0060 | 50 % | 100 % | met | 1 of 1 passed, 50 % needed |\n| \u0060overall\u0060 | 90 % | 100 % | met | 3 of 3 passed, 90 % needed |\n\n\u003C/details\u003E\n\n**Mind**\n\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run staging --\u003E\n","annotations":[]}}', 'sent', 1010, '4f88ad890688599322065480bee7e296', '4f88ad890688599322065480bee7e296', 1795891955267, 1795891952077, 1795891955238, 0, null, 1795891951832);
insert into effects values (7, 'team/shop', 99, 'check', 'ffffffffffffffffffffffffffffffffffffffff:staging', '{"sha":"ffffffffffffffffffffffffffffffffffffffff","name":"Whybot: staging","conclusion":"success","check":{"title":"Accepted by ann: No-go","summary":"**Accepted by \u0060ann\u0060** on 2026-11-28 18:52 UTC: \u0060it is known\u0060. The gate did not hold; a person passed it.\n\n### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\n\u0060ann\u0060 says: \u0060the pool of db is too small\u0060.\n\n*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027total\u0027","message":"tests.test_orders::test_total: ann says: \u201Cthe pool of db is too small\u201D."}]}}', 'sent', 1011, 'e85189b8436389921b652f7db6d4cda0', 'e85189b8436389921b652f7db6d4cda0', 1795891964011, 1795891956150, 1795891963989, 0, null, 1795891956117);
insert into effects values (8, 'team/shop', 99, 'issue', 'w1-b62d77657bad', '{"issue":{"cause":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","labels":["P1"],"body":"A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n1 test in \u0060orders\u0060.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n## Why\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n   - \u0060history/01/results/orders.xml:2\u0060: \u0060test_total\u0060\n\n**What to do**\n\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n## Seen\n\n\u003C!-- whybot:seen --\u003E\nSeen in 1 run.\n\n| When | Where | Commit | Tests |\n|---|---|---|---|\n| 2026-11-28 18:52 UTC | \u0060staging\u0060 | \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 | 1 |\n\u003C!-- whybot:seen-end --\u003E\n\n## Failing tests\n\n- \u0060tests.test_orders::test_total\u0060\n\nSignature \u0060w1-b62d77657bad\u0060\n\n\u003C!-- whybot:cause w1-b62d77657bad --\u003E\n","covers":["w1-b62d77657bad"]}}', 'sent', 5, '8a1df81f3c9d4abfa9e4e4f2349a5a65', '8a1df81f3c9d4abfa9e4e4f2349a5a65', 1795891960693, 1795891960693, 1795891960601, 0, null, 1795891960601);
insert into effects values (9, 'team/shop', 99, 'comment', '1:staging', '{"number":1,"marker":"\u003C!-- whybot:run staging --\u003E","body":"### \u274C No-go for \u0060staging\u0060 at \u0060ffffffff\u0060\n\n**2 gates not met: \u0060critical\u0060, \u0060overall\u0060** \u00B7 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027total\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\n\u0060ann\u0060 says: \u0060the pool of db is too small\u0060.\n\n*known: #5 describes it; it was filed for this cause; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027total\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n   - \u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/0/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n\n**Ruled out**\n\n- a service that is down: the probes of \u0060gateway\u0060 succeeded (\u0060readiness.json#/services/0/probes/0/evidence\u0060: \u0060ok\u0060)\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003Cdetails\u003E\u003Csummary\u003EGates\u003C/summary\u003E\n\n| Gate | Needed | Passed | Outcome | Why |\n|---|---|---|---|---|\n| \u0060critical\u0060 | 95 % | 50 % | not met | 1 of 2 passed (50 %), 95 % needed |\n| \u0060later\u0060 | 50 % | \u2013 | inconclusive | \u0060reports\u0060 did not run: no data is never go |\n| \u0060overall\u0060 | 90 % | 50 % | not met | 1 of 2 passed (50 %), 90 % needed; the missing test could not save it |\n\n\u003C/details\u003E\n\n**Mind**\n\n- the run ended after phase 1 of 2 (\u0060critical: 50 % passed, 95 % needed\u0060): \u0060reports\u0060 was not begun\n\n\u003C!-- whybot:run staging --\u003E\n"}', 'sent', 1013, '3380c416db81bd8251a8b73593bf0fdb', '3380c416db81bd8251a8b73593bf0fdb', 1795891963942, 1795891960723, 1795891963840, 0, null, 1795891960601);
insert into effects values (10, 'team/shop', 99, 'reply', '5:1014.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1014.1 --\u003E","body":"\u0060/why\u0060\n\n\u0060KeyError: \u0027total\u0027\u0060, seen last at \u0060ffffffff\u0060 on \u0060staging\u0060, 2026-11-28 18:52 UTC\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*regression: 1 of 1 passed at the last deployment (\u0060aaaaaaaa\u0060) and fail now; once more on the same commit, 1 of 1 failed again*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027total\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   Not in the services\u0027 being up: all 1 were ready. The tests notice it at \u0060src/orders.py\u0060:40.\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u0060 and \u0060ffffffffffffffffffffffffffffffffffffffff\u0060.\n5. **Why did it reach staging?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(likely)*  \n   Not in the earlier run that is known: 1 of 1 passed at the last deployment.\n\n\u003C!-- whybot:reply 1014.1 --\u003E\n"}', 'sent', 1015, 'f2ff8f3fceb509b03ad11dfab871379c', 'f2ff8f3fceb509b03ad11dfab871379c', 1795891961001, 1795891961001, 1795891960975, 0, null, 1795891960975);
insert into effects values (11, 'team/shop', 99, 'change', '1016.1:5', '{"issue":5,"state":null,"stateReason":null,"addLabels":["P1"],"removeLabels":["P0","P2"],"assignees":[]}', 'sent', 5, 'c5ba6dda70cfc07fb999aeb861e0f811', 'c5ba6dda70cfc07fb999aeb861e0f811', 1795891961081, null, 1795891961062, 0, null, 1795891961062);
insert into effects values (12, 'team/shop', 99, 'reply', '5:1016.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1016.1 --\u003E","body":"\u0060/priority P1\u0060\n\nP1 from now on:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt stands, whatever the figures say. \u0060/undo\u0060 lets the figures speak again.\n\n\u003C!-- whybot:reply 1016.1 --\u003E\n"}', 'sent', 1017, 'ccb33d9a2dda5fed562a62785c2ddb18', 'ccb33d9a2dda5fed562a62785c2ddb18', 1795891961093, 1795891961093, 1795891961062, 0, null, 1795891961062);
insert into effects values (13, 'team/shop', 99, 'reply', '5:1018.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1018.1 --\u003E","body":"\u0060/undo\u0060\n\nTaken back: priority by \u0060ann\u0060 of 2026-11-28 18:52 UTC, for 1 cause. The label stays until somebody changes it.\n\n\u003C!-- whybot:reply 1018.1 --\u003E\n"}', 'sent', 1019, '21c7a018649921973e822b3f7a20dec8', '21c7a018649921973e822b3f7a20dec8', 1795891961173, 1795891961173, 1795891961159, 0, null, 1795891961159);
insert into effects values (14, 'team/shop', 99, 'reply', '5:1020.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1020.1 --\u003E","body":"\u0060/cause the pool of db is too small\u0060\n\nNoted, for\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nReports name it as what you say; the bot\u0027s own whys stay below it. \u0060/undo\u0060 takes it back.\n\n\u003C!-- whybot:reply 1020.1 --\u003E\n"}', 'sent', 1021, '35d21462c147928d924ed36503bf34e9', '35d21462c147928d924ed36503bf34e9', 1795891961269, 1795891961269, 1795891961260, 0, null, 1795891961260);
insert into effects values (15, 'team/shop', 99, 'reply', '5:1022.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1022.1 --\u003E","body":"\u0060/mute 20d deploy freeze\u0060\n\nMuted until 2026-12-18 18:52 UTC:\n\n- \u0060w1-b62d77657bad\u0060 \u0060KeyError: \u0027total\u0027\u0060, 1 test, now in #5\n\nIt is still counted, and still fails its gate. \u0060/undo\u0060 ends it earlier.\n\n\u003C!-- whybot:reply 1022.1 --\u003E\n"}', 'sent', 1023, '058b6c3a582e0d2009474c750f952f2d', '058b6c3a582e0d2009474c750f952f2d', 1795891961385, 1795891961385, 1795891961368, 0, null, 1795891961368);
insert into effects values (16, 'team/shop', 99, 'reply', '5:1024.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1024.1 --\u003E","body":"\u0060/rerun failed\u0060\n\nRunning \u0060orders\u0060 again on \u0060staging\u0060 at \u0060ffffffff\u0060, the 2. time. The check shows the progress; what passes now failed by chance, and the decision is made anew.\n\n\u003C!-- whybot:reply 1024.1 --\u003E\n"}', 'sent', 1025, 'ac5ddd7fcc42c98a631ecc78580edf5c', 'ac5ddd7fcc42c98a631ecc78580edf5c', 1795891961513, 1795891961513, 1795891961479, 0, null, 1795891961479);
insert into effects values (17, 'team/shop', 99, 'seen', '5', '{"issue":5,"occasion":"ffffffffffffffffffffffffffffffffffffffff"}', 'sent', 5, '2a4f04d55e6799aa89c41a4b6e097fdc', '2a4f04d55e6799aa89c41a4b6e097fdc', 1795891963921, null, 1795891963839, 0, null, 1795891963839);
insert into effects values (18, 'team/shop', 99, 'reply', '5:1026.1', '{"number":5,"marker":"\u003C!-- whybot:reply 1026.1 --\u003E","body":"\u0060/accept staging it is known\u0060\n\n\u0060staging\u0060 at \u0060ffffffff\u0060, which was no-go, is accepted by \u0060ann\u0060: \u0060it is known\u0060. Check and worklog say so.\n\n\u003C!-- whybot:reply 1026.1 --\u003E\n"}', 'sent', 1027, '548b1946026413859f1799db2e272665', '548b1946026413859f1799db2e272665', 1795891964005, 1795891964005, 1795891963989, 0, null, 1795891963989);
insert into effects values (19, 'team/shop', 99, 'note', '5', '{"number":5,"marker":"\u003C!-- whybot:note --\u003E","body":"**Seen on \u0060main\u0060 at \u006088888888\u0060:** 1 failing test belong here.\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n- Why here: it describes the same kind of fault (payload-contract) of the same tests; 1 of the 1 tests it names fail here; both name \u0060src/orders.py\u0060 (confidence 0.78)\n\n\u003Cdetails\u003E\u003Csummary\u003EWhy, with evidence\u003C/summary\u003E\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060tests.test_orders::test_total\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060src/orders.py\u0060\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n\u003C!-- whybot:note --\u003E\n"}', 'pending', null, '98e60e44ba7c5c5473200939a694432b', null, null, null, 1795891971571, 2, 'GET repos/team/shop/issues/5/comments: 502 Server Error', 1795891968119);
insert into effects values (20, 'team/shop', 99, 'check', '8888888888888888888888888888888888888888', '{"sha":"8888888888888888888888888888888888888888","name":"Whybot","conclusion":"neutral","check":{"title":"1 of 2 tests failed, for 1 cause","summary":"### \u274C 1 of 2 tests failed, for 1 cause on \u0060main\u0060 at \u006088888888\u0060\n\n1 of 2 passed (50 %)\n\n|  | Cause | Verdict | Tests | Issue | Suspect |\n|---|---|---|---|---|---|\n| 1 | \u0060KeyError: \u0027colour\u0027\u0060 | known | 1 | #5 | none |\n\n**Open issues that this run refutes**\n\n- #4: the test it names really ran and passed: \u0060tests.test_orders::test_list\u0060\n\n\u003Cdetails\u003E\u003Csummary\u003E1 \u00B7 Why, with evidence, and what to do\u003C/summary\u003E\n\nA message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known.\n\n*known: #5 describes it; it describes the same kind of fault (payload-contract) of the same tests*\n\n1. **What do the failing tests have in common that the passing ones do not?** *(established)*  \n   The failing test says \u0060KeyError: \u0027colour\u0027\u0060; none of the 1 that passed does. They are in \u0060orders\u0060.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n2. **Which field does a reader require that the sender no longer writes?** *(established)*  \n   A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload.\n   - \u0060results/orders.xml:2\u0060: \u0060KeyError: \u0027colour\u0027\u0060\n3. **Where is it: which service, module, setting or dependency?** *(likely)*  \n   The tests notice it at \u0060src/orders.py\u0060:40; nothing says where in the platform it arises.\n   - \u0060results/orders.xml:4\u0060: \u0060src/orders.py:40\u0060\n4. **Which change brought it?** *(unknown)*  \n   The evidence stops here. Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n5. **Why did it get this far?** *(unknown)*  \n   The evidence stops here. No change is named, so there is no pull request whose checks could be read.\n6. **Has it happened before, and what would have caught it?** *(established)*  \n   Yes: #5 \u0060KeyError: \u0027total\u0027\u0060 describes it and is still open.\n   - \u0060issues.json#/1/title\u0060: \u0060KeyError: \u0027total\u0027\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060tests.test_orders::test_total\u0060\n   - \u0060issues.json#/1/body\u0060: \u0060src/orders.py\u0060\n\n**What to do**\n\n- *Now*: Follow #5; no new issue is needed.\n- *Next*: Of the changes, the only changed file (\u0060src/colours.py\u0060) does not touch what the error names. Bisect between \u0060ffffffffffffffffffffffffffffffffffffffff\u0060 and \u00608888888888888888888888888888888888888888\u0060.\n\n\n**1 failing test**\n\n- \u0060tests.test_orders::test_total\u0060\n\n\u003C/details\u003E\n\n**Mind**\n\n- incomplete: the run was cut short\n- missing suite: \u0060reports\u0060 did not run\n- no earlier run is known: missing tests, flakiness and regressions cannot be told\n\n\u003C!-- whybot:run --\u003E\n\nIn the thread of the pull request or issue. Commands: \u0060/why [SIGNATURE] [N]\u0060 \u00B7 \u0060/evidence [SIGNATURE]\u0060 \u00B7 \u0060/rerun [failed|all|SUITE]\u0060 \u00B7 \u0060/same-as #N [preview]\u0060 \u00B7 \u0060/accept [ENVIRONMENT] REASON\u0060; \u0060/help [COMMAND]\u0060 lists them all.\n","annotations":[{"path":"src/orders.py","line":40,"title":"Cause 1: KeyError: \u0027colour\u0027","message":"tests.test_orders::test_total: A message lacks a field that its reader requires, or has another shape: sender and reader disagree about the contract (schema) of the payload. No change that explains it is known."}]}}', 'pending', null, '6cc5c3819607d8db068d0771e1d8df54', null, null, null, 1795891974143, 2, 'GET repos/team/shop/commits/8888888888888888888888888888888888888888/check-runs: 502 Server Error', 1795891968119);
CREATE TABLE effect_writes (
    effect_id bigint not null references effects (id) on delete cascade,
    at        bigint not null
);
insert into effect_writes values (1, 1795891946447);
insert into effect_writes values (2, 1795891946514);
insert into effect_writes values (3, 1795891948542);
insert into effect_writes values (4, 1795891948565);
insert into effect_writes values (5, 1795891950763);
insert into effect_writes values (6, 1795891952042);
insert into effect_writes values (6, 1795891952886);
insert into effect_writes values (6, 1795891955255);
insert into effect_writes values (7, 1795891956147);
insert into effect_writes values (7, 1795891958794);
insert into effect_writes values (8, 1795891960673);
insert into effect_writes values (7, 1795891960707);
insert into effect_writes values (9, 1795891960722);
insert into effect_writes values (10, 1795891960995);
insert into effect_writes values (11, 1795891961077);
insert into effect_writes values (12, 1795891961090);
insert into effect_writes values (13, 1795891961168);
insert into effect_writes values (14, 1795891961268);
insert into effect_writes values (15, 1795891961380);
insert into effect_writes values (16, 1795891961511);
insert into effect_writes values (7, 1795891963925);
insert into effect_writes values (9, 1795891963935);
insert into effect_writes values (18, 1795891964000);
insert into effect_writes values (7, 1795891964009);
insert into effect_writes values (1, 1795891966046);
insert into effect_writes values (2, 1795891966052);
insert into effect_writes values (19, 1795891968124);
insert into effect_writes values (20, 1795891968145);
CREATE TABLE write_slots (
    installation bigint not null,
    at           bigint not null
);
insert into write_slots values (99, 1795891946469);
insert into write_slots values (99, 1795891946516);
insert into write_slots values (99, 1795891948543);
insert into write_slots values (99, 1795891948566);
insert into write_slots values (99, 1795891950771);
insert into write_slots values (99, 1795891952045);
insert into write_slots values (99, 1795891952889);
insert into write_slots values (99, 1795891955261);
insert into write_slots values (99, 1795891956147);
insert into write_slots values (99, 1795891958797);
insert into write_slots values (99, 1795891960676);
insert into write_slots values (99, 1795891960718);
insert into write_slots values (99, 1795891960722);
insert into write_slots values (99, 1795891960946);
insert into write_slots values (99, 1795891960976);
insert into write_slots values (99, 1795891960995);
insert into write_slots values (99, 1795891961045);
insert into write_slots values (99, 1795891961065);
insert into write_slots values (99, 1795891961091);
insert into write_slots values (99, 1795891961149);
insert into write_slots values (99, 1795891961159);
insert into write_slots values (99, 1795891961168);
insert into write_slots values (99, 1795891961252);
insert into write_slots values (99, 1795891961260);
insert into write_slots values (99, 1795891961268);
insert into write_slots values (99, 1795891961361);
insert into write_slots values (99, 1795891961373);
insert into write_slots values (99, 1795891961381);
insert into write_slots values (99, 1795891961464);
insert into write_slots values (99, 1795891961480);
insert into write_slots values (99, 1795891961511);
insert into write_slots values (99, 1795891963930);
insert into write_slots values (99, 1795891963935);
insert into write_slots values (99, 1795891963975);
insert into write_slots values (99, 1795891963990);
insert into write_slots values (99, 1795891964000);
insert into write_slots values (99, 1795891964010);
insert into write_slots values (99, 1795891966048);
insert into write_slots values (99, 1795891966053);
insert into write_slots values (99, 1795891968132);
insert into write_slots values (99, 1795891968145);
CREATE TABLE causes (
    repository text   not null,
    cluster    text   not null,
    title      text   not null,
    issue      bigint,                       -- the issue that the bot filed, or the open one that it belongs to
    first_at   bigint not null,
    first_sha  text   not null, ran_before bigint not null default 0, failed_before bigint not null default 0, brought bigint not null default 0, matched bigint,
    primary key (repository, cluster)
);
insert into causes values ('team/shop', 'w1-1e629b32fb96', 'ConnectionRefusedError: [Errno 111] Connection refused: db:5432', null, 1795891946376, 'ffffffffffffffffffffffffffffffffffffffff', 0, 0, 0, null);
insert into causes values ('team/shop', 'w1-b62d77657bad', 'KeyError: ''total''', 5, 1795891960595, 'ffffffffffffffffffffffffffffffffffffffff', 1, 0, 0, 5);
insert into causes values ('team/shop', 'w1-46b7f49d93db', 'KeyError: ''colour''', null, 1795891968119, '8888888888888888888888888888888888888888', 0, 0, 0, 5);
CREATE TABLE sightings (
    repository text   not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,              -- branch, pull request or environment
    tests      bigint not null,
    seen_at    bigint not null, failed_after bigint not null default 0, passed_after bigint not null default 0, blocked bigint not null default 0,
    primary key (repository, cluster, sha)
);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1, 1795891946376, 0, 0, 1);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1, 1795891948512, 0, 0, 1);
insert into sightings values ('team/shop', 'w1-1e629b32fb96', 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'branch-e', 1, 1795891950746, 0, 0, 1);
insert into sightings values ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1, 1795891960595, 1, 0, 1);
insert into sightings values ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1, 1795891968119, 0, 0, 1);
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
insert into deployment_runs values (1, 'team/shop', 99, 1, 'staging', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":null,"expected":[]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":null,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- no earlier run is known\n- what changed is not known\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | \u2013 | to pass | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | \u2013 | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 2, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:52:31.0311569+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:37483/health","ok":true,"status":200,"latencyMs":34.6,"evidence":"ok"}]}]}},{"when":"During","seen":{"checkedAt":"2026-11-28T18:52:32.8772219+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:37483/health","ok":true,"status":200,"latencyMs":1.4,"evidence":"ok"}]}]}}]', '{"ended":2,"suites":[{"name":"orders","category":"critical","passed":2,"failed":0,"skipped":0,"flaky":0},{"name":"reports","category":"later","passed":1,"failed":0,"skipped":0,"flaky":0}]}', '', 'go', 1, '{"run":{"sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","decision":"go","reason":"all 3 gates met","endedAt":"2026-11-28T18:52:35.2186313+00:00","causes":[]},"pulls":[]}', '# Worklog: Go for `staging`

## Summary

- **Decision:** **Go**: all 3 gates met
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`
- **Deployed:** 2026-11-28 18:52 UTC
- **Tests:** 3 of 3 passed (100 %)

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:37483/health` | `ok` |

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
', 1795891950963, 1795891955228, null);
insert into deployment_runs values (2, 'team/shop', 99, 2, 'staging', 'ffffffffffffffffffffffffffffffffffffffff', 'done', '{"schema":1,"focus":"all","whole":true,"phases":[{"number":1,"name":"P1","suites":[{"name":"orders","category":"critical","files":[],"seconds":0.5,"expected":[{"issue":4,"title":"P0: test_list fails on staging","tests":1}]}],"gates":{"critical":0.95}},{"number":2,"name":"P2","suites":[{"name":"reports","category":"later","files":[],"seconds":0.25,"expected":[]}],"gates":{"later":0.5}}],"markdown":"## Plan: 2 suites in 2 phases, focus \u0060all\u0060\n\n- open P0: #4 \u0060P0: test_list fails on staging\u0060\n- the last run (\u0060aaaaaaaa\u0060) was go: \u0060all 3 gates met\u0060\n- 1 commit since \u0060aaaaaaaa\u0060, in 1 file\n- merged since: \u0060#1 Change the colours\u0060\n\n### Phase 1: P1\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060orders\u0060 | \u0060critical\u0060 | 0.5 s | to fail: #4 (1 test) | priority P1 |\n\nNext only if \u0060critical\u0060 95 %.\n\n### Phase 2: P2\n\n| Suite | Category | Usually | Expected | Why |\n|---|---|---|---|---|\n| \u0060reports\u0060 | \u0060later\u0060 | 0.3 s | to pass | priority P2 |\n\nNext only if \u0060later\u0060 50 %.\n","reached":null,"stopped":null}', 1, '[{"when":"Before","seen":{"checkedAt":"2026-11-28T18:52:35.2974319+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:37483/health","ok":true,"status":200,"latencyMs":1.2,"evidence":"ok"}]}]}},{"when":"After","seen":{"checkedAt":"2026-11-28T18:52:37.5914218+00:00","environment":"staging","verdict":"Ready","services":[{"name":"gateway","ready":true,"verdict":"Ready","because":"","probes":[{"kind":"http","target":"http://localhost:37483/health","ok":true,"status":200,"latencyMs":7.7,"evidence":"ok"}]}]}}]', '{"ended":1,"suites":[{"name":"orders","category":"critical","passed":1,"failed":1,"skipped":0,"flaky":0}]}', 'critical: 50 % passed, 95 % needed', 'no-go', 0, '{"run":{"sha":"ffffffffffffffffffffffffffffffffffffffff","decision":"no-go","reason":"2 gates not met: critical, overall","endedAt":"2026-11-28T18:52:43.8355317+00:00","causes":[{"cluster":"w1-b62d77657bad","title":"KeyError: \u0027total\u0027","rootCause":"ann says: \u201Cthe pool of db is too small\u201D.","issue":5,"tests":["tests.test_orders::test_total"],"suspect":null}]},"pulls":[1]}', '# Worklog: No-go for `staging`

## Summary

- **Decision:** **No-go**: 2 gates not met: `critical`, `overall`
- **Repository:** `team/shop`
- **Environment:** `staging`
- **Commit:** `ffffffffffffffffffffffffffffffffffffffff`
- **Deployed:** 2026-11-28 18:52 UTC
- **Tests:** 1 of 2 passed (50 %); 100 % at the last deployment (0 fixed, 1 broken since)
- **Causes:** 1 known

## Readiness

| Service | Ready | Probe | Answer |
|---|---|---|---|
| `gateway` | yes | `http http://localhost:37483/health` | `ok` |

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

**Accepted by `ann`** on 2026-11-28 18:52 UTC: `it is known`. The gate did not hold; a person passed it.

', 1795891955294, 1795891963835, '{"by":"ann","reason":"it is known","at":"2026-11-28T18:52:43.9832003+00:00"}');
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
insert into suite_runs values (1, 1, 1, 'local', '["orders"]', null, 'whybot-1-1-40fbfb849762', 'ended', null, 'success', null, 1795891951986, 1795891952062);
insert into suite_runs values (2, 1, 2, 'local', '["reports"]', null, 'whybot-1-2-9573b516502a', 'ended', null, 'success', null, 1795891952870, 1795891952896);
insert into suite_runs values (3, 2, 1, 'local', '["orders"]', null, 'whybot-2-1-292ea7dab35e', 'ended', null, 'success', null, 1795891956119, 1795891956144);
insert into suite_runs values (4, 2, 0, 'local', '["orders"]', '[{"Suite":"orders","File":null,"ClassName":"tests.test_orders","Name":"test_total","Address":"tests.test_orders.test_total"}]', 'whybot-2-0-dda5a4b1b8b7', 'ended', null, 'success', null, 1795891958748, 1795891958801);
insert into suite_runs values (5, 2, 0, 'local', '["orders"]', null, 'whybot-2-0-6795ea64e64d', 'ended', null, 'success', null, 1795891961478, 1795891961507);
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
insert into dossiers values ('team/shop', 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795891966034, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d4354c3533b24c32364a4bb23453d2512ac92cc94955b25272cecfcb4b4d2ec9cccf0b4a4d2b2d4e4d712d2aca2fb25288762d2acacb573034348c5540a851288228b2524849b2323531360299945a5c52ac6465a8a354965a9492995ca264a59499979c9f5b90935a92aaa4a394595c5c9aaa6495579a93a3a354949f5fe29c585a0cb2db2fbf2423332f5d21313939b5a0a4582119ee966285c41285928cc41285c49494a2d4e2622b85928c548582a2fce4d4e26285cc6285bcfc1285a2d2bcbcccbc741d85fc22859ccce292d4bc6285d49ce2d4f28cd4a2543d05bf7c85e48cc4bcf4548849a9150539899979c50a99252003b2f3f2cbf3f4a0eef74c2956b28a562a0179450f44c6e717a5a416155b59813925f92589394ab13a4a054599f9459925954a564a01864a3a4ac98925a9e9f94599a960edc945992599c910954589794ea969f945a94a56063a4a69899939a9294802b98925c919a929b050292e2d2e4805851c24900a128b8b53531cd31333f394acd212738a536146a08a1597669640ac863817e4c494fce2e24c50a4572b2567800d501a04e11c931793a785481590e82c2acd53284f2c56482e2d5128cec82f2a5148cc4b51c8cb57484d2ccac94c2d0245b042716265b142467e39280114a72a80e2a358a1b4b8343127a75221352f450b64b4a19e8296563828bda4e483142a80021c94b420ca3312cb521532f31492f37373f3f320c9019c9e128b8b41aaf2f3528b1552f24189ca5e4b4b414b23b5b824312927b338233545534b4121264f414121242315c55888cb624a0d0ccc0c103984ac5c0431c45a212f3f2f55213f0dec0343883321494121253fb5580fe4844a85c422b05f207a20f10e61ebc5e41941c2a112ac1ee41da4fc8592bd4a405904b75f699b6262f28c21ee4c0579059421ad14ca33329333148a538bca329353751472f3534a735275148a534b4ac03154a490925a909a97929a975c0971774e66766a4e254af440623b2fbf2433391594cd134b142041535c94ac0f092abd824a889095890128c02125103891818b0d503201278d9cc492b4fca25cb0314599c5a9c57a3179261067835c0a2d59928af24bd3334a14324b208e2acd03972b28ae4a2dcb04393b55a1b824bfa0580114f27a0afe9058861853ac038ef2fcbc9c4a689195a290969993aaa001712bc8f9c9f939f9a545c570f76bc2e358a124bf343943a11c94fc414e4f0595e00a7989b9a024e394599c9a5ca290945a529e9a9a070d8e442201c47670ae8430d3880410d57a3179a69010ab04e7f3cc12509254280639049ac5490c3544910eaa021273535374148ac1391e9292f2f2150a4a7372148a520b4b538b4b14ca33f28b531592335293b341d54b694e8a4252aa42516a628a5e4c9e19c86d1e89a0f4a790915850909a970a920615da3a603f8343b43c1fa40b5c8224279217d77ea8251ab49003578b0ac505a989d9c5a04c9f59a2a7e09d9a5a004e0a45a9c5a5392560f1d4c4e40c484908f228b85e4c55c84bad2851009516c98979202f81aadbc4a25490b79474948a4af3d2c13512ed0a4550a93b144ac4983c485a840628ac14a8c8cdb13282c8807c026581cb72283b8fd2321d6a31d43888d1794a3a4aa03821bf8006b996d6a5f3e00c33aa5416a0e003255b5ad7147882d0049a22f2606aa07c680a0195f5f0aacacac400bb2a683a22a626827979245743d0e022b61ac21b6454ad83c00ea3461d44c8c9d0fa165c91d0ba028ad551822536252ba51a05e79cc4cc5c851a85e092c492d262851a0557688b4847a1285517541b2bd4c4e4d5e8eaeac2714c5e8d82a19e02759af40a350a480d7a851a682b08779500768e8211c87e624b6a32ed3006d9416ec9a650a3006904e3f312b4b88178c904641df64243a14601da7855a8017744207d34584422355e214699828cc29da14835ce4c4f81bc6c40aa457ef9250aca66d024e00feee52b2427e681c61392521592f34bf34a52532045b2428d4251694e6a8a427e69093c88c1cdb662bdace2fc3c657d037df0380a4c790ca87e0777ed95ac94fcf215f20b52f314c01a1452528b938b32935241ad4d6b70132f2f35b108d446cdcd848c68289be9813231916eb352d0d232d033b2d0d2d20135aac1fdbcfc34506f05d1a20475069241632d56a04e35d85d3ae06e426a596a11d80dc5a5b9203b6b1402f233f34a4059d32915ac031cc7b00c09ca8c202f1a3919e819992ad4281882daab20d30da1fd7150cb1ed4df007790c13d1cb001e05006e9323056a801b90dd4db2f2d48492c494d8175b472128b4b148c0d145240fdfc1a906b944dc1facc0cbc532ba1a35160dbcdc1c3301026883433800482e11009042303851a85a4fc920c70df0cea4794ea1ee22bb283ae4641d740cf18644b660952824bcccb0775f715b233f35240119796589a53a2a051905899939f98a29b9c9f575294985ca2038937c4209c2e74b04f13e4a0983c6513a893030cacc0d11e0f1a7303c778b1427e9e427149627a665e3ac40f90983130a077f22421a18143cb10949c214e063709b10cfe817c095101ca3ca0c21396da7514a0a33335888c0f1a8eab563253b2521ae919594947c914140ca3b9390fd2e220b12004a74f1ae566251d251350dc8c6669e8c023d62c5d5baba3041d990f28cdc9810dd62716072416972859d16b8205b0c13765026ed2c082035c6e12357b020d4b88c6da5a006b79ddbea11a0000');
insert into dossiers values ('team/shop', 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795891963835, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d44d32334a31373733354f4a4c51d2512ac92cc94955b252f24ead742d2aca2fb2528829353030322fc92f49cc813041aa528b4b8a95ac0c7594ca528b5232934b94ac94b2f3f2cbf3947494328b8b4b5395ac4c75948af2f34b9c134b8b41e625e6e5291427561683cc333230742ec9485528c8cfcf51c84f53484952c82c5628c9cf5728ce4dccc9892935323074d1835ae39952ac6415ad5402b2510f44c6e717a5a416155b598139607729c5ea28151465e6176596542a592905182ae928252796a4a6e71765a682b527176596642627e680541625e639a5a6e517a5823d90969899939a021330d051ca4d2c49ce484d01fba0b8b4b82015e4bbbcd29c1c1da582c4e2e2d414c7f4c4cc3c25abb4c49ce2541d25887ea858495169aa8e5271696609c45a88534196a6e417176782c2bc5a293903ac5f09149a660689797910063c780c0ccc0cf0060f48815e4c5e4c9e1638ccad14944d1552528b938b3293528b15324bac15324b14ca138b15d2405e5348cb2f5228c9c82c564806c585b5427e5e72aa426e7e51aa427e9e02c8a2e2c4dc5485e4fcdcdccc121d0543508c182a40bca59008f2ab16c82e433d052dadf08cc41285947cb02e908accbc74055034142b642496a52a64e6818d011b9b580256050a3290aafcbcd46290cebcfc127b2d2d052d8dd4e292c4a49ccce28cd4144d2d0585983c050585908c54b0c5200d2063c141024e80660678122424fcac15f2f2f35241ae07f9c950a104e45690f5a9290a29f9a9c57a20e32b15128bc0ee84e881c40f84ad17936704f163667286425a666a0e449f42a242516a624a6a9142516a616966512ac4649025c5a97920f1bc7c859cfcbcf4d42285f22250cce3f6a0a3426e6a7171627aaa424e627276b14222d41eb05b334b8ad16c2ad651c82f52c8482c5648cccb2fc9482d5228ce482c48b552805a9c989702d39192599c985e949aaa9098945f0a09fae4fcbc92a2c4e412058de2e48cd4dc444d58d8142456e6e427a6e8c5e419433c9c0a0a1350cab15228cf00f9be38b5a82c3339554721373fa534275547a138b5a404142bf9450a29a905206fe7255742fc9993999d9a53098f43bffc12503a80040fd8946250f81a992b24a5824c282db05248ccc95130542807590b0ada4a70d44013525e7e4966722a2805279640a3beb828591f12537a059520c3cc0cac4c0cf462f24c20ce07b9383923312f3d5521a928bf343da34421139aca4af3c05904ee3a500a4b2dcb4c4905e581e292fc8262858cd4a2543d05ff347072851853ac03e6e4e7e5542a404452c079494103623bc841c9f939f9a545c5701769821399425e7e8942497e697286423928fd81822115548e2ae425e682d2a05366716a728942526a49796a6a1ed48389440288ed0aa0688730d3880410d57a3179a69010ab5448c94c018571516a627286427149627a665e3a243e890e32bf7c68e0804a6f90f75274148ac165032439e5e52b1494e6e480b34d6a71894279467e71aa4272462a28e527e797e6a42824a582d3af5e4c9e19c8611e89a044a890915850909a970a920615d33a600f8383b31cac0b5cd62427a24434b6e22432b5185c36427c4fb000412943c17666162b149764e6e428e417a4e6e9c5806ab7a2d2bc74708d42bbc21054da82d22972014bef9230065a2915a51697e69414c3b25f456e8e9511243841ae84b24a411512949d872f98a186429542b48102151496a04c4ce54217e4c4c156e2d23f6041a56c26285f5152b88382929e253b2298125332f3528b8bf5b28af3f394f5a11553b1be817e41517e522a88012bcfa1c92a0fa617ca8726b3fc6cece230512c29dd046a020e1341b500bc5ab23231809904d505b55749470996bc215509ee3a0a14c8a08c0ff390c208aca0a0c14554058537bca85a3b815d45adda09e46caa574db0c407ee7dc1728b813eb83b074d90389231e90576ac8e122c892a5929d52838e72466e62ad4280497249694162bd428b8425b583a0a45a9baa0169e424d4c5e8daeae2e1cc7e4d52818ea2950a73fa150a38054fd2bd4405b55587234b4ee023b47c108643fc5d50e99961b832c27b76856a85180b4ba91fc4a7239596a6060ec9c54044a1cc6ae20d2cc004b8841cb40488899801c0d0a31cc924ca14601da7054a80177c4acc04d68583a412aca204699828cc291cb4935cb4c4f81bcbc8923ee70e72188db411561a202b42a82f40633419ddbf23c851a85a2d29cd41405501f0c910e498d1b90354ad09108252b25cf12500b5bd9d40ad462c7d5af070f08289b42d33ebe4c0dae98ac14b4b40cf42c8cb5b4741452f3409d26f03841a20278f8035444d52804e467e69580f2b3532a78e800e42c941c0c4a35464e067ac6060a3520b721062140fd1ef0b04276665e0aa8df9996589a53a2a001ed7aeac2faa6f03e295831a8cf5f0cb605ec0d90d146a60a35903109909186d04e626609a43f051e2d00f7e0d074811c94945f9201560636cccc00a5be0639ddcc00559701c82e745de00126acaa8d219e06454869414a62496a0aace39b93585ca2606ca090925809f64e4c9eb209d411010656603fc4e7641697809d5f0c1a8681f6c020f640e2c6c0001437a07e3fa8db9c9f060ae0e282d4c4ec6250788242031c29560a79f99048d301773953cb5241c33da90ac5a5b92446a301f13eaa51d035d033048517c4c9e098c3323c07f2254405c875a0a20316753a0ad0b1991a70bf0a9cec408366d54aa64a564aa309d9c0009cfc07574256d2513201c5ce686a060c3a50863535d7d682c680c123c701a539394a5690d1e3c4e280c4e212252b6a0cc0533cb40eaee3c063dce0ac4bd4103bca68786d2d00ed025aa049180000');
insert into dossiers values ('team/shop', 'w1-46b7f49d93db', '8888888888888888888888888888888888888888', 'main', 1795891968119, x'1f8b0800000000000403aa564ace292d2e492d52b2522a37d435314b324f33b14cb1344e4952d2512ac92cc94955b252f24ead742d2aca2fb2528829353030324fcecfc92f2d82b041ca528b4b8a95ac0c7594ca528b5232934b94ac94b2f3f2cbf3947494328b8b4b5395acf24a737274948af2f34b9c134b8b41663a2ae4a6161727a6a72ae4242667172b242aa465a6e6a42894642496286496142b14a526a6a4162914a516966616a516eb28e417296424162b24e6e59764a4162914672416a45a2914a7e6819425e6a5c074a4641627a617a5a62a2426e59796289464a42a24e7e795142526972868142767a4e6266a2ae4a781250a122b73f21353f414fcf215923312f3d253210e48ad28c849cccc2b56c82c51c82c5600fb460fea55cf946225ab68a51290aff540647c7e514a6a51b195159853925f9298a314aba3545094995f945952a964a51460a8a4a3949c58929a9e5f94990ad69e5c945992990c51599498e7949a965f94aa6465a0a394969899939a8224909b58929c919aa26465aaa3545c5a5c900a0a61488816241617a7a638a62766e62959a525e614a7c2f4a38a1597669640ec85b815e4be94fce2e24c50cc572b2567800d501a829112931793a7058e1f2b0565538594d4e2e4a2cca45450cc5983620f21004a08c589b9a90ad9997929a0049096589a53a2a0014d03bab044024f1c60c5a0382dd602d962a8a7a0a5150e4a9e29f9e0c4038aa8ccbc7405b012858cc4b25485cc3c85e4fcdcdcfc3c48320259098a2290aafcbcd46285947c85bcfc127b2d2d052d8dd4e292c4a49ccce28cd4144d2d0585983c050585908c54056463158a132b8bc1b9cecc005f2e04e54533036b85bcfcbc5490d740161b42dc00b23f354521253fb5580f647ea5426211d8a1103d90f40061ebc5e419413c99999c01cd8f207d0a89b0bc05cd8d1093419640b35f5ebe424e7e5e7a6a9142791128a5e1f6e1e04a623179c6100fa782c2049468ac14ca3340be2f4e2d2acb4c4ed551c8cd4f29cd49d551284e2d2901c76391424a6a01a8d4c94bae84f83327333b35a71225122169222fbf24333915940c134ba0b1585c94ac0f0973bd824a48b05b998063ae2403643c38c2cb33c0ee01a5a25485829cc492b4fca25cb0314599c5a9c57a3179261067835c0a2db7928af24bd333406527c451a579e05c81e2aad4b2cc94d4bce45485e292fc826205902d7a0afe90a210624cb10e3869e7e7e554420bc41485b4cc9c54050d885b41ce8714ffc570f76b82131728612b94e497266728948332092875a4826a0d85bcc45c50da73ca2c4e4d2e51484a2d294f4dcd8306471a910062bb02a89887302d880410d57a3179a69010ab5448c94c0105657a2aa86ec82c56484b2c2231c41095456631d877293a0ac5e03201928af2f2150a4a7372c075576a71894279467e71aa4272462aa8a24bce2fcd4951484a056729bd983c3390bb3c1241694f2123b1a020352f15240daa0e74c0fe058766395817b88c494e4489676cc548646a31b83484781ebde000d7502029237310696680526a82edcc2c56282ec9ccc951c82f48cdd38b01d5e445a579e9e09a8b768520a8941df01230260f122845a9c5a53925c5b0cc5a919b63650491013913ca2a3530303380b2f3d0c319924f40b246e63053413c840e251d255068827231a4f543b5d216e4c6c156d4c2c2808e210b2e4641598b92621d1496a06449eb321d4ff89840d34d1e4c0d940f497f79a052195ea958991860578594da2085bd02ce3a03e6e5915c6140838b980a036f7051b5b6003b8a5ab505c8d954af2a60690fdcf32bd6cb2acecf53d637d407f725a1a916472a462f3f91eb2968a10c35009aec715895949f026d59813c88a205aa119c9371f5dd60a6a268843b19cd5b84ed42c99bd8cd06f5c660394dc94aa946c13927313357a14621b824b1a4b458a146c115da70d351284ad505f58c156a62f26a747575e13826af46c1504f813afd13851a05a46685420db4b186bbe0063b47c108643fc5951999961b832c27b7bc57a8518034e2f1f9155a0843fc6a02b20ee457cca254a14601daf856a801f7c8acc06d6a580c2335be214699828cc25ecc906a94999e027985038e40474bedc899b8d4c0c0d839093c0a64ec0ac92b68aa91f206298a4181a2a4a3041ef550b252f2047519409dcb6285927c0565531d85f2cc920cd0904e1ab43363a0676ea107caeacaa6d0848aaf24011701560a5a5a206d5a5a3a0aa979a08e93425a7e9142a202d8569059350a01f9997925a0cce7949a0c1ab402b90b25bb813c6de464a0676ca05003ea515065a8016c0bd81b20a38d4c156a140c917af4a04127905de03e1578a800dc8b43d3057250527e4906b8730236cccc00b51c028702aa2e03638837ca138b154a0b52124b525340e319a07e5c4e62718982b181420a6834a206143cca665063fdc1635f0ac9897979f9a0985248ce2fcd2b494d01058e9901249c8d2c40e10c1ab703f570f3d3401e282e484dcc2e86f90c1cc0560a79f99008d001772153cb528bc039a7b8341764270951425eb891160226d0100830b0020f01c5e764169780a3a458213f4fa1b824313d332f1d391c0c0ce81d0e24f8a84641d740cf1094de204ec65547827c0951018a2550099859024e67c53a0ad0b1a61a7087119c9540838ed54aa64a564aa399d3c0009ca5699d39957494cc40e13dc273a8928e9209281846b3297444136b36adad85cf290494e6e4c0666a128b03128b4b94aca8323f04d8d09ff601376cc0f32fe05291a8e91f94999ada5a00aa4844b66a1b0000');
CREATE TABLE mentions (
    repository text   not null,
    thread     bigint not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,
    at         bigint not null,
    primary key (repository, thread, cluster)
);
insert into mentions values ('team/shop', 1, 'w1-1e629b32fb96', 'ffffffffffffffffffffffffffffffffffffffff', 'pull request 1', 1795891966034);
insert into mentions values ('team/shop', 2, 'w1-1e629b32fb96', 'dddddddddddddddddddddddddddddddddddddddd', 'pull request 2', 1795891948513);
insert into mentions values ('team/shop', 1, 'w1-b62d77657bad', 'ffffffffffffffffffffffffffffffffffffffff', 'staging', 1795891963835);
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
insert into rulings values (1, 'team/shop', 'w1-b62d77657bad', 'priority', 'P1', null, 'ann', 5, '1016.1', null, 1795891961058, 1795891961157, 'ann');
insert into rulings values (2, 'team/shop', 'w1-b62d77657bad', 'cause', 'the pool of db is too small', null, 'ann', 5, '1020.1', null, 1795891961259, null, null);
insert into rulings values (3, 'team/shop', 'w1-b62d77657bad', 'mute', 'deploy freeze', 1797619961368, 'ann', 5, '1022.1', null, 1795891961368, null, null);
CREATE TABLE reruns (
    repository text   not null,
    key        text   not null,
    sha        text   not null,
    login      text   not null,
    at         bigint not null,
    primary key (repository, key)
);
insert into reruns values ('team/shop', '1024.1', 'ffffffffffffffffffffffffffffffffffffffff', 'ann', 1795891961477);
CREATE TABLE issue_care (
    repository text   not null,
    issue      bigint not null,
    told       text,                         -- what people were told last, JSON
    closed_at  bigint,
    closed_by  text,                         -- login of a person; null for the bot's own figures
    primary key (repository, issue)
);
insert into issue_care values ('team/shop', 5, '{"priority":"P1","priorityReason":"the category critical has a gate, and fails","advised":null,"tests":1,"places":["staging"],"answered":null,"suggested":null}', null, null);
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
