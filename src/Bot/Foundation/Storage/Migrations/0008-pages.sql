-- Open issues that a run has shown to be otherwise than they say.
create table contradictions (
    repository text   not null,
    issue      bigint not null,
    sha        text   not null,
    place      text   not null,              -- branch, pull request or environment
    title      text   not null,
    because    text   not null,
    seen_at    bigint not null,
    primary key (repository, issue, sha, place)
);

create index contradictions_seen on contradictions (repository, seen_at);

-- What was found of each run, whole, for whoever looks at it.
create table reports (
    repository text    not null,
    run        text    not null,             -- 'deployment:' or 'commit:' and the run's id
    made_at    bigint  not null,
    report     {bytes} not null,             -- gzip of JSON
    passages   {bytes} not null,             -- gzip of JSON: what stands around each place that is cited
    primary key (repository, run)
);

create index reports_made on reports (made_at);
create index sightings_seen on sightings (repository, seen_at);
