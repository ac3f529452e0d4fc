-- Intent: alerts also name mails, senders, keys, applications, cloud principals, buckets and agents; a credential may be revoked before it is used.
alter table asset drop constraint asset_kind_check, add constraint asset_kind_check check (kind in ('HOST', 'ACCOUNT', 'ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH',
    'EMAIL_ADDRESS', 'PROCESS', 'RESOURCE', 'MESSAGE', 'SENDER', 'API_KEY', 'APPLICATION', 'CLOUD_PRINCIPAL', 'BUCKET', 'AGENT'));
alter table incident_observable drop constraint incident_observable_kind_check, add constraint incident_observable_kind_check check (kind in ('HOST', 'ACCOUNT',
    'ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH', 'EMAIL_ADDRESS', 'PROCESS', 'RESOURCE', 'MESSAGE', 'SENDER', 'API_KEY', 'APPLICATION', 'CLOUD_PRINCIPAL', 'BUCKET',
    'AGENT', 'CASE'));

-- A credential changes once in its life: when it is used up, or when it is revoked before.
alter table credential add column revoked_at timestamptz, add constraint credential_ends_once check (used_at is null or revoked_at is null);
create index credential_outstanding on credential (agent, expires_at) where used_at is null and revoked_at is null;
create or replace function credential_is_used_up_once() returns trigger language plpgsql as $$
begin
    if old.used_at is not null or old.revoked_at is not null or (new.used_at is null and new.revoked_at is null)
       or row (new.id, new.verb, new.digest, new.target_kind, new.target, new.connector, new.agent, new.owner, new.action_run,
               new.playbook_run, new.incident, new.issued_at, new.expires_at)
          is distinct from
          row (old.id, old.verb, old.digest, old.target_kind, old.target, old.connector, old.agent, old.owner, old.action_run,
               old.playbook_run, old.incident, old.issued_at, old.expires_at) then
        raise exception 'A credential changes only once, when it is used up or revoked' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create index action_run_agent on action_run (agent);
