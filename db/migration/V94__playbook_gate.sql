-- Intent: what was sent to be deployed, what was proved about it, who looked at it, and which version came of it; nothing of it is ever changed.
alter table person_role drop constraint person_role_role_check;
alter table person_role add constraint person_role_role_check
    check (role in ('ANALYST', 'APPROVER', 'DESIGNER', 'GOVERNOR', 'AUDITOR', 'ADMINISTRATOR'));

-- Each content once, under its own hash.
create table playbook_file (
    sha256  text  primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null
);

-- Files that belong together; the bundle's hash is that of their names and hashes.
create table playbook_bundle_file (
    bundle text not null check (bundle ~ '^[0-9a-f]{64}$'),
    name   text not null,
    sha256 text not null references playbook_file (sha256),
    primary key (bundle, name)
);

create table playbook_proof (
    bundle      text        not null check (bundle ~ '^[0-9a-f]{64}$'),
    file        text        not null,
    rules       text        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    playbook    text        not null,
    holds       boolean     not null,
    states      bigint      not null check (states >= 0),
    took_micros bigint      not null check (took_micros >= 0),
    findings    jsonb       not null,
    authority   jsonb       not null,
    name        text        not null,
    at          timestamptz not null,
    -- Orders the proofs of one file even if the clock stood still.
    number      bigint generated always as identity,
    primary key (bundle, file, rules)
);

create table playbook_submission (
    id          uuid primary key,
    name        text        not null,
    source      text        not null,
    author_kind text        not null check (author_kind in ('PERSON', 'SYSTEM')),
    author      text        not null check (author <> ''),
    bundle      text        not null check (bundle ~ '^[0-9a-f]{64}$'),
    playbooks   text[]      not null,
    outcome     text        not null check (outcome in ('REFUSED', 'WAITS', 'ACTIVE')),
    problems    text[]      not null,
    changes     jsonb       not null,
    at          timestamptz not null,
    number      bigint generated always as identity
);
create index playbook_submission_number on playbook_submission (number desc);

-- What a second person said to a submission that waits. The key is the promise that it is said once.
create table playbook_verdict (
    submission uuid        primary key references playbook_submission (id),
    activated  boolean     not null,
    person     text        not null check (person <> ''),
    rationale  text        not null check (length(rationale) >= 10),
    changes    jsonb       not null,
    at         timestamptz not null
);

-- The engine reads its files again whenever it likes: they have to be those that stand here.
create table playbook_deployment (
    deployment text        primary key,
    bundle     text        not null,
    submission uuid        not null references playbook_submission (id),
    at         timestamptz not null
);

create table playbook_version (
    definition text        primary key,
    playbook   text        not null,
    version    int         not null check (version > 0),
    deployment text        not null references playbook_deployment (deployment),
    file       text        not null
);

do $$
declare
    kept text;
begin
    foreach kept in array array['playbook_file', 'playbook_bundle_file', 'playbook_proof', 'playbook_submission', 'playbook_verdict',
                                'playbook_deployment', 'playbook_version']
    loop
        execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', kept);
        execute format('create trigger append_only_truncate before truncate on %I for each statement execute function refuse_change()', kept);
    end loop;
end
$$;
