package io.countersign.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.countersign.agent.CredentialBroker;
import io.countersign.agent.MintsCredential;
import io.countersign.connector.Connector;
import io.countersign.evidence.EvidenceLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The walls of the house that modules alone do not build, by name. Each has a canary that breaks it. */
final class Rules {

    private static final String IN_A_WORKER = "io.countersign.worker.CarriesOut";

    static final Map<String, ArchRule> ALL = Map.ofEntries(
            entry("engine", noClasses().that().resideOutsideOfPackages("io.countersign.playbook..", "io.countersign.datastore..")
                    .should().dependOnClassesThat(resideInAPackage("org.camunda..").and(not(resideInAnyPackage("org.camunda.bpm.model..", "org.camunda.bpm.dmn.."))))
                    .because("only the playbook module speaks to the engine, so that it can be exchanged")),
            entry("files", noClasses().that().resideOutsideOfPackages("io.countersign.playbook..", "io.countersign.datastore..", "io.countersign.proof..")
                    .should().dependOnClassesThat().resideInAPackage("org.camunda..")
                    .because("only playbooks and their proof read BPMN and DMN files")),
            entry("proof", noClasses().that().resideInAPackage("io.countersign.proof..")
                    .should().dependOnClassesThat().resideInAnyPackage("org.springframework.beans..", "org.springframework.context..", "org.springframework.stereotype..", "jakarta..", "java.sql..")
                    .because("a playbook is proved without a server and without a database")),
            entry("mint", classes().should(callOnlyFrom(CredentialBroker.class, "mint", "methods annotated with @MintsCredential",
                    origin -> origin.isAnnotatedWith(MintsCredential.class)))),
            // A worker carries out what a node gave it, and asks that node for leave; in a node, nothing of it is there.
            entry("act", classes().should(callOnlyFrom(Connector.class, "act", "ActionExecutor, and in a worker CarriesOut",
                    origin -> Set.of("io.countersign.execution.ActionExecutor", IN_A_WORKER).contains(origin.getOwner().getFullName())))),
            entry("undo", classes().should(callOnlyFrom(Connector.class, "undo", "ActionUndo, and in a worker CarriesOut",
                    origin -> Set.of("io.countersign.execution.ActionUndo", IN_A_WORKER).contains(origin.getOwner().getFullName())))),
            entry("worker", noClasses().that().resideOutsideOfPackages("io.countersign.worker..", "io.countersign.command..")
                    .should().dependOnClassesThat().resideInAPackage("io.countersign.worker..")
                    .because("what carries orders out for a node must not be a part of one")),
            entry("advice", noClasses().that().resideInAPackage("io.countersign.recommendation..")
                    .should().dependOnClassesThat().resideInAnyPackage("io.countersign.connector..", "io.countersign.execution..", "io.countersign.playbook..")
                    .because("advice has no way to act")),
            entry("clock", classes().should(callOnlyFrom(Instant.class, "now", "nobody", origin -> false))),
            entry("repository", classes().that().areAssignableTo(Repository.class).should().notBePublic()
                    .because("only its own module may write an aggregate")),
            entry("injection", noClasses().should(haveAutowiredFields())
                    .because("collaborators come through the constructor")),
            entry("evidence", classes().that().implement(EvidenceLog.class).should(appendInTheCallersTransaction())));

    private Rules() {
    }

    private static ArchCondition<JavaClass> callOnlyFrom(Class<?> owner, String method, String who, java.util.function.Predicate<JavaCodeUnit> allowed) {
        return new ArchCondition<>("call " + owner.getSimpleName() + "." + method + " only from " + who) {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (JavaCall<?> call : calls(origin)) {
                    boolean hit = call.getTargetOwner().isAssignableTo(owner) && call.getName().equals(method)
                            && !(owner == Instant.class && !call.getTarget().getRawParameterTypes().isEmpty());
                    if (hit && !allowed.test(call.getOrigin())) {
                        events.add(SimpleConditionEvent.violated(origin, call.getDescription()));
                    }
                }
            }
        };
    }

    private static List<JavaCall<?>> calls(JavaClass origin) {
        return origin.getCodeUnits().stream().flatMap(unit -> unit.getCallsFromSelf().stream()).<JavaCall<?>>map(call -> call).toList();
    }

    private static ArchCondition<JavaClass> haveAutowiredFields() {
        return new ArchCondition<>("have fields annotated with @Autowired") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream().filter(field -> field.isAnnotatedWith(Autowired.class))
                        .forEach(field -> events.add(SimpleConditionEvent.satisfied(type, field.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> appendInTheCallersTransaction() {
        return new ArchCondition<>("append with propagation MANDATORY") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean mandatory = mandatory(type) || type.getMethods().stream().filter(m -> m.getName().equals("append"))
                        .filter(m -> !m.getModifiers().contains(JavaModifier.BRIDGE)).allMatch(Rules::mandatory);
                if (!mandatory) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName() + " appends without MANDATORY"));
                }
            }
        };
    }

    private static boolean mandatory(JavaClass type) {
        return type.isAnnotatedWith(Transactional.class) && type.getAnnotationOfType(Transactional.class).propagation() == Propagation.MANDATORY;
    }

    private static boolean mandatory(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class) && method.getAnnotationOfType(Transactional.class).propagation() == Propagation.MANDATORY;
    }
}
