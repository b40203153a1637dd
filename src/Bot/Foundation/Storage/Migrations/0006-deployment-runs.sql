-- One row per deployment that is tested: where its run stands, so that any instance can go on with it.
create table deployment_runs (
    id           {identity},
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
    ended_at     bigint,
    unique (repository, deployment, environment)
);

create index deployment_runs_of on deployment_runs (repository, environment, deployment);

-- Suites that were started together: a run of a workflow, or one command of this machine.
create table suite_runs (
    id            {identity},
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

create index suite_runs_of on suite_runs (deployment_run);
create index suite_runs_by_workflow_run on suite_runs (workflow_run);

create table suite_files (
    suite_run bigint  not null references suite_runs (id) on delete cascade,
    file      text    not null,              -- below the run's folder: results/…, logs/…
    content   {bytes} not null,              -- gzip
    primary key (suite_run, file)
);
