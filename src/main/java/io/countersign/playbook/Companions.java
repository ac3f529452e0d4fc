package io.countersign.playbook;

import io.countersign.playbook.DeployRefused.Problem;
import io.countersign.proof.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings to an upload what its playbooks bind by deployment and the designer did not send along: the latest decision or form of that
 * key that the engine has. Every playbook gets the risk decision, because what it may do is read from that. A called playbook is never
 * brought: that would make a version of it which nobody asked for.
 */
@Component
class Companions {

    private record Place(String deployment, String resource) {
    }

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final TaskForms forms;

    Companions(RepositoryService repository, JdbcClient jdbc, TaskForms forms) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.forms = forms;
    }

    /** @throws DeployRefused if a file is unreadable, a form could not be checked when it is answered, or something that it binds is nowhere */
    Map<String, byte[]> complete(Map<String, byte[]> sent) {
        List<UploadedFile> files = sent.entrySet().stream().map(file -> UploadedFile.read(file.getKey(), file.getValue())).toList();
        sent.forEach(this::requireCheckable);
        Set<String> there = files.stream().flatMap(file -> file.defines().stream()).collect(Collectors.toSet());
        Map<String, byte[]> all = new TreeMap<>(sent);
        for (UploadedFile file : files) {
            for (String need : needs(file)) {
                if (!there.contains(need)) {
                    bring(need, file, sent, all);
                }
            }
        }
        return all;
    }

    private void requireCheckable(String name, byte[] content) {
        List<FormResult.Problem> unknown = name.endsWith(".form") ? forms.uncheckable(new String(content, StandardCharsets.UTF_8)) : List.of();
        if (!unknown.isEmpty()) {
            throw new DeployRefused(unknown.stream().map(problem -> Problem.of(name, (problem.key().isEmpty() ? "" : problem.key() + ": ") + problem.message())).toList());
        }
    }

    private static Set<String> needs(UploadedFile file) {
        Set<String> needs = new TreeSet<>(file.needs());
        if (file.name().endsWith(".bpmn")) {
            needs.add(References.DECISION + Vocabulary.RISK_DECISION);
        }
        return needs;
    }

    private void bring(String need, UploadedFile to, Map<String, byte[]> sent, Map<String, byte[]> all) {
        Place place = find(need).orElseThrow(() -> new DeployRefused(Problem.of(to.name(),
                "It binds the " + need + " by deployment, but that is neither among the files nor deployed. Send it along.")));
        if (sent.containsKey(place.resource())) {
            throw new DeployRefused(Problem.of(place.resource(), "The file does not define the " + need + ", which " + to.name() + " needs from it."));
        }
        all.put(place.resource(), content(place));
    }

    private Optional<Place> find(String need) {
        if (need.startsWith(References.DECISION)) {
            DecisionDefinition latest = repository.createDecisionDefinitionQuery().latestVersion()
                    .decisionDefinitionKey(need.substring(References.DECISION.length())).singleResult();
            return Optional.ofNullable(latest).map(found -> new Place(found.getDeploymentId(), found.getResourceName()));
        }
        return need.startsWith(References.FORM) ? form(need.substring(References.FORM.length())) : Optional.empty();
    }

    /** The engine has no query for forms. */
    private Optional<Place> form(String key) {
        return jdbc.sql("select deployment_id_, resource_name_ from act_re_camformdef where key_ = ? order by version_ desc limit 1").param(key)
                .query((row, number) -> new Place(row.getString(1), row.getString(2))).optional();
    }

    private byte[] content(Place place) {
        try (InputStream file = repository.getResourceAsStream(place.deployment(), place.resource())) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
