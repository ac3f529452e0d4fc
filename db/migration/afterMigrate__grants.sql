-- Intent: after every migration, the role that the product connects as may read and write rows; never the schema, nor a kept row.
do $$
declare
    application constant text := '${application_role}';
    kept record;
begin
    if application = current_user then
        return;
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), application);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), application);
    execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), application);
    execute format('revoke insert, update, delete on flyway_schema_history from %I', application);
    for kept in
        select t.tgrelid::regclass as name
        from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgname = 'append_only' and c.relnamespace = current_schema()::regnamespace
    loop
        execute format('revoke update, delete, truncate on %s from %I', kept.name, application);
    end loop;
end
$$;
