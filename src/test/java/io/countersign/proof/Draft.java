package io.countersign.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A BPMN file written down element by element, without its drawing. It may be as wrong as a test likes. */
public final class Draft {

    /** An element; what is in it names it as its parent. */
    public static final class Part {
        public final String type;
        public final String id;
        public final Part parent;
        public String attributes;
        public String inner;
        /** Id of its default flow; null if it has none. */
        public String fallback;
        /** Whether it stands in something that runs several times, so a test may keep apart what must not be repeated. */
        public boolean repeated;

        Part(String type, String id, Part parent, String attributes, String inner) {
            this.type = type;
            this.id = id;
            this.parent = parent;
            this.attributes = attributes;
            this.inner = inner;
        }
    }

    /** A sequence flow. The condition is an expression, or null. */
    public static final class Arrow {
        public final String id;
        public final String from;
        public String to;
        public String condition;

        Arrow(String id, String from, String to, String condition) {
            this.id = id;
            this.from = from;
            this.to = to;
            this.condition = condition;
        }
    }

    private static final String HEAD = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="test">
            """;

    public final List<Part> parts = new ArrayList<>();
    public final List<Arrow> arrows = new ArrayList<>();
    private final List<String[]> handlers = new ArrayList<>();
    private final StringBuilder heads = new StringBuilder();
    private final String process;
    /** New parts come into this one; null for the process itself. */
    public Part in;

    public Draft(String process) {
        this.process = process;
    }

    public String add(String type, String id, String attributes, String inner) {
        parts.add(new Part(type, id, in, attributes, inner));
        return id;
    }

    public String add(String type, String id) {
        return add(type, id, "", "");
    }

    public Arrow flow(String from, String to, String condition) {
        Arrow arrow = new Arrow(from + "--" + to + "--" + arrows.size(), from, to, condition);
        arrows.add(arrow);
        return arrow;
    }

    public Arrow flow(String from, String to) {
        return flow(from, to, null);
    }

    /** The flow that is taken if no other one is. */
    public void otherwise(String from, String to) {
        find(from).orElseThrow().fallback = flow(from, to).id;
    }

    public void handler(String boundary, String handler) {
        handlers.add(new String[] {boundary, handler});
    }

    /** A message, an error or the like, outside the process. */
    public void head(String xml) {
        heads.append(xml).append('\n');
    }

    public Optional<Part> find(String id) {
        return parts.stream().filter(part -> part.id.equals(id)).findFirst();
    }

    /** Takes it out, with the flows that end at it and the handler that it is or has. */
    public void remove(String id) {
        parts.removeIf(part -> part.id.equals(id));
        arrows.removeIf(arrow -> arrow.from.equals(id) || arrow.to.equals(id));
        handlers.removeIf(handler -> handler[0].equals(id) || handler[1].equals(id));
    }

    /** Takes it out and joins what was before it with what was after. */
    public void bridge(String id) {
        arrows.stream().filter(arrow -> arrow.from.equals(id)).map(arrow -> arrow.to).findFirst()
                .ifPresent(next -> arrows.stream().filter(arrow -> arrow.to.equals(id)).forEach(arrow -> arrow.to = next));
        remove(id);
    }

    public byte[] xml() {
        StringBuilder all = new StringBuilder(HEAD).append(heads).append("<bpmn:process id=\"" + process + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">\n");
        write(null, all);
        return all.append("</bpmn:process>\n</bpmn:definitions>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Part parent, StringBuilder all) {
        parts.stream().filter(part -> part.parent == parent).forEach(part -> {
            all.append("<bpmn:" + part.type + " id=\"" + part.id + "\" " + part.attributes + (part.fallback == null ? "" : " default=\"" + part.fallback + "\"") + ">" + part.inner);
            write(part, all);
            all.append("</bpmn:" + part.type + ">\n");
        });
        arrows.stream().filter(arrow -> isIn(arrow.from, parent)).forEach(arrow -> all.append("<bpmn:sequenceFlow id=\"" + arrow.id + "\" sourceRef=\"" + arrow.from
                + "\" targetRef=\"" + arrow.to + "\">" + condition(arrow) + "</bpmn:sequenceFlow>\n"));
        handlers.stream().filter(handler -> isIn(handler[0], parent)).forEach(handler -> all.append("<bpmn:association id=\"" + handler[0] + "-handler\" sourceRef=\""
                + handler[0] + "\" targetRef=\"" + handler[1] + "\" associationDirection=\"One\" />\n"));
    }

    private static String condition(Arrow arrow) {
        return arrow.condition == null ? "" : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + arrow.condition.replace("&", "&amp;").replace("<", "&lt;")
                + "</bpmn:conditionExpression>";
    }

    private boolean isIn(String id, Part parent) {
        return find(id).filter(part -> Objects.equals(part.parent, parent)).isPresent();
    }
}
