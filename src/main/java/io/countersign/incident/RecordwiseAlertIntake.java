package io.countersign.incident;

import io.countersign.incident.intake.AlertReader;
import io.countersign.incident.intake.NormalizedAlert;
import io.countersign.incident.intake.RecordRejected;
import io.countersign.incident.intake.RecordSplitter;
import io.countersign.incident.intake.RecordSplitter.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Splits a request and takes its records in one by one, each in a transaction of its own. */
@Service
class RecordwiseAlertIntake implements AlertIntake {

    private static final Logger log = LoggerFactory.getLogger(RecordwiseAlertIntake.class);

    private final AlertReader reader;
    private final AlertRecorder recorder;
    private final QuarantineTable quarantine;
    private final SourceRates rates;
    private final IncidentSettings settings;

    RecordwiseAlertIntake(AlertReader reader, AlertRecorder recorder, QuarantineTable quarantine, SourceRates rates, IncidentSettings settings) {
        this.reader = reader;
        this.recorder = recorder;
        this.quarantine = quarantine;
        this.rates = rates;
        this.settings = settings;
    }

    @Override
    public List<IntakeOutcome> receive(AlertSource source, byte[] body, boolean lines) {
        if (body.length > settings.maxRequestSize().toBytes()) {
            throw IntakeRefused.tooLarge(settings.maxRequestSize().toBytes());
        }
        List<Slice> slices = RecordSplitter.split(body, lines, settings.maxRecords());
        rates.take(source.name(), Math.max(1, slices.size()));
        List<IntakeOutcome> outcomes = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            outcomes.add(one(source, body, slice, outcomes.size()));
        }
        return outcomes;
    }

    private IntakeOutcome one(AlertSource source, byte[] body, Slice slice, int index) {
        IntakeOutcome outcome = outcome(source, body, slice, index);
        if (outcome instanceof IntakeOutcome.Accepted accepted) {
            log.info("alert.received source={} id={} incident={}", source.name(), accepted.alert(), accepted.incident());
        } else if (outcome instanceof IntakeOutcome.Quarantined quarantined) {
            log.warn("alert.quarantined source={} record={} index={} kind={}", source.name(), quarantined.record(), index, quarantined.problem().kind());
        }
        return outcome;
    }

    private IntakeOutcome outcome(AlertSource source, byte[] body, Slice slice, int index) {
        try {
            NormalizedAlert alert = reader.read(source.format(), body, slice);
            return recorder.record(source.name(), alert, Arrays.copyOfRange(body, slice.from(), slice.to()));
        } catch (RecordRejected rejected) {
            return quarantine.keep(source.name(), index, rejected.problem(), body, slice);
        } catch (DataIntegrityViolationException unstorable) {
            log.error("alert.refused-by-database source={} index={}", source.name(), index, unstorable);
            return quarantine.keep(source.name(), index, RecordProblem.malformed("", "The database refused to store this record."), body, slice);
        }
    }
}
