-- Intent: who has an account, in which team and roles, and how many sign-ins failed of late.
create table team (
    id   text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text not null check (length(name) between 1 and 80)
);

create table person (
    username          text primary key check (username ~ '^[a-z][a-z0-9._-]{1,39}$'),
    display_name      text        not null check (length(display_name) between 1 and 80),
    team              text        not null references team (id),
    password_hash     text        not null,
    -- True until the person replaced the password that was generated for them.
    password_one_time boolean     not null,
    active            boolean     not null,
    created_at        timestamptz not null,
    version           bigint      not null
);
create index person_team on person (team);

create table person_role (
    username text not null references person (username),
    role     text not null check (role in ('ANALYST', 'APPROVER', 'DESIGNER', 'AUDITOR', 'ADMINISTRATOR')),
    primary key (username, role)
);

-- The subject is a SHA-256 of the name or address: people do type passwords into the name field.
create table sign_in_throttle (
    subject        text primary key check (subject ~ '^[0-9a-f]{64}$'),
    failures       integer     not null check (failures > 0),
    last_failed_at timestamptz not null,
    locked_until   timestamptz
);
create index sign_in_throttle_age on sign_in_throttle (last_failed_at);
