package io.countersign.connector.countersign;

import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;

/** One thing that is done to Countersign itself. Called without a transaction, after the credential was redeemed. */
interface OwnAction {

    String actionType();

    /** @throws io.countersign.connector.TargetUnreadable if there is no such agent */
    TargetState see(String agent);

    /** See {@link io.countersign.connector.Connector#expected}. */
    TargetState expected(TargetState prior);

    /** Called only while the target is not as wanted. */
    Answer act(ConnectorCall call);

    /** Called only if {@link #act} was, and the target still is as that made it. */
    Answer undo(ConnectorCall call, TargetState prior);
}
