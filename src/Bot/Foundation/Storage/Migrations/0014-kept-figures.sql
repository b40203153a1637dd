-- What the pages list, kept so that no page has to count: figures of a cause over its counted sightings. They are written whenever a sighting is.
alter table causes add column failed bigint not null default 0;   -- commits at which it failed
alter table causes add column passed bigint not null default 0;   -- commits at which its tests ran and passed
alter table causes add column last_at bigint;                     -- when it failed last; null where no sighting counts
alter table causes add column passed_at bigint;                   -- when its tests passed last; null for never
alter table causes add column since_at bigint;                    -- when it failed first after it had passed last; null while it is quiet
alter table causes add column quiet_at bigint;                    -- when it passed first after it had failed last; null while it fails
alter table causes add column verdict text;                       -- when it was seen last; null where nothing is kept of it
alter table causes add column priority text;                      -- P0 to P6, when it was seen last; null for none

update causes set
    failed = (select count(case when s.tests >= 0 then 1 end) from counted_sightings s where s.repository = causes.repository and s.cluster = causes.cluster),
    passed = (select count(case when s.tests < 0 then 1 end) from counted_sightings s where s.repository = causes.repository and s.cluster = causes.cluster),
    last_at = (select max(case when s.tests >= 0 then s.seen_at else causes.first_at end) from counted_sightings s
        where s.repository = causes.repository and s.cluster = causes.cluster),
    passed_at = (select max(case when s.tests < 0 then s.seen_at end) from counted_sightings s
        where s.repository = causes.repository and s.cluster = causes.cluster);
update causes set
    since_at = (select min(case when s.tests >= 0 and s.seen_at > coalesce(causes.passed_at, 0) then s.seen_at end) from counted_sightings s
        where s.repository = causes.repository and s.cluster = causes.cluster),
    quiet_at = (select min(case when s.tests < 0 and s.seen_at > coalesce(causes.last_at, 0) then s.seen_at end) from counted_sightings s
        where s.repository = causes.repository and s.cluster = causes.cluster);

-- The environments that have runs, so that no page has to go through the runs to find them.
create table environments (
    repository      bigint not null references repositories (id) on update cascade,
    environment_key text   not null,
    primary key (repository, environment_key)
);

insert into environments (repository, environment_key) select distinct repository, environment_key from deployment_runs;

create index causes_last on causes (last_at);
create index causes_of_last on causes (repository, last_at);
create index causes_failing on causes (last_at) where since_at is not null;
create index causes_verdict on causes (verdict, last_at);
create index deployment_runs_newest on deployment_runs (repository, environment_key, id, decision);
create index deployment_runs_at on deployment_runs (repository, environment_key, sha);
create index deployment_runs_by_sha on deployment_runs (sha);
create index runs_by_sha on runs (sha);
create index runs_newest on runs (repository, origin, state, id);
create index sightings_at on sightings (repository, sha);
create index effects_newest on effects ((coalesce(sent_at, created_at)), id);
create index deliveries_failed on deliveries (id) where state = 'failed';
