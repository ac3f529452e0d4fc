-- Intent: which AI agents exist, who answers for them and what they may do, and each credential minted for one action (never its token).
create table agent (
    id         text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 64),
    name       text        not null,
    purpose    text        not null,
    owner      text        not null,
    team       text        not null,
    ceiling    text        not null check (ceiling in ('OBSERVE', 'AUTONOMOUS', 'APPROVE', 'DUAL')),
    status     text        not null check (status in ('REGISTERED', 'ACTIVE', 'SUSPENDED', 'RETIRED')),
    ends_at    timestamptz not null,
    version    bigint      not null
);
create index agent_owner on agent (owner);

create table agent_action_type (
    agent       text not null references agent (id),
    action_type text not null,
    primary key (agent, action_type)
);

create table credential (
    id           uuid primary key,
    verb         text        not null check (verb in ('ACT', 'UNDO')),
    digest       text        not null check (digest ~ '^[0-9a-f]{64}$'),
    target_kind  text        not null,
    target       text        not null,
    connector    text        not null,
    agent        text        not null references agent (id),
    owner        text        not null,
    action_run   uuid        not null,
    playbook_run text        not null,
    incident     bigint      not null,
    issued_at    timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    check (expires_at > issued_at and expires_at <= issued_at + interval '5 minutes')
);
create index credential_action_run on credential (action_run);

-- A credential changes once in its life: when it is used up.
create function credential_is_used_up_once() returns trigger language plpgsql as $$
begin
    if old.used_at is not null or new.used_at is null
       or row (new.id, new.verb, new.digest, new.target_kind, new.target, new.connector, new.agent, new.owner, new.action_run,
               new.playbook_run, new.incident, new.issued_at, new.expires_at)
          is distinct from
          row (old.id, old.verb, old.digest, old.target_kind, old.target, old.connector, old.agent, old.owner, old.action_run,
               old.playbook_run, old.incident, old.issued_at, old.expires_at) then
        raise exception 'A credential changes only once, when it is used up' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger used_up_once before update on credential for each row execute function credential_is_used_up_once();
create trigger never_removed before delete on credential for each row execute function refuse_change();
create trigger never_truncated before truncate on credential for each statement execute function refuse_change();
