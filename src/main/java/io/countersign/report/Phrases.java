package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Topic;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How every kind of evidence is told. A kind without words of its own is told by its facts: nothing on the record is passed over. */
final class Phrases {

    private static final Map<EvidenceKind, Phrase> OTHERS = Map.of(
            EvidenceKind.AGENT_CHANGED, Phrase.of(Topic.ADMINISTRATION, PLAIN, "robot",
                    t -> t.who() + " changed agent " + t.text("agent") + t.given(" from ", "from") + t.given(" to ", "to") + t.quoted(": ", "reason")),
            EvidenceKind.CREDENTIAL_REVOKED, Phrase.of(Topic.ADMINISTRATION, PLAIN, "key",
                    t -> t.who() + " made the unused credentials of agent " + t.text("agent") + " invalid" + t.quoted(": ", "reason")),
            EvidenceKind.DIRECTORY_CHANGED, Phrase.of(Topic.ADMINISTRATION, PLAIN, "people", t -> t.who() + " changed the directory: " + facts(t)),
            EvidenceKind.REQUEST_REFUSED, Phrase.of(Topic.ADMINISTRATION, WARNING, "box-arrow-in-down",
                    t -> "What " + t.who() + " sent to " + t.text("path") + " was too large, and refused unread"),
            EvidenceKind.WORKER_REFUSED, Phrase.of(Topic.ADMINISTRATION, WARNING, "hdd-network",
                    t -> "The remote worker " + t.text("worker") + " was refused: " + t.text("why")),
            EvidenceKind.SIGN_IN, new Phrase(Topic.ADMINISTRATION, "box-arrow-in-right", t -> t.is("result", "signed in") ? PLAIN : WARNING,
                    t -> "Sign-in of " + t.who() + ": " + facts(t)));
    private static final Phrase ANY = Phrase.of(Topic.ADMINISTRATION, PLAIN, "journal-text",
            t -> t.who() + " recorded " + Words.lower(t.row().kind()) + ": " + facts(t));
    private static final Map<EvidenceKind, Phrase> TABLE = Stream.of(CasePhrases.TABLE, GatePhrases.TABLE, DecisionPhrases.TABLE, ActionPhrases.TABLE, UndoPhrases.TABLE,
            StopPhrases.TABLE, GuardrailPhrases.TABLE, ReconcilePhrases.TABLE, OTHERS)
            .flatMap(table -> table.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> {
                throw new IllegalStateException("A kind of evidence has two phrases");
            }, () -> new EnumMap<>(EvidenceKind.class)));

    private Phrases() {
    }

    static TimelineLine tell(Telling telling) {
        var row = telling.row();
        Phrase phrase = TABLE.getOrDefault(row.kind(), ANY);
        return new TimelineLine(row.number(), row.at(), row.kind().name(), phrase.topic(), phrase.tone().apply(telling), phrase.icon(),
                telling.names().who(row.actor()), Words.ended(phrase.words().apply(telling)), row.incident(), row.playbookRun(), row.actionRun(), row.digest(),
                Boolean.TRUE.equals(row.facts().get("sandbox")));
    }

    static boolean knows(EvidenceKind kind) {
        return TABLE.containsKey(kind);
    }

    private static String facts(Telling t) {
        return t.row().facts().isEmpty() ? "no further facts" : t.row().facts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(fact -> Words.plain(fact.getKey()) + " " + Words.plain(fact.getValue())).collect(Collectors.joining(", "));
    }
}
