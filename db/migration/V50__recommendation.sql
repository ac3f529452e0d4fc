-- Intent: every piece of advice that was asked for, on which inputs, as it came and as it passed the checks; nothing of it is ever changed.
create table recommendation (
    id            uuid        primary key,
    incident      bigint      not null references incident (id),
    playbook_run  text        not null,
    agent         text        not null,
    recommender   text        not null,
    version       text        not null,
    inputs        jsonb       not null,
    inputs_digest text        not null check (inputs_digest ~ '^[0-9a-f]{64}$'),
    -- As it came, so as text: untrusted JSON can hold what jsonb cannot.
    output        text        not null,
    status        text        not null check (status in ('MADE', 'REFUSED')),
    problems      text[]      not null check ((status = 'REFUSED') = (cardinality(problems) > 0)),
    at            timestamptz not null,
    -- Orders the advice of one run even if the clock stood still.
    number        bigint generated always as identity
);
create index recommendation_run on recommendation (playbook_run, number);
create index recommendation_incident on recommendation (incident);
create trigger append_only before update or delete on recommendation for each row execute function refuse_change();
create trigger append_only_truncate before truncate on recommendation for each statement execute function refuse_change();

create table proposal (
    recommendation uuid             not null references recommendation (id),
    place          int              not null check (place >= 1),
    action_type    text             not null,
    target_kind    text             not null,
    target         text             not null,
    parameters     jsonb            not null,
    confidence     double precision not null check (confidence between 0 and 1),
    reasons        jsonb            not null,
    against        jsonb            not null,
    if_nothing     text             not null,
    primary key (recommendation, place)
);
create trigger append_only before update or delete on proposal for each row execute function refuse_change();
create trigger append_only_truncate before truncate on proposal for each statement execute function refuse_change();
