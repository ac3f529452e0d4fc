-- Intent: the history's choice of outcomes, and what machines did by themselves lately, are found without reading every run that ever was.
create index playbook_run_outcome on playbook_run (outcome) where outcome is not null;
create index action_run_created on action_run (created_at);
