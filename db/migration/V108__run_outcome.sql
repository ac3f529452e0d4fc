-- Intent: the words in which runs ended are offered to choose from without reading every run that ever was.
create index playbook_run_outcome on playbook_run (outcome) where outcome is not null;
