package io.countersign.incident;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the alert intake, prefix {@code countersign.incident}.
 *
 * @param joinWindow        how long after an incident last saw an observable another alert with it joins; a duration, default 24 h
 * @param commonAfter       an observable seen in more open incidents than this joins nothing any more; incidents, default 10
 * @param defaultTeam       id of the team that owns an incident in which no known asset is named; default {@code soc}
 * @param maxRecordSize     most bytes of one record, also of what quarantine keeps of one; default 1 MiB
 * @param maxRequestSize    most bytes of one request; default 10 MiB
 * @param maxRecords        most records of one request; default 1,000
 * @param maxDepth          most levels of nesting of one record; default 64
 * @param maxObservables    most observables kept of one alert, the rest stays in the raw record; default 200
 * @param rateBurst         records that a source may send at once; default 5,000
 * @param ratePerSecond     records that a source may send per second for long, on each node; default 200
 */
@ConfigurationProperties("countersign.incident")
public record IncidentSettings(@DefaultValue("PT24H") Duration joinWindow, @DefaultValue("10") int commonAfter,
                               @DefaultValue("soc") String defaultTeam, @DefaultValue("1MB") DataSize maxRecordSize,
                               @DefaultValue("10MB") DataSize maxRequestSize, @DefaultValue("1000") int maxRecords,
                               @DefaultValue("64") int maxDepth, @DefaultValue("200") int maxObservables,
                               @DefaultValue("5000") int rateBurst, @DefaultValue("200") int ratePerSecond) {

    public IncidentSettings {
        if (joinWindow == null || joinWindow.isNegative() || joinWindow.isZero()) {
            throw new IllegalArgumentException("countersign.incident.join-window must be a positive duration, for example PT24H");
        }
        if (defaultTeam == null || defaultTeam.isBlank()) {
            throw new IllegalArgumentException("countersign.incident.default-team must name a team, for example soc");
        }
        within("max-record-size", maxRecordSize.toBytes(), 1024, 16 << 20);
        within("max-request-size", maxRequestSize.toBytes(), maxRecordSize.toBytes(), 256 << 20);
        within("max-records", maxRecords, 1, 100_000);
        within("max-depth", maxDepth, 8, 512);
        within("max-observables", maxObservables, 1, 2_000);
        within("common-after", commonAfter, 1, 1_000);
        within("rate-per-second", ratePerSecond, 1, 1_000_000);
        within("rate-burst", rateBurst, maxRecords, 10_000_000);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("countersign.incident." + name + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
