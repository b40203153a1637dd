-- One row per webhook request, durable before it is acknowledged. Times are milliseconds of Unix time.
create table deliveries (
    id          {identity},
    guid        text    not null,
    hook_target bigint  not null,
    event       text    not null,
    received_at bigint  not null,
    state       text    not null default 'pending' check (state in ('pending', 'done', 'failed')),
    redelivered bigint  not null default 0,
    note        text,
    unique (guid, hook_target)
);

-- Apart, so that a change of state does not write the body again.
create table delivery_bodies (
    delivery_id bigint  primary key references deliveries (id) on delete cascade,
    body        {bytes} not null
);

create index deliveries_pending on deliveries (id) where state = 'pending';
create index deliveries_received on deliveries (received_at);
