package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.playbook.PersonTask;
import io.countersign.report.Inbox;
import io.countersign.report.InboxItem;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** While one person reads what waits, another completes some of it. */
@CountersignTest
class InboxAtOneMomentTest {

    private final JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());

    @Autowired
    Play play;

    @Autowired
    Inbox inbox;

    @AfterEach
    void ceiling() {
        play.stage.ceiling(RiskTier.DUAL);
    }

    @Test
    void aTaskThatGoesWhileTheListIsReadDoesNotFailTheList() {
        Walk walk = play.begin(Script.CONTAIN, RiskTier.HUMAN_ONLY);
        String task = play.road.waitingTask(walk.run(), PersonTask.Kind.BY_HAND).id();
        var source = TestDatabase.ownerDataSource();
        JdbcClient locking = JdbcClient.create(source);
        CompletableFuture<List<InboxItem>> reading = new TransactionTemplate(new DataSourceTransactionManager(source)).execute(open -> {
            locking.sql("lock table act_ru_identitylink in access exclusive mode").update();
            CompletableFuture<List<InboxItem>> reader = CompletableFuture.supplyAsync(() -> inbox.tasks("sam", true));
            Road.patiently().until(() -> waitingFor("act_ru_identitylink") > 0);
            List.of("task", "identitylink").forEach(table -> locking.sql("create table kept_%s as select * from act_ru_%s where %s = '%s'"
                    .formatted(table, table, table.equals("task") ? "id_" : "task_id_", task)).update());
            locking.sql("delete from act_ru_identitylink where task_id_ = ?").param(task).update();
            locking.sql("delete from act_ru_task where id_ = ?").param(task).update();
            return reader;
        });
        try {
            assertThat(reading.join()).extracting(InboxItem::id).contains(task);
        } finally {
            List.of("task", "identitylink").forEach(table -> owner.sql("insert into act_ru_%s select * from kept_%s".formatted(table, table)).update());
            List.of("task", "identitylink").forEach(table -> owner.sql("drop table kept_" + table).update());
        }
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    private long waitingFor(String table) {
        return owner.sql("select count(*) from pg_locks where relation = ?::regclass and not granted").param(table).query(Long.class).single();
    }
}
