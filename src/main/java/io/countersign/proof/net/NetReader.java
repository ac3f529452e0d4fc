package io.countersign.proof.net;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Draws the net of one playbook. A call activity takes what it calls with it, from the files deployed together; where that is not
 * there, or calls itself, the call has nothing in it, which a rule reports. Links lead where the engine leads them.
 */
public final class NetReader {

    private static final int DEEPEST_CALL = 5;

    private final ActionCatalogue catalogue;
    private final Function<String, Optional<PlaybookXml>> called;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final Map<String, References> references = new HashMap<>();

    private NetReader(ActionCatalogue catalogue, Function<String, Optional<PlaybookXml>> called) {
        this.catalogue = catalogue;
        this.called = called;
    }

    /**
     * @param called finds what a call activity names, by process id
     * @throws PlaybookXml.Unreadable if the file has not exactly one executable process, or is nested too deeply
     */
    public static Net read(PlaybookXml xml, ActionCatalogue catalogue, Function<String, Optional<PlaybookXml>> called) {
        NetReader reader = new NetReader(catalogue, called);
        DomElement process = xml.process();
        Scope root = reader.scope(null, null);
        reader.process(xml, process, root, 0);
        return new Net(xml.file(), FileXml.attribute(process, "id"), FileXml.attribute(process, "name"), List.copyOf(reader.nodes), List.copyOf(reader.scopes),
                List.copyOf(reader.actions));
    }

    private void process(PlaybookXml xml, DomElement process, Scope scope, int calls) {
        int first = nodes.size();
        Map<String, Node> byId = new HashMap<>();
        elements(xml, process, scope, byId);
        List<Node> own = List.copyOf(nodes.subList(first, nodes.size()));
        Map<String, Action> actionsOfFile = new HashMap<>();
        own.stream().filter(node -> node.duty == Duty.ACT).forEach(node -> actionsOfFile.put(node.id(), action(node)));
        own.forEach(node -> node.action = actionsOfFile.get(Duties.about(node)));
        new NetLinks(byId, name -> variable(name, actionsOfFile)).connect(process);
        forgetIdleReviews(own);
        own.stream().filter(node -> node.type().equals("callActivity")).forEach(call -> call(call, calls));
    }

    /** A person who looks at something before anything was verified answers for no rollback. */
    private static void forgetIdleReviews(List<Node> own) {
        Deque<Node> work = new ArrayDeque<>(own.stream().filter(node -> node.duty == Duty.VERIFY).toList());
        Set<Node> behind = new HashSet<>();
        while (!work.isEmpty()) {
            work.poll().outgoing.stream().map(Flow::target).filter(behind::add).forEach(work::add);
        }
        own.stream().filter(node -> node.duty == Duty.REVIEW && !behind.contains(node)).forEach(node -> node.duty = Duty.NONE);
    }

    private void call(Node call, int calls) {
        Scope inside = scope(call.scope(), call);
        call.inside = inside;
        if (calls < DEEPEST_CALL) {
            called.apply(FileXml.attribute(call.element(), "calledElement")).ifPresent(xml -> process(xml, xml.process(), inside, calls + 1));
        }
    }

    private void elements(PlaybookXml xml, DomElement parent, Scope scope, Map<String, Node> byId) {
        for (DomElement element : parent.getChildElements()) {
            Kinds.of(element).filter(kind -> FileXml.BPMN.equals(element.getNamespaceURI())).ifPresent(kind -> {
                Node node = node(xml, element, kind, scope);
                byId.put(node.id(), node);
                if (kind == Kind.EVENT_SCOPE || kind == Kind.SCOPE && !node.type().equals("callActivity")) {
                    node.inside = scope(scope, node);
                    elements(xml, element, node.inside, byId);
                }
            });
        }
    }

    private Node node(PlaybookXml xml, DomElement element, Kind kind, Scope scope) {
        Node node = new Node(nodes.size(), new Node.Source(xml.file(), FileXml.attribute(element, "id"), FileXml.attribute(element, "name"),
                element.getLocalName(), element), kind, scope);
        node.trigger = Kinds.trigger(element);
        node.reference = references.computeIfAbsent(xml.file(), file -> new References(xml.definitions())).of(element);
        node.interrupting = !FileXml.attribute(element, "cancelActivity").equals("false") && !FileXml.attribute(element, "isInterrupting").equals("false");
        node.forCompensation = FileXml.attribute(element, "isForCompensation").equals("true");
        node.asyncBefore = !node.forCompensation && FileXml.camunda(element, "asyncBefore").equals("true");
        node.asyncAfter = !node.forCompensation && FileXml.camunda(element, "asyncAfter").equals("true");
        node.repeated = FileXml.childEnding(element, "LoopCharacteristics").isPresent();
        node.duty = Duties.of(node);
        node.level = FileXml.property(element, Vocabulary.LEVEL).equals(Vocabulary.LEVEL_TWO) ? 2 : 1;
        nodes.add(node);
        scope.nodes.add(node);
        return node;
    }

    private Scope scope(Scope parent, Node host) {
        Scope scope = new Scope(scopes.size(), parent, host);
        scopes.add(scope);
        if (scopes.size() > 200) {
            throw new PlaybookXml.Unreadable("it has more than 200 subprocesses, called ones included");
        }
        if (scope.isEventScope()) {
            parent.eventScopes.add(scope);
        }
        return scope;
    }

    private Action action(Node node) {
        String type = FileXml.property(node.element(), Vocabulary.ACTION);
        Action action = new Action(actions.size(), node.id(), type, catalogue.find(type));
        actions.add(action);
        return action;
    }

    private static Optional<Variable> variable(String name, Map<String, Action> actions) {
        for (Field field : Field.values()) {
            if (!field.ofAction() && field.suffix().equals(name)) {
                return Optional.of(new Variable(field, null));
            }
            for (Action action : field.ofAction() ? actions.values() : List.<Action>of()) {
                if (Vocabulary.variable(action.activity(), field.suffix()).equals(name)) {
                    return Optional.of(new Variable(field, action));
                }
            }
        }
        return Optional.empty();
    }
}
