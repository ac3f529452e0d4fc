#!/bin/bash
# Runs once, when the database is made: the role that the product connects as. What it may do is granted by every migration.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv application_password COUNTERSIGN_DATABASE_PASSWORD
create role countersign_app login nosuperuser nocreatedb nocreaterole noreplication password :'application_password';
revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to countersign_app;
SQL
