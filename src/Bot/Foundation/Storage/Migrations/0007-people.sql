-- What was found of each cause when it was seen last, for whoever asks about it.
create table dossiers (
    repository text    not null,
    cluster    text    not null,
    sha        text    not null,
    place      text    not null,             -- branch, pull request or environment
    seen_at    bigint  not null,
    about      {bytes} not null,             -- gzip of JSON
    primary key (repository, cluster)
);

-- The threads in which a cause was spoken of, besides its issue.
create table mentions (
    repository text   not null,
    thread     bigint not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,
    at         bigint not null,
    primary key (repository, thread, cluster)
);

-- What people have ruled; one that was taken back stays, with the time.
create table rulings (
    id         {identity},
    repository text   not null,
    cluster    text   not null,
    kind       text   not null,              -- same-as, not-this, flaky, cause, priority, mute, accept
    value      text   not null,
    until      bigint,
    login      text   not null,
    thread     bigint not null,
    key        text   not null,              -- comment and place of the command in it
    before     text,                         -- what it changed, JSON, to be taken back
    at         bigint not null,
    undone_at  bigint,
    undone_by  text,
    unique (repository, key, cluster, kind, value)
);

create index rulings_of_thread on rulings (repository, thread, id);

-- What people had run again.
create table reruns (
    repository text   not null,
    key        text   not null,
    sha        text   not null,
    login      text   not null,
    at         bigint not null,
    primary key (repository, key)
);

create index reruns_of_commit on reruns (repository, sha);

-- What is known of issues that the bot keeps, besides GitHub.
create table issue_care (
    repository text   not null,
    issue      bigint not null,
    told       text,                         -- what people were told last, JSON
    closed_at  bigint,
    closed_by  text,                         -- login of a person; null for the bot's own figures
    primary key (repository, issue)
);

-- Runs before a cause was first seen in which its tests ended, and those of them in which one failed alike.
alter table causes add column ran_before bigint not null default 0;
alter table causes add column failed_before bigint not null default 0;
alter table causes add column brought bigint not null default 0;         -- a change was established as what brought it
alter table sightings add column failed_after bigint not null default 0; -- it failed again when it ran once more on the same commit
alter table sightings add column passed_after bigint not null default 0; -- it passed when it ran once more on the same commit
alter table sightings add column blocked bigint not null default 0;      -- the run was no go
alter table causes add column matched bigint; -- the open issue of somebody's that it belonged to when it was seen last
alter table deployment_runs add column accepted text; -- who passed the gate and why, JSON

-- Rules that people have written into issues, as they were when somebody who may had written them.
create table rules (
    repository text   not null,
    issue      bigint not null,
    line       bigint not null,
    text       text   not null,              -- YAML
    login      text   not null,
    at         bigint not null,
    primary key (repository, issue, line)
);

-- What the bot's rules have said, one row for a rule and a cause or issue, and whether that was overturned.
create table rule_uses (
    repository    text   not null,
    rule          text   not null,           -- a verdict, 'new issue' or 'closing'
    subject       text   not null,           -- a cause's cluster, or an issue
    at            bigint not null,
    overturned_at bigint,
    overturned_by text,                      -- login; null where what happened overturned it
    key           text,                      -- the command that overturned it
    primary key (repository, rule, subject)
);
