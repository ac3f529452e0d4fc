package io.countersign.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.incident.intake.Mention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The inventory as a table. */
@Repository
class AssetTable implements Assets, AssetRegister, Inventory {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    AssetTable(JdbcClient jdbc, ObjectMapper json, EvidenceLog evidence, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public Optional<Asset> find(ObservableKind kind, String value) {
        return jdbc.sql("select * from asset where kind = ? and value = ?").params(kind.name(), value).query(this::asset).optional();
    }

    @Override
    public List<Asset> list(int offset, int limit) {
        return jdbc.sql("select * from asset order by kind, value offset ? limit ?").params(offset, limit).query(this::asset).list();
    }

    @Override
    public List<Asset> withRole(String role) {
        return jdbc.sql("select * from asset where attributes->>'role' = ? order by kind, value").param(role).query(this::asset).list();
    }

    @Override
    public long count(ObservableKind kind, String team, String environment) {
        return jdbc.sql("select count(*) from asset where kind = ? and (?::text is null or team = ?) and (?::text is null or environment = ?)")
                .param(kind.name()).param(team).param(team).param(environment).param(environment).query(Long.class).single();
    }

    @Override
    @Transactional
    public void register(Asset asset, Actor by) {
        jdbc.sql("""
                insert into asset (kind, value, criticality, environment, team, owner, attributes, registered_at) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (kind, value) do update set criticality = excluded.criticality, environment = excluded.environment,
                    team = excluded.team, owner = excluded.owner, attributes = excluded.attributes, registered_at = excluded.registered_at""")
                .params(asset.kind().name(), asset.value(), asset.criticality().name(), asset.environment().name(), asset.team(),
                        asset.owner(), write(asset.attributes()), Timestamp.from(clock.instant()))
                .update();
        evidence.append(EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, by).with("what", "asset").with("kind", asset.kind().name())
                .with("value", asset.value()).with("criticality", asset.criticality().name()).with("environment", asset.environment().name())
                .with("team", asset.team()).with("owner", asset.owner()).with("attributes", asset.attributes()));
    }

    /** Those of the things mentioned that are in the inventory. */
    List<Asset> known(List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from asset where (kind, value) in (select * from unnest(?::text[], ?::text[]))")
                .params(mentions.stream().map(mention -> mention.kind().name()).toArray(String[]::new),
                        mentions.stream().map(Mention::value).toArray(String[]::new))
                .query(this::asset).list();
    }

    private Asset asset(ResultSet row, int number) throws SQLException {
        return new Asset(ObservableKind.valueOf(row.getString("kind")), row.getString("value"), Criticality.valueOf(row.getString("criticality")),
                Environment.valueOf(row.getString("environment")), row.getString("team"), row.getString("owner"), read(row.getString("attributes")));
    }

    private String write(Map<String, String> attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts is always JSON", impossible);
        }
    }

    private Map<String, String> read(String attributes) {
        try {
            return json.readValue(attributes, new TypeReference<>() { });
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The attributes of an asset are not a map of texts", broken);
        }
    }
}
