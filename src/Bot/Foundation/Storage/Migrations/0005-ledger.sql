-- What is known of each cause over time. A run counts once, however often it is looked at.
create table causes (
    repository text   not null,
    cluster    text   not null,
    title      text   not null,
    issue      bigint,                       -- the issue that the bot filed, or the open one that it belongs to
    first_at   bigint not null,
    first_sha  text   not null,
    primary key (repository, cluster)
);

create table sightings (
    repository text   not null,
    cluster    text   not null,
    sha        text   not null,
    place      text   not null,              -- branch, pull request or environment
    tests      bigint not null,
    seen_at    bigint not null,
    primary key (repository, cluster, sha)
);
