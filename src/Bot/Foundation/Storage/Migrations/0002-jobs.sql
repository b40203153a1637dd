-- What is to be done. A job that is done is removed; one that failed too often stays as 'dead'.
create table jobs (
    id           {identity},
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

create index jobs_due on jobs (due_at, id) where state = 'pending';
create unique index jobs_one_at_a_time on jobs (repository) where state = 'running';
