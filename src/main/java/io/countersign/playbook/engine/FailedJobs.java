package io.countersign.playbook.engine;

import io.countersign.datastore.DatabaseAway;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * A job has one try, and a person is asked when it fails; but a database that was away says nothing against the job. All that a
 * job does is in its transaction, so nothing of it happened, and it is done again as soon as the database is there.
 */
class FailedJobs extends DefaultFailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return DatabaseAway.caused(failure) ? context -> new UnlockJobCmd(job).execute(context) : super.getCommand(job, failure);
    }
}
