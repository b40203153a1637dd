-- A repository is its id: everything is kept under GitHub's number of a repository, and what it is called stands in one place.
create table repositories (
    id           bigint primary key,         -- GitHub's; below zero the store's own, until GitHub has said its number. -1 stands for all of them
    name         text   not null,            -- owner/name, as GitHub wrote it last
    installation bigint not null,            -- that may act on it; 0 with a plain token, or before it is known
    named_at     bigint not null             -- when the name was learned: what was said before that does not change it
);

-- What repositories are and were called, in lower case: links and commands that have an old name still find theirs. Where another takes a name, it is
-- its.
create table repository_names (
    name       text   primary key,
    repository bigint not null references repositories (id) on update cascade on delete cascade
);

create index repository_names_of on repository_names (repository);

insert into repositories (id, name, installation, named_at) values (-1, '', 0, 0);

-- A local suite's job had its repository's name with a word behind it, a sweep's its own kind.
insert into repositories (id, name, installation, named_at)
    select -1 - row_number() over (order by name), name, 0, 0 from (
        select case when kind = 'suite' then substr(repository, 1, length(repository) - length(' suites')) else repository end as name
            from jobs where kind not like 'sweep%'
        union select repository from runs
        union select repository from deployments
        union select repository from effects
        union select repository from causes
        union select repository from sightings
        union select repository from deployment_runs
        union select repository from dossiers
        union select repository from mentions
        union select repository from rulings
        union select repository from reruns
        union select repository from issue_care
        union select repository from rules
        union select repository from rule_uses
        union select repository from contradictions
        union select repository from reports
        union select repository from findings
        union select repository from unknown_environments
        union select repository from forgotten_repositories
        union select repository from stranger_comments
    ) names;

update repositories set installation = coalesce(
    nullif((select max(r.installation) from runs r where r.repository = repositories.name), 0),
    nullif((select max(d.installation) from deployment_runs d where d.repository = repositories.name), 0),
    (select max(e.installation) from effects e where e.repository = repositories.name), 0);

insert into repository_names (name, repository) select lower(name), max(id) from repositories where id < -1 group by lower(name);

drop view counted_sightings;

-- What is to be done. A job that is done is removed; one that failed too often stays as 'dead'.
create table jobs_by_id (
    id           {identity},
    repository   bigint not null references repositories (id) on update cascade,
    -- Of one line of a repository one job runs at a time: its suites on this machine, and each of the sweeps, have their own.
    line         text not null default '',
    key          text not null,
    kind         text not null,
    arguments    text not null,
    delivery     text, -- guid of the delivery that asked last
    state        text not null default 'pending' check (state in ('pending', 'running', 'dead')),
    created_at   bigint not null,
    asked_at     bigint not null,
    due_at       bigint not null,
    attempts     bigint not null default 0,
    fence        bigint not null default 0,
    leased_until bigint,
    asked_again  bigint,
    error        text,
    unique (repository, key)
);
insert into jobs_by_id (id, repository, line, key, kind, arguments, delivery, state, created_at, asked_at, due_at, attempts, fence, leased_until,
    asked_again, error) {given}
    select j.id, p.id, case when j.kind = 'suite' then 'suites' when j.kind like 'sweep%' then j.kind else '' end, j.key, j.kind, j.arguments,
        j.delivery, j.state, j.created_at, j.asked_at, j.due_at, j.attempts, j.fence, j.leased_until, j.asked_again, j.error
    from jobs j join repositories p on p.name = case when j.kind like 'sweep%' then '' when j.kind = 'suite' then substr(j.repository, 1,
        length(j.repository) - length(' suites')) else j.repository end;
drop table jobs;
alter table jobs_by_id rename to jobs;
{count:jobs}

create table runs_by_id (
    id          {identity},
    repository  bigint not null references repositories (id) on update cascade,
    sha         text not null,
    branch      text,
    pull        bigint,
    origin      text,
    inputs      text not null default '',
    state       text not null default 'open' check (state in ('open', 'analysed', 'obsolete')),
    decision    text,
    green       bigint not null default 0,
    opened_at   bigint not null,
    finished_at bigint,
    unique (repository, sha)
);
insert into runs_by_id (id, repository, sha, branch, pull, origin, inputs, state, decision, green, opened_at, finished_at) {given}
    select t.id, p.id, t.sha, t.branch, t.pull, t.origin, t.inputs, t.state, t.decision, t.green, t.opened_at, t.finished_at from runs t join
        repositories p on p.name = t.repository;
create table results_by_id (
    run_id  bigint not null references runs_by_id (id) on delete cascade,
    file    text not null,
    content {bytes} not null,
    primary key (run_id, file)
);
insert into results_by_id (run_id, file, content) select run_id, file, content from results;
drop table results;
drop table runs;
alter table runs_by_id rename to runs;
alter table results_by_id rename to results;
{count:runs}

create table deployments_by_id (
    repository      bigint not null references repositories (id) on update cascade,
    deployment      bigint not null,
    environment     text not null,
    environment_key text not null,
    sha             text not null,
    state           text not null,
    workflow_run    bigint,
    changed_at      bigint not null,
    primary key (repository, deployment)
);
insert into deployments_by_id (repository, deployment, environment, environment_key, sha, state, workflow_run, changed_at)
    select p.id, t.deployment, t.environment, t.environment_key, t.sha, t.state, t.workflow_run, t.changed_at from deployments t join repositories p
        on p.name = t.repository;
drop table deployments;
alter table deployments_by_id rename to deployments;

create table effects_by_id (
    id         {identity},
    repository bigint not null references repositories (id) on update cascade,
    kind       text not null,
    target     text not null,
    draft      text not null,
    state      text not null default 'pending' check (state in ('pending', 'sent', 'withheld', 'dead')),
    remote_id  bigint,
    tried      text,
    sent       text,
    sent_at    bigint,
    made_at    bigint,
    due_at     bigint not null,
    attempts   bigint not null default 0,
    note       text,
    created_at bigint not null,
    unique (repository, kind, target)
);
insert into effects_by_id (id, repository, kind, target, draft, state, remote_id, tried, sent, sent_at, made_at, due_at, attempts, note, created_at)
    {given}
    select t.id, p.id, t.kind, t.target, t.draft, t.state, t.remote_id, t.tried, t.sent, t.sent_at, t.made_at, t.due_at, t.attempts, t.note,
        t.created_at from effects t join repositories p on p.name = t.repository;
create table effect_writes_by_id (
    effect_id bigint not null references effects_by_id (id) on delete cascade,
    at        bigint not null
);
insert into effect_writes_by_id (effect_id, at) select effect_id, at from effect_writes;
drop table effect_writes;
drop table effects;
alter table effects_by_id rename to effects;
alter table effect_writes_by_id rename to effect_writes;
{count:effects}

create table causes_by_id (
    repository    bigint not null references repositories (id) on update cascade,
    cluster       text not null,
    title         text not null,
    issue         bigint,
    matched       bigint,
    first_at      bigint not null,
    first_sha     text not null,
    ran_before    bigint not null default 0,
    failed_before bigint not null default 0,
    brought       bigint not null default 0,
    primary key (repository, cluster)
);
insert into causes_by_id (repository, cluster, title, issue, matched, first_at, first_sha, ran_before, failed_before, brought)
    select p.id, t.cluster, t.title, t.issue, t.matched, t.first_at, t.first_sha, t.ran_before, t.failed_before, t.brought from causes t join
        repositories p on p.name = t.repository;
drop table causes;
alter table causes_by_id rename to causes;

create table sightings_by_id (
    repository   bigint not null references repositories (id) on update cascade,
    cluster      text not null,
    sha          text not null,
    place        text not null,
    place_key    text not null,
    origin       text,
    tests        bigint not null,
    seen_at      bigint not null,
    failed_after bigint not null default 0,
    passed_after bigint not null default 0,
    blocked      bigint not null default 0,
    primary key (repository, cluster, sha)
);
insert into sightings_by_id (repository, cluster, sha, place, place_key, origin, tests, seen_at, failed_after, passed_after, blocked)
    select p.id, t.cluster, t.sha, t.place, t.place_key, t.origin, t.tests, t.seen_at, t.failed_after, t.passed_after, t.blocked from sightings t join
        repositories p on p.name = t.repository;
drop table sightings;
alter table sightings_by_id rename to sightings;

create table deployment_runs_by_id (
    id              {identity},
    repository      bigint not null references repositories (id) on update cascade,
    deployment      bigint not null,
    environment     text not null,
    environment_key text not null,
    sha             text not null,
    state           text not null default 'waiting' check (state in ('waiting', 'running', 'rechecking', 'done', 'void')),
    plan            text,
    phase           bigint not null default 0,
    looks           text,
    counts          text,
    note            text,
    decision        text,
    green           bigint not null default 0,
    conclusion      text,
    accepted        text,
    worklog         text,
    opened_at       bigint not null,
    ended_at        bigint,
    unique (repository, deployment, environment)
);
insert into deployment_runs_by_id (id, repository, deployment, environment, environment_key, sha, state, plan, phase, looks, counts, note, decision,
    green, conclusion, accepted, worklog, opened_at, ended_at) {given}
    select t.id, p.id, t.deployment, t.environment, t.environment_key, t.sha, t.state, t.plan, t.phase, t.looks, t.counts, t.note, t.decision,
        t.green, t.conclusion, t.accepted, t.worklog, t.opened_at, t.ended_at from deployment_runs t join repositories p on p.name = t.repository;
create table suite_runs_by_id (
    id             {identity},
    deployment_run bigint not null references deployment_runs_by_id (id) on delete cascade,
    phase          bigint not null,
    place          text not null check (place in ('actions', 'local')),
    suites         text not null,
    tests          text,
    correlation    text not null unique,
    state          text not null default 'asked' check (state in ('asked', 'running', 'ended')),
    workflow_run   bigint,
    outcome        text,
    note           text,
    asked_at       bigint not null,
    ended_at       bigint
);
insert into suite_runs_by_id (id, deployment_run, phase, place, suites, tests, correlation, state, workflow_run, outcome, note, asked_at, ended_at)
    {given} select id, deployment_run, phase, place, suites, tests, correlation, state, workflow_run, outcome, note, asked_at, ended_at from
    suite_runs;
create table suite_files_by_id (
    suite_run bigint not null references suite_runs_by_id (id) on delete cascade,
    file      text not null,
    content   {bytes} not null,
    primary key (suite_run, file)
);
insert into suite_files_by_id (suite_run, file, content) select suite_run, file, content from suite_files;
drop table suite_files;
drop table suite_runs;
drop table deployment_runs;
alter table deployment_runs_by_id rename to deployment_runs;
alter table suite_runs_by_id rename to suite_runs;
alter table suite_files_by_id rename to suite_files;
{count:deployment_runs}
{count:suite_runs}

create table dossiers_by_id (
    repository bigint not null references repositories (id) on update cascade,
    cluster    text not null,
    sha        text not null,
    place      text not null,
    place_key  text not null,
    seen_at    bigint not null,
    about      {bytes} not null,
    primary key (repository, cluster)
);
insert into dossiers_by_id (repository, cluster, sha, place, place_key, seen_at, about)
    select p.id, t.cluster, t.sha, t.place, t.place_key, t.seen_at, t.about from dossiers t join repositories p on p.name = t.repository;
drop table dossiers;
alter table dossiers_by_id rename to dossiers;

create table mentions_by_id (
    repository bigint not null references repositories (id) on update cascade,
    thread     bigint not null,
    cluster    text not null,
    sha        text not null,
    place      text not null,
    at         bigint not null,
    primary key (repository, thread, cluster)
);
insert into mentions_by_id (repository, thread, cluster, sha, place, at)
    select p.id, t.thread, t.cluster, t.sha, t.place, t.at from mentions t join repositories p on p.name = t.repository;
drop table mentions;
alter table mentions_by_id rename to mentions;

create table rulings_by_id (
    id         {identity},
    repository bigint not null references repositories (id) on update cascade,
    cluster    text not null,
    kind       text not null,
    value      text not null,
    until      bigint,
    login      text not null,
    thread     bigint not null,
    key        text not null,
    before     text,
    at         bigint not null,
    undone_at  bigint,
    undone_by  text,
    unique (repository, key, cluster, kind, value)
);
insert into rulings_by_id (id, repository, cluster, kind, value, until, login, thread, key, before, at, undone_at, undone_by) {given}
    select t.id, p.id, t.cluster, t.kind, t.value, t.until, t.login, t.thread, t.key, t.before, t.at, t.undone_at, t.undone_by from rulings t join
        repositories p on p.name = t.repository;
drop table rulings;
alter table rulings_by_id rename to rulings;
{count:rulings}

create table reruns_by_id (
    repository bigint not null references repositories (id) on update cascade,
    key        text not null,
    sha        text not null,
    login      text not null,
    at         bigint not null,
    primary key (repository, key)
);
insert into reruns_by_id (repository, key, sha, login, at)
    select p.id, t.key, t.sha, t.login, t.at from reruns t join repositories p on p.name = t.repository;
drop table reruns;
alter table reruns_by_id rename to reruns;

create table issue_care_by_id (
    repository bigint not null references repositories (id) on update cascade,
    issue      bigint not null,
    told       text,
    closed_at  bigint,
    closed_by  text,
    primary key (repository, issue)
);
insert into issue_care_by_id (repository, issue, told, closed_at, closed_by)
    select p.id, t.issue, t.told, t.closed_at, t.closed_by from issue_care t join repositories p on p.name = t.repository;
drop table issue_care;
alter table issue_care_by_id rename to issue_care;

create table rules_by_id (
    repository bigint not null references repositories (id) on update cascade,
    issue      bigint not null,
    line       bigint not null,
    text       text not null,
    login      text not null,
    at         bigint not null,
    primary key (repository, issue, line)
);
insert into rules_by_id (repository, issue, line, text, login, at)
    select p.id, t.issue, t.line, t.text, t.login, t.at from rules t join repositories p on p.name = t.repository;
drop table rules;
alter table rules_by_id rename to rules;

create table rule_uses_by_id (
    repository    bigint not null references repositories (id) on update cascade,
    rule          text not null,
    subject       text not null,
    at            bigint not null,
    overturned_at bigint,
    overturned_by text,
    key           text,
    primary key (repository, rule, subject)
);
insert into rule_uses_by_id (repository, rule, subject, at, overturned_at, overturned_by, key)
    select p.id, t.rule, t.subject, t.at, t.overturned_at, t.overturned_by, t.key from rule_uses t join repositories p on p.name = t.repository;
drop table rule_uses;
alter table rule_uses_by_id rename to rule_uses;

create table contradictions_by_id (
    repository bigint not null references repositories (id) on update cascade,
    issue      bigint not null,
    sha        text not null,
    place      text not null,
    title      text not null,
    because    text not null,
    seen_at    bigint not null,
    primary key (repository, issue, sha, place)
);
insert into contradictions_by_id (repository, issue, sha, place, title, because, seen_at)
    select p.id, t.issue, t.sha, t.place, t.title, t.because, t.seen_at from contradictions t join repositories p on p.name = t.repository;
drop table contradictions;
alter table contradictions_by_id rename to contradictions;

create table reports_by_id (
    repository bigint not null references repositories (id) on update cascade,
    run        text not null,
    made_at    bigint not null,
    report     {bytes} not null,
    passages   {bytes} not null,
    primary key (repository, run)
);
insert into reports_by_id (repository, run, made_at, report, passages)
    select p.id, t.run, t.made_at, t.report, t.passages from reports t join repositories p on p.name = t.repository;
drop table reports;
alter table reports_by_id rename to reports;

create table findings_by_id (
    repository bigint not null references repositories (id) on update cascade,
    thread     bigint not null,
    cluster    text not null,
    sha        text not null,
    place      text not null,
    origin     text not null,
    seen_at    bigint not null,
    about      {bytes} not null,
    primary key (repository, thread, cluster)
);
insert into findings_by_id (repository, thread, cluster, sha, place, origin, seen_at, about)
    select p.id, t.thread, t.cluster, t.sha, t.place, t.origin, t.seen_at, t.about from findings t join repositories p on p.name = t.repository;
drop table findings;
alter table findings_by_id rename to findings;

create table unknown_environments_by_id (
    repository bigint not null references repositories (id) on update cascade,
    key        text not null,
    name       text not null,
    deployment bigint not null,
    sha        text not null,
    first_at   bigint not null,
    last_at    bigint not null,
    primary key (repository, key)
);
insert into unknown_environments_by_id (repository, key, name, deployment, sha, first_at, last_at)
    select p.id, t.key, t.name, t.deployment, t.sha, t.first_at, t.last_at from unknown_environments t join repositories p on p.name = t.repository;
drop table unknown_environments;
alter table unknown_environments_by_id rename to unknown_environments;

create table forgotten_repositories_by_id (
    repository   bigint not null references repositories (id) on update cascade,
    forgotten_at bigint not null,
    primary key (repository)
);
insert into forgotten_repositories_by_id (repository, forgotten_at)
    select p.id, t.forgotten_at from forgotten_repositories t join repositories p on p.name = t.repository;
drop table forgotten_repositories;
alter table forgotten_repositories_by_id rename to forgotten_repositories;

-- Both are kept for an hour only; neither refers to repositories, since a write may be for one of which nothing else is kept.
create table write_slots_by_id (
    installation bigint not null,
    at           bigint not null,
    repository   bigint,
    person       text
);
insert into write_slots_by_id (installation, at, repository, person)
    select t.installation, t.at, p.id, t.person from write_slots t left join repositories p on p.name = t.repository;
drop table write_slots;
alter table write_slots_by_id rename to write_slots;
create table stranger_comments_by_id (
    installation bigint not null,
    repository   bigint not null,
    comment      text   not null,
    writes       bigint not null,
    at           bigint not null,
    primary key (installation, repository, comment)
);
insert into stranger_comments_by_id (installation, repository, comment, writes, at)
    select t.installation, p.id, t.comment, t.writes, t.at from stranger_comments t join repositories p on p.name = t.repository;
drop table stranger_comments;
alter table stranger_comments_by_id rename to stranger_comments;

create index write_slots_at on write_slots (installation, at);
create index jobs_due on jobs (due_at, id) where state = 'pending';
create unique index jobs_one_at_a_time on jobs (repository, line) where state = 'running';
create index runs_of_branch on runs (repository, branch, id);
create index effects_pending on effects (repository, due_at) where state = 'pending';
create index effect_writes_of on effect_writes (effect_id, at);
create index sightings_seen on sightings (repository, seen_at);
create index deployment_runs_of on deployment_runs (repository, environment, deployment);
create index deployment_runs_by_key on deployment_runs (repository, environment_key, deployment);
create index suite_runs_of on suite_runs (deployment_run);
create index suite_runs_by_workflow_run on suite_runs (workflow_run);
create index rulings_of_thread on rulings (repository, thread, id);
create index reruns_of_commit on reruns (repository, sha);
create index contradictions_seen on contradictions (repository, seen_at);
create index reports_made on reports (made_at);
create index findings_of_cause on findings (repository, cluster);
create index findings_seen on findings (seen_at);

-- The sightings that count: for figures, closing and opening again.
create view counted_sightings as
    select repository, cluster, sha, place, place_key, origin, tests, seen_at, passed_after, failed_after, blocked
    from sightings where origin in ('default-branch', 'deployed');
