-- Intent: who stopped an agent decides who may let it act again; nobody is named where Countersign itself did, or nobody knows.
alter table agent add column suspended_by text, add constraint agent_suspended_by check (suspended_by is null or status = 'SUSPENDED');
