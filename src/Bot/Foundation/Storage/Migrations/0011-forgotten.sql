-- Why a delivery could only be read roughly, in words; null where it was read as what it is.
alter table deliveries add column roughly text;

-- Repositories that the App was removed from: what is known of them goes after a while, unless it comes back.
create table forgotten_repositories (
    repository   text   primary key,
    forgotten_at bigint not null
);
