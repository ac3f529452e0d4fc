package io.countersign.incident.intake;

import io.countersign.incident.IncidentSettings;
import io.countersign.incident.ObservableKind;
import io.countersign.incident.RecordProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Reads alerts as the product does with its default settings, for tests. */
final class Reading {

    static final IncidentSettings DEFAULTS = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("countersign.incident", IncidentSettings.class);

    static final AlertReader READER = new AlertReader(List.of(new SuricataEve(), new ElasticSecurity(), new MicrosoftGraph(),
            new DefenderXdr(), new OcsfFinding(), new GenericAlert()), DEFAULTS);

    private Reading() {
    }

    static List<NormalizedAlert> all(String format, byte[] body) {
        return RecordSplitter.split(body, false, 1000).stream().map(slice -> READER.read(format, body, slice)).toList();
    }

    static NormalizedAlert one(String format, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return READER.read(format, body, new RecordSplitter.Slice(0, body.length));
    }

    static RecordProblem problem(String format, String json) {
        return problem(format, json.getBytes(StandardCharsets.UTF_8));
    }

    static RecordProblem problem(String format, byte[] body) {
        return Assertions.catchThrowableOfType(RecordRejected.class,
                () -> READER.read(format, body, new RecordSplitter.Slice(0, body.length))).problem();
    }

    static byte[] fixture(String name) {
        try (InputStream file = Reading.class.getResourceAsStream("/incident/" + name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Mention mention(ObservableKind kind, String value, Joins joins) {
        return new Mention(kind, value, joins);
    }
}
