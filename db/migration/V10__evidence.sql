-- Intent: the append-only record of who did what on which evidence, and the function that keeps every such table append-only.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are kept for ever: % is refused', tg_table_name, tg_op
        using errcode = 'restrict_violation', hint = 'State what changed in a new row.';
end
$$;

create table evidence (
    number       bigint generated always as identity primary key,
    at           timestamptz not null,
    kind         text        not null check (kind ~ '^[A-Z][A-Z_]{0,63}$'),
    actor_kind   text        not null check (actor_kind in ('PERSON', 'AGENT', 'SOURCE', 'SYSTEM')),
    actor        text        not null check (actor <> ''),
    owner        text        not null check (owner <> ''),
    incident     bigint check (incident > 0),
    playbook_run text,
    action_run   uuid,
    digest       text check (digest ~ '^[0-9a-f]{64}$'),
    facts        jsonb       not null check (jsonb_typeof(facts) = 'object')
);
create trigger append_only before update or delete on evidence for each row execute function refuse_change();
create trigger append_only_truncate before truncate on evidence for each statement execute function refuse_change();

create index evidence_incident on evidence (incident, number) where incident is not null;
create index evidence_playbook_run on evidence (playbook_run, number) where playbook_run is not null;
create index evidence_action_run on evidence (action_run) where action_run is not null;
create index evidence_actor on evidence (actor, number);
create index evidence_owner on evidence (owner, number);
create index evidence_kind on evidence (kind, number);
-- Rows arrive in the order of time, so a block range index finds a period at next to no cost per row.
create index evidence_at on evidence using brin (at) with (pages_per_range = 16);
