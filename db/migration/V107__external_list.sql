-- Intent: block lists that firewalls pull: who put which entry on, which version of a list has it, and who pulled that version.
create table list_state (
    list       text        primary key check (list in ('ADDRESS', 'DOMAIN', 'URL', 'HASH')),
    version    bigint      not null,
    changed_at timestamptz not null
);
insert into list_state (list, version, changed_at) values ('ADDRESS', 0, now()), ('DOMAIN', 0, now()), ('URL', 0, now()), ('HASH', 0, now());

-- An entry has as many rows as owners, and is served as long as one of them is left. A person's row names them instead of an action run,
-- and the product never takes it off. The characters are such that no value can ever be two lines.
create table list_entry (
    id              bigint      generated always as identity primary key,
    list            text        not null references list_state,
    value           text        not null check (length(value) between 1 and 2048 and value !~ '[^\x21-\x7e]' and (list = 'URL' or value = lower(value))),
    action_run      uuid        unique,
    target          text        check (length(target) between 1 and 512),
    added_by        text        check (added_by <> ''),
    added_at        timestamptz not null default now(),
    added_version   bigint      not null,
    serve_until     timestamptz,
    removed_at      timestamptz,
    removed_version bigint,
    check ((action_run is null) = (added_by is not null)),
    check ((action_run is null) = (target is null)),
    check ((removed_at is null) = (removed_version is null))
);
create index list_entry_served on list_entry (list, value) where removed_at is null;

-- Every change of a list gets the next version, one after the other, whoever makes it. A row is taken off once and otherwise stays as it is.
create function stamp_list_entry() returns trigger language plpgsql as $$
declare
    next bigint;
begin
    if tg_op = 'UPDATE' and (old.removed_at is not null or new.removed_at is null
            or (new.id, new.list, new.value, new.action_run, new.target, new.added_by, new.added_at, new.added_version, new.serve_until)
            is distinct from (old.id, old.list, old.value, old.action_run, old.target, old.added_by, old.added_at, old.added_version, old.serve_until)) then
        raise exception 'An entry of a list can only be taken off, and once' using errcode = 'restrict_violation';
    end if;
    update list_state set version = version + 1, changed_at = now() where list = new.list returning version into next;
    if tg_op = 'INSERT' then
        new.added_version := next;
    end if;
    if new.removed_at is not null then
        new.removed_version := next;
    end if;
    return new;
end
$$;
create trigger stamped before insert or update on list_entry for each row execute function stamp_list_entry();
create trigger stays before delete on list_entry for each row execute function refuse_change();
create trigger stays_truncate before truncate on list_entry for each statement execute function refuse_change();

create table list_consumer (
    name         text        primary key check (name ~ '^[a-z][a-z0-9-]{1,62}$'),
    token_sha256 bytea       not null unique check (octet_length(token_sha256) = 32),
    created_at   timestamptz not null,
    revoked_at   timestamptz
);

-- One row per consumer and content: when it first and last asked for it.
create table list_pull (
    consumer text        not null references list_consumer,
    list     text        not null references list_state,
    version  bigint      not null,
    etag     text        not null,
    entries  int         not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    pulls    bigint      not null,
    primary key (consumer, list, version, etag)
);
create index list_pull_latest on list_pull (consumer, list, last_at desc);
