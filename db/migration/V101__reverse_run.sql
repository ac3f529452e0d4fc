-- Intent: what a run left that ended or was cut off is taken back by a run of its own, at most one at a time.
alter table playbook_run add column reverses text references playbook_run (id);
-- Its process instance went away without having come to an end.
alter table playbook_run add column cut_off boolean not null default false;
drop index playbook_run_open;
create unique index playbook_run_open on playbook_run (incident, playbook) where state <> 'ENDED' and reverses is null;
create unique index playbook_run_reverse on playbook_run (reverses) where state <> 'ENDED';
create index playbook_run_reverses on playbook_run (reverses) where reverses is not null;
create index playbook_run_not_ended on playbook_run (started_at) where state <> 'ENDED';
create index playbook_run_cut_off on playbook_run (id) where cut_off;
