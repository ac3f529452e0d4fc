package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.countersign.connector.Answer;
import java.util.Set;

/** Turns what a directory answers into an {@link Answer} and into words for people. */
final class DirectoryWords {

    /** Given by the server, and yet they may come from a proxy or an overlay after the change went through. */
    private static final Set<ResultCode> UNCLEAR = Set.of(ResultCode.TIME_LIMIT_EXCEEDED, ResultCode.UNAVAILABLE, ResultCode.OTHER);

    private static final Set<ResultCode> CHANGED_MEANWHILE = Set.of(ResultCode.NO_SUCH_ATTRIBUTE, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
            ResultCode.NO_SUCH_OBJECT, ResultCode.ASSERTION_FAILED);

    private DirectoryWords() {
    }

    static Answer answer(LDAPException failure) {
        ResultCode code = failure.getResultCode();
        if (code.isClientSideResultCode() || UNCLEAR.contains(code)) {
            return new Answer.Lost("The directory's answer did not come: " + of(failure));
        }
        if (CHANGED_MEANWHILE.contains(code)) {
            return new Answer.Refused("Somebody changed the entry at the same time, so nothing was done: " + of(failure));
        }
        if (code.equals(ResultCode.OBJECT_CLASS_VIOLATION)) {
            return new Answer.Refused("The directory's schema forbids it, so nothing was done. A group of this kind must keep a member: "
                    + "if this was the last one, add another first: " + of(failure));
        }
        if (code.equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)) {
            return new Answer.Refused("The directory does not let Countersign's account do this. Grant it the right to write: " + of(failure));
        }
        return new Answer.Refused("The directory refused: " + of(failure));
    }

    /** The result's name and what the server added, on one line of at most 500 characters. */
    static String of(LDAPException failure) {
        String text = failure.getResultCode().getName() + (failure.getDiagnosticMessage() == null ? "" : ", " + failure.getDiagnosticMessage());
        if (failure.getResultCode().isClientSideResultCode()) {
            text = failure.getResultCode().getName() + ", " + failure.getMessage();
        }
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 500 ? line.substring(0, 500) + "…" : line;
    }
}
