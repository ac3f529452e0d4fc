package io.countersign.proof.net;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.xml.instance.DomElement;

/** One element that a token can come to, with what it means. Complete, and never changed, once its net was read. */
public final class Node {

    /** What the file says of it. */
    record Source(String file, String id, String name, String type, DomElement element) {
    }

    private final int index;
    private final Source source;
    private final Kind kind;
    private final Scope scope;
    final List<Flow> outgoing = new ArrayList<>();
    final List<Node> boundaries = new ArrayList<>();
    int incoming;
    Scope inside;
    Node attachedTo;
    Node handler;
    Node compensated;
    Trigger trigger = Trigger.NONE;
    String reference = "";
    boolean interrupting = true;
    boolean forCompensation;
    boolean asyncBefore;
    boolean asyncAfter;
    boolean repeated;
    Duty duty = Duty.NONE;
    Action action;
    int level;

    Node(int index, Source source, Kind kind, Scope scope) {
        this.index = index;
        this.source = source;
        this.kind = kind;
        this.scope = scope;
    }

    /** The same element in another net, without its lines. */
    Node copy(int place, Scope in) {
        Node copy = new Node(place, source, kind, in);
        copy.incoming = incoming;
        copy.trigger = trigger;
        copy.reference = reference;
        copy.interrupting = interrupting;
        copy.forCompensation = forCompensation;
        copy.asyncBefore = asyncBefore;
        copy.asyncAfter = asyncAfter;
        copy.repeated = repeated;
        copy.duty = duty;
        copy.action = action;
        copy.level = level;
        return copy;
    }

    public int index() {
        return index;
    }

    public String file() {
        return source.file();
    }

    public String id() {
        return source.id();
    }

    /** For people; the id where it has none. */
    public String name() {
        return source.name().isBlank() ? source.id() : source.name();
    }

    /** The local name of the BPMN element, such as {@code userTask}. */
    public String type() {
        return source.type();
    }

    public DomElement element() {
        return source.element();
    }

    public Kind kind() {
        return kind;
    }

    public Scope scope() {
        return scope;
    }

    /** In the order of the file, which is the order in which the engine looks at them. */
    public List<Flow> outgoing() {
        return outgoing;
    }

    /** How many flows lead to it. */
    public int incoming() {
        return incoming;
    }

    /** Its boundary events, but for compensation. */
    public List<Node> boundaries() {
        return boundaries;
    }

    /** Of a subprocess: what is in it; else null. */
    public Scope inside() {
        return inside;
    }

    /** Of a boundary event: what it hangs on; else null. */
    public Node attachedTo() {
        return attachedTo;
    }

    /** Of an activity: its compensation handler, or null. */
    public Node handler() {
        return handler;
    }

    /** Of a compensation throw: the one activity that it takes back; null for all of its scope. */
    public Node compensated() {
        return compensated;
    }

    public Trigger trigger() {
        return trigger;
    }

    /** Name of the message, code of the error; else empty. */
    public String reference() {
        return reference;
    }

    public boolean interrupting() {
        return interrupting;
    }

    public boolean forCompensation() {
        return forCompensation;
    }

    /** Whether it runs several times, as its multi-instance says. */
    public boolean repeated() {
        return repeated;
    }

    public Duty duty() {
        return duty;
    }

    /** What the duty is about; null where it is about none. */
    public Action action() {
        return action;
    }

    /** Of an approval: 1 for the first, 2 for the second. */
    public int level() {
        return level;
    }

    /** Whether a token stays here before it is done. */
    public boolean rests() {
        return kind.rests() || asyncBefore;
    }

    /** Whether the engine stores the run when a token has arrived, before anything happens here; boundary events are not heard yet. */
    public boolean asyncBefore() {
        return asyncBefore;
    }

    /** Whether the engine stores the run when it is done here, before the token leaves. */
    public boolean asyncAfter() {
        return asyncAfter;
    }

    public boolean is(Duty what, Action about) {
        return duty == what && action == about;
    }

    @Override
    public String toString() {
        return source.id();
    }
}
