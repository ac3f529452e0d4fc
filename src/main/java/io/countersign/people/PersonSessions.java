package io.countersign.people;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends the sessions of a person, on all nodes, so that a session never holds rights that its person lost. */
@Component
class PersonSessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    PersonSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    /** Now, in case this node stops; and once the change is committed, for those who signed in with the old rights meanwhile. */
    void endWithChange(String username) {
        end(username);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                end(username);
            }
        });
    }

    private void end(String username) {
        sessions.ifAvailable(repository -> repository.findByPrincipalName(username).keySet().forEach(repository::deleteById));
    }
}
