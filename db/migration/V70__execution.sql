-- Intent: playbook runs, the ledger of every attempted effect, and what is contained by whom until when.
create table playbook_run (
    id                    text primary key,
    incident              bigint      not null,
    playbook              text        not null,
    playbook_version      int         not null,
    definition            text        not null,
    started_by_kind       text        not null,
    started_by            text        not null,
    reason                text        not null,
    state                 text        not null check (state in ('RUNNING', 'ROLLING_BACK', 'ENDED')),
    outcome               text,
    started_at            timestamptz not null,
    ended_at              timestamptz,
    rollback_by           text,
    rollback_reason       text,
    rollback_requested_at timestamptz
);
create index playbook_run_incident on playbook_run (incident);
create index playbook_run_started on playbook_run (started_at desc);
-- One playbook works an incident once at a time.
create unique index playbook_run_open on playbook_run (incident, playbook) where state <> 'ENDED';

create table action_run (
    id           uuid primary key,
    digest       text        not null unique references assessment (digest),
    incident     bigint      not null,
    playbook_run text        not null references playbook_run (id),
    activity     text        not null,
    action_type  text        not null,
    target_kind  text        not null,
    target       text        not null,
    parameters   jsonb       not null,
    agent        text        not null,
    owner        text        not null,
    connector    text        not null,
    sandbox      boolean     not null,
    state        text        not null,
    ours         boolean     not null,
    prior        jsonb       not null,
    expected     jsonb       not null,
    found        jsonb,
    undo_request jsonb       not null,
    detail       text        not null,
    lease        uuid,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null
);
create index action_run_run on action_run (playbook_run, activity);
create index action_run_incident on action_run (incident);
create index action_run_target on action_run (target);
create index action_run_open on action_run (state) where state in ('PREPARED', 'EXECUTING', 'SUCCEEDED', 'UNKNOWN', 'UNDOING', 'UNDO_FAILED');

create table lease (
    id          uuid primary key,
    connector   text        not null,
    action_type text        not null,
    target_kind text        not null,
    target      text        not null,
    parameters  jsonb       not null,
    effect_run  uuid        not null references action_run (id) deferrable initially deferred,
    sandbox     boolean     not null,
    state       text        not null check (state in ('PENDING', 'ACTIVE', 'RELEASING', 'DRIFTED', 'KEPT', 'RELEASED')),
    since       timestamptz not null,
    until       timestamptz not null,
    observed    jsonb,
    observed_at timestamptz,
    version     bigint      not null
);
create unique index lease_in_force on lease (connector, action_type, target_kind, target, parameters) where state <> 'RELEASED';
create index lease_board on lease (until) where state <> 'RELEASED';

create table lease_holder (
    action_run   uuid primary key references action_run (id) deferrable initially deferred,
    lease        uuid        not null references lease (id),
    playbook_run text        not null,
    incident     bigint      not null,
    until        timestamptz not null,
    state        text        not null check (state in ('HOLDING', 'RELEASED', 'KEPT')),
    since        timestamptz not null,
    ended_at     timestamptz
);
create index lease_holder_lease on lease_holder (lease);
create index lease_holder_run on lease_holder (playbook_run);
