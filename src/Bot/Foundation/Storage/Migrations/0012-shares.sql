-- Whose share of the write budget a write used.
alter table write_slots add column repository text;  -- null for none
alter table write_slots add column person text;      -- login of whom it answers; null for a result of the bot's own

-- Comments of strangers that were answered; only of the last hour.
create table stranger_comments (
    installation bigint not null,
    repository   text   not null,
    comment      text   not null,
    writes       bigint not null,             -- what the answer may cost of the write budget
    at           bigint not null,
    primary key (installation, repository, comment)
);
