-- Intent: tokens with which a designer's tools deploy in the designer's name; of each only the hash.
create table deploy_token (
    id           uuid primary key,
    username     text        not null references person (username),
    name         text        not null check (length(name) between 1 and 80),
    token_sha256 bytea       not null unique check (length(token_sha256) = 32),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at),
    voided_at    timestamptz
);
create index deploy_token_owner on deploy_token (username, created_at desc);
