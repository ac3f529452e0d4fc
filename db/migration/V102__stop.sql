-- Intent: who pressed which stop and which two people lifted it, and which actions a stop holds back; a stop is in force until it was lifted.
create table stop (
    id             bigint generated always as identity primary key,
    scope          text        not null check (scope in ('EVERYTHING', 'PLAYBOOK', 'ACTION_TYPE', 'CONNECTOR')),
    name           text        not null check ((name = '') = (scope = 'EVERYTHING')),
    pressed_kind   text        not null check (pressed_kind in ('PERSON', 'SYSTEM')),
    pressed_by     text        not null check (pressed_by <> ''),
    reason         text        not null check (length(reason) between 3 and 500),
    pressed_at     timestamptz not null,
    asked_by       text,
    asked_reason   text,
    asked_at       timestamptz,
    lifted_by      text,
    lifted_reason  text        check (length(lifted_reason) >= 10),
    lifted_at      timestamptz,
    check ((asked_at is null) = (asked_by is null) and (asked_at is null) = (asked_reason is null)),
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null)),
    -- Two people: whoever asked for it does not lift it.
    check (lifted_by is null or (asked_by is not null and asked_by <> lifted_by))
);
create unique index stop_in_force on stop (scope, name) where lifted_at is null;

create function stop_is_lifted_once() returns trigger language plpgsql as $$
begin
    if old.lifted_at is not null
       or row (new.id, new.scope, new.name, new.pressed_kind, new.pressed_by, new.reason, new.pressed_at)
          is distinct from row (old.id, old.scope, old.name, old.pressed_kind, old.pressed_by, old.reason, old.pressed_at) then
        raise exception 'A stop stays as it was pressed, and is lifted once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger lifted_once before update on stop for each row execute function stop_is_lifted_once();
create trigger never_removed before delete on stop for each row execute function refuse_change();
create trigger never_truncated before truncate on stop for each statement execute function refuse_change();

-- Each is assessed anew once nothing stops it any more.
create table held_action (
    digest       text        primary key references assessment (digest),
    stop         bigint      not null references stop (id),
    playbook_run text        not null references playbook_run (id),
    activity     text        not null,
    since        timestamptz not null,
    over_at      timestamptz
);
create index held_action_open on held_action (stop) where over_at is null;
