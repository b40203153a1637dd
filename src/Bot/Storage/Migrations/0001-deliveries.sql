-- One row per webhook request, durable before it is acknowledged.
create table deliveries (
    id          integer primary key,
    guid        text    not null,
    hook_target integer not null,
    event       text    not null,
    body        blob    not null,
    received_at text    not null,
    state       text    not null default 'pending' check (state in ('pending', 'done', 'failed')),
    redelivered integer not null default 0,
    unique (guid, hook_target)
);

create index deliveries_by_state on deliveries (state, id);
