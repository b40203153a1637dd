-- Where runs come from. Rows from before have none: a fork's branch called main may be among them, so they count for nothing until GitHub has said where
-- their commit is (null: not asked yet).
alter table runs add column origin text;      -- default-branch, own-branch, pull-request, merge-queue, fork, unknown

alter table sightings add column origin text; -- default-branch, deployed; unknown where it counts for nothing
alter table sightings add column place_key text not null default '';
alter table dossiers add column place_key text not null default '';
update sightings set place_key = lower(place);
update dossiers set place_key = lower(place);
update sightings set origin = 'deployed' where exists
    (select 1 from deployment_runs d where d.repository = sightings.repository and d.environment = sightings.place and d.sha = sightings.sha);

-- The sightings that count: for figures, closing and opening again.
create view counted_sightings as
    select repository, cluster, sha, place, place_key, origin, tests, seen_at, passed_after, failed_after, blocked
    from sightings where origin in ('default-branch', 'deployed');

-- What the checks of a pull request found: its own thread may be asked about it, and nothing else knows of it.
create table findings (
    repository text    not null,
    thread     bigint  not null,
    cluster    text    not null,
    sha        text    not null,
    place      text    not null,
    origin     text    not null,             -- pull-request or fork
    seen_at    bigint  not null,
    about      {bytes} not null,             -- gzip of JSON
    primary key (repository, thread, cluster)
);

create index findings_of_cause on findings (repository, cluster);
create index findings_seen on findings (seen_at);

-- GitHub compares names of environments without regard to case; they are shown as GitHub wrote them and found by their key.
alter table deployment_runs add column environment_key text not null default '';
alter table deployments add column environment_key text not null default '';
update deployment_runs set environment_key = lower(environment);
update deployments set environment_key = lower(environment);
alter table deployments add column workflow_run bigint; -- the run of a workflow that made it; null where another program did
create index deployment_runs_by_key on deployment_runs (repository, environment_key, deployment);

-- Environments that were deployed to and that the repository's settings do not name.
create table unknown_environments (
    repository text   not null,
    key        text   not null,
    name       text   not null,              -- as GitHub wrote it last
    deployment bigint not null,
    sha        text   not null,
    first_at   bigint not null,
    last_at    bigint not null,
    primary key (repository, key)
);

-- What is kept for an environment is found by its key too; of two spellings both stay as they are.
update effects set target = lower(target) where kind in ('check', 'comment', 'dispatch') and target <> lower(target)
    and not exists (select 1 from effects o where o.repository = effects.repository and o.kind = effects.kind and o.id <> effects.id and lower(o.target) = lower(effects.target));
