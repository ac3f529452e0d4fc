-- Intent: the guardrails as data, what was begun lately so that budgets can count it, and who overrode which guardrail with whose agreement.
create table guardrail (
    id             text    primary key check (id ~ '^[a-z][a-z0-9-]{1,59}$'),
    kind           text    not null check (kind in ('LIST', 'AVAILABILITY', 'BUDGET', 'FREEZE')),
    name           text    not null check (length(name) between 1 and 120),
    tier           text    not null check (tier in ('APPROVE', 'DUAL', 'HUMAN_ONLY', 'DENY')),
    enabled        boolean not null,
    action_type    text,
    team           text,
    environment    text,
    roles          text[]  not null,
    targets        text[]  not null,
    keep           int     check (keep >= 1),
    window_seconds bigint  check (window_seconds > 0),
    most           int     check (most >= 0),
    percent        int     check (percent between 1 and 100),
    starts_at      timestamptz,
    ends_at        timestamptz,
    check (kind <> 'BUDGET' or (window_seconds is not null and (most is not null or percent is not null)))
);
create trigger never_removed before delete on guardrail for each row execute function refuse_change();
create trigger never_truncated before truncate on guardrail for each statement execute function refuse_change();

create table guardrail_effect (
    digest      text        primary key references assessment (digest),
    action_type text        not null,
    team        text        not null,
    environment text        not null,
    target_kind text        not null,
    target      text        not null,
    at          timestamptz not null
);
create index guardrail_effect_at on guardrail_effect (at);

create table guardrail_override (
    id             uuid        primary key,
    guardrail      text        not null references guardrail (id),
    action_type    text        not null,
    target_kind    text        not null,
    target         text        not null,
    requested_by   text        not null check (requested_by <> ''),
    reason         text        not null check (length(reason) >= 10),
    requested_at   timestamptz not null,
    expires_at     timestamptz not null check (expires_at > requested_at),
    decided_by     text,
    granted        boolean     not null default false,
    decided_reason text        check (length(decided_reason) >= 10),
    decided_at     timestamptz,
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_reason is null)),
    -- Two people: whoever asks does not decide.
    check (not granted or (decided_by is not null and decided_by <> requested_by))
);
create index guardrail_override_granted on guardrail_override (guardrail, target) where granted;
create function override_is_decided_once() returns trigger language plpgsql as $$
begin
    if old.decided_at is not null
       or row (new.id, new.guardrail, new.action_type, new.target_kind, new.target, new.requested_by, new.reason, new.requested_at, new.expires_at)
          is distinct from
          row (old.id, old.guardrail, old.action_type, old.target_kind, old.target, old.requested_by, old.reason, old.requested_at, old.expires_at) then
        raise exception 'An override stays as it was asked for, and is decided once' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger decided_once before update on guardrail_override for each row execute function override_is_decided_once();
create trigger never_removed before delete on guardrail_override for each row execute function refuse_change();
create trigger never_truncated before truncate on guardrail_override for each statement execute function refuse_change();

-- What counts where nobody has said anything else.
insert into guardrail (id, kind, name, tier, enabled, roles, targets, keep, window_seconds, most, percent, action_type) values
    ('last-domain-controller', 'AVAILABILITY', 'Never the last domain controller', 'DENY', true, '{domain-controller}', '{}', 1, null, null, null, null),
    ('last-resolver', 'AVAILABILITY', 'Never the last resolver', 'DENY', true, '{resolver,dns-server}', '{}', 1, null, null, null, null),
    ('default-gateway', 'AVAILABILITY', 'Never the default gateway', 'DENY', true, '{default-gateway}', '{}', null, null, null, null, null),
    ('critical-assets', 'LIST', 'Critical assets', 'DUAL', true, '{critical,hypervisor,backup-server,domain-controller}', '{}', null, null, null, null, null),
    ('very-important-people', 'LIST', 'Very important people', 'DUAL', true, '{vip,executive,executive-laptop}', '{}', null, null, null, null, null),
    ('effects-per-hour', 'BUDGET', 'All effects of an hour', 'DUAL', true, '{}', '{}', null, 3600, 100, null, null),
    ('isolated-hosts-per-hour', 'BUDGET', 'Hosts isolated in an hour', 'DUAL', true, '{}', '{}', null, 3600, 20, 10, 'isolate-host');
