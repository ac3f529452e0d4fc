package io.countersign.testing;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server can write to some of its tables no more: it says what it says when its disk is full, in the midst of a transaction. */
public final class FullDisk {

    private FullDisk() {
    }

    public static void fills(JdbcClient owner, String table) {
        owner.sql("""
                create or replace function no_space_left() returns trigger language plpgsql as $$ begin
                raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$""").update();
        owner.sql("create or replace trigger no_space_left before insert or update on " + table + " execute function no_space_left()").update();
    }

    /** Tried until it works, since the server may be away. */
    public static void hasSpaceAgain(JdbcClient owner) throws InterruptedException {
        for (;;) {
            try {
                owner.sql("drop function if exists no_space_left() cascade").update();
                return;
            } catch (DataAccessException away) {
                Thread.sleep(300);
            }
        }
    }
}
