-- Intent: an order whose answer was heard can no longer arrive; one that was never answered may, for a while.
create table connector_answer (
    connector   text        not null,
    action_run  uuid        not null,
    answered_at timestamptz not null,
    primary key (connector, action_run),
    foreign key (connector, action_run) references connector_call (connector, action_run)
);
create trigger append_only before update or delete on connector_answer for each row execute function refuse_change();
create trigger append_only_truncate before truncate on connector_answer for each statement execute function refuse_change();
