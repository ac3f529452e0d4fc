-- Intent: which playbooks and connectors only pretended, from when to when, by whose word; what was assessed meanwhile is assessed anew before it is done for real.
create table dry_run (
    id         bigint generated always as identity primary key,
    scope      text        not null check (scope in ('PLAYBOOK', 'CONNECTOR')),
    name       text        not null check (name <> ''),
    begun_by   text        not null check (begun_by <> ''),
    reason     text        not null check (length(reason) >= 10),
    begun_at   timestamptz not null,
    ended_by   text,
    end_reason text        check (length(end_reason) >= 10),
    ended_at   timestamptz,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
create unique index dry_run_in_force on dry_run (scope, name) where ended_at is null;
create function dry_run_ends_once() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null or row (new.id, new.scope, new.name, new.begun_by, new.reason, new.begun_at)
        is distinct from row (old.id, old.scope, old.name, old.begun_by, old.reason, old.begun_at) then
        raise exception 'A dry run stays as it was begun, and ends once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger ends_once before update on dry_run for each row execute function dry_run_ends_once();
create trigger never_removed before delete on dry_run for each row execute function refuse_change();
create trigger never_truncated before truncate on dry_run for each statement execute function refuse_change();
