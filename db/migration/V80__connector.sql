-- Intent: one try per action run with products that know no idempotency key, and what the training sandbox pretends.
create table connector_call (
    connector   text        not null,
    action_run  uuid        not null,
    action_type text        not null,
    changes     boolean     not null,
    claimed_at  timestamptz not null,
    primary key (connector, action_run)
);
create trigger append_only before update or delete on connector_call for each row execute function refuse_change();
create trigger append_only_truncate before truncate on connector_call for each statement execute function refuse_change();

create table sandbox_target (
    kind       text        not null,
    value      text        not null,
    attributes jsonb       not null,
    changed_at timestamptz not null,
    primary key (kind, value)
);

-- The row of kind and value '*' holds for every target that has none of its own.
create table sandbox_training (
    kind                text not null,
    value               text not null,
    verb                text not null check (verb in ('ANY', 'ACT', 'UNDO')),
    fault               text not null check (fault in ('NONE', 'REFUSES', 'UNREACHABLE', 'ABSENT', 'ANSWER_LOST_AFTER_EFFECT', 'ANSWER_LOST_BEFORE_EFFECT')),
    latency_millis      int  not null check (latency_millis between 0 and 600000),
    effect_delay_millis int  not null check (effect_delay_millis between 0 and 3600000),
    primary key (kind, value)
);

create table sandbox_call (
    number       bigint generated always as identity unique,
    action_run   uuid        not null,
    verb         text        not null check (verb in ('ACT', 'UNDO')),
    action_type  text        not null,
    kind         text        not null,
    value        text        not null,
    changes      jsonb       not null,
    effective_at timestamptz not null,
    settled      boolean     not null,
    primary key (action_run, verb)
);
create index sandbox_call_unsettled on sandbox_call (kind, value) where not settled;
