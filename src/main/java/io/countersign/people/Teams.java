package io.countersign.people;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of teams. */
@Component
class Teams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Team> find(String id) {
        return jdbc.sql("select id, name from team where id = ?").param(id).query(Team.class).optional();
    }

    List<Team> all() {
        return jdbc.sql("select id, name from team order by name").query(Team.class).list();
    }

    void put(Team team) {
        jdbc.sql("insert into team (id, name) values (?, ?) on conflict (id) do update set name = excluded.name")
                .params(team.id(), team.name()).update();
    }
}
