-- Intent: an auditor finds runs by target, agent and action without reading every assessment.
create index assessment_target on assessment (lower(target) text_pattern_ops);
create index assessment_agent on assessment (agent);
create index assessment_action on assessment (action_type);
