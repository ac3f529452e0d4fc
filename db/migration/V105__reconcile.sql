-- Intent: what should be contained is held against what is: leases whose target was freed, and effects of ours that nothing on the books holds.
alter table lease add column looked_at timestamptz;
-- Since when the target is seen not to be contained although the lease is in force, and how it was seen.
alter table lease add column freed_since timestamptz;
alter table lease add column freed_seen jsonb;
create index lease_looked_at on lease (looked_at nulls first) where state in ('ACTIVE', 'KEPT');
create index lease_freed on lease (freed_since) where freed_since is not null;

create table orphan (
    connector   text        not null,
    action_run  uuid        not null,
    action_type text        not null,
    target_kind text        not null,
    target      text        not null,
    found       jsonb       not null,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    gone_at     timestamptz,
    primary key (connector, action_run)
);

-- One node compares at a time.
create table reconcile_turn (
    id      int         primary key check (id = 1),
    next_at timestamptz not null
);
insert into reconcile_turn (id, next_at) values (1, now() + interval '1 minute');
