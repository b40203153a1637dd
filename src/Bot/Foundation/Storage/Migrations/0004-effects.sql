-- The outbox: what GitHub shall show. One row per thing; what it shall say may change, the thing stays one.
create table effects (
    id           {identity},
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

create index effects_pending on effects (repository, due_at) where state = 'pending';

create table effect_writes (
    effect_id bigint not null references effects (id) on delete cascade,
    at        bigint not null
);

create index effect_writes_of on effect_writes (effect_id, at);

-- When an installation may write: the write governor of all instances.
create table write_slots (
    installation bigint not null,
    at           bigint not null
);

create index write_slots_at on write_slots (installation, at);
