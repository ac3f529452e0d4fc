-- Intent: what policy decided for each action request, whom it asked, and what each person answered.
create table assessment (
    id               uuid primary key,
    digest           text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    canonical        text        not null,
    action_type      text        not null,
    target_kind      text        not null,
    target           text        not null,
    parameters       jsonb       not null,
    incident         bigint      not null,
    playbook_run     text        not null,
    playbook         text        not null,
    activity         text        not null,
    agent            text        not null,
    recommendation   uuid        not null,
    facts            jsonb       not null,
    hits             jsonb       not null,
    decision         text        not null,
    tier             text        not null check (tier in ('OBSERVE', 'AUTONOMOUS', 'APPROVE', 'DUAL', 'HUMAN_ONLY', 'DENY')),
    rule             text        not null,
    approver_teams   text[]      not null,
    escalate_seconds bigint      not null check (escalate_seconds > 0),
    expire_seconds   bigint      not null check (expire_seconds > 0),
    lease_seconds    bigint      not null check (lease_seconds >= 0),
    reason           text        not null,
    at               timestamptz not null,
    -- Orders the assessments of one element even if the clock stood still.
    number           bigint generated always as identity
);
create index assessment_run on assessment (playbook_run, activity, number);
create index assessment_incident on assessment (incident);
create trigger append_only before update or delete on assessment for each row execute function refuse_change();
create trigger append_only_truncate before truncate on assessment for each statement execute function refuse_change();

create table approval_request (
    id           uuid primary key,
    digest       text        not null references assessment (digest),
    incident     bigint      not null,
    playbook_run text        not null,
    activity     text        not null,
    task         text        not null unique,
    level        int         not null check (level in (1, 2)),
    teams        text[]      not null check (cardinality(teams) > 0),
    excluded     text[]      not null,
    state        text        not null check (state in ('PENDING', 'APPROVED', 'REFUSED', 'EXPIRED', 'WITHDRAWN')),
    opened_at    timestamptz not null,
    escalates_at timestamptz not null,
    expires_at   timestamptz not null,
    escalated_at timestamptz,
    version      bigint      not null,
    unique (digest, level)
);
create index approval_request_pending on approval_request (opened_at) where state = 'PENDING';
create index approval_request_run on approval_request (playbook_run, activity);
create index approval_request_incident on approval_request (incident);

create table approval (
    id         uuid primary key,
    request    uuid        not null references approval_request (id),
    digest     text        not null,
    person     text        not null,
    team       text        not null,
    approved   boolean     not null,
    rationale  text        not null check (length(rationale) between 10 and 2000),
    at         timestamptz not null,
    expires_at timestamptz not null,
    unique (request),
    unique (digest, person)
);
create trigger append_only before update or delete on approval for each row execute function refuse_change();
create trigger append_only_truncate before truncate on approval for each statement execute function refuse_change();
