-- The sweep asks every few seconds which calls nobody recorded the end of; there are few at any time, and the ledger keeps all rows for ever.
create index action_run_in_flight on action_run (playbook_run) where state in ('PREPARED', 'EXECUTING', 'SUCCEEDED', 'FAILED');
