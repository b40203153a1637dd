-- What was analysed: one row per commit of a repository, and the result files that later runs are compared with.
create table runs (
    id          {identity},
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

create index runs_of_branch on runs (repository, branch, id);

create table results (
    run_id  bigint  not null references runs (id) on delete cascade,
    file    text    not null,
    content {bytes} not null,                -- gzip
    primary key (run_id, file)
);

create table deployments (
    repository  text   not null,
    deployment  bigint not null,
    environment text   not null,
    sha         text   not null,
    state       text   not null,
    changed_at  bigint not null,
    primary key (repository, deployment)
);
