-- Intent: whether any lease on an effect changed while a target was looked at is asked for by the effect, ended leases included.
create index lease_effect on lease (target, action_type);
