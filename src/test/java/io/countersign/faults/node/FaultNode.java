package io.countersign.faults.node;

import io.countersign.CountersignApplication;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.execution.ActionExecutor;
import io.countersign.execution.Unguarded;
import io.countersign.road.Organisation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** {@code FaultNode NAME FOLDER SIMULATOR GUARD [settings]}: the product as it ships, with the few beans of this package and the scripted advice of the tests. */
public final class FaultNode {

    private static final Set<String> KEPT = Set.of("organisation", "advisor", "unguarded");

    private FaultNode() {
    }

    public static void main(String[] args) throws Exception {
        String name = args[0];
        Path folder = Path.of(args[1]);
        Fates fates = new Fates(folder.resolve("fate-" + name));
        SpringApplication product = new SpringApplication(CountersignApplication.class);
        product.addInitializers(context -> add((GenericApplicationContext) context, name, folder, URI.create(args[2]), Guard.valueOf(args[3]), fates));
        ConfigurableApplicationContext context = product.run(java.util.Arrays.copyOfRange(args, 4, args.length));
        Path organisation = folder.resolve("organisation.json");
        if (!Files.exists(organisation)) {
            new Inventory(context.getBean(Organisation.class), folder).write(organisation);
        }
        Files.writeString(folder.resolve("ready-" + name), "ready");
    }

    private static void add(GenericApplicationContext context, String name, Path folder, URI simulator, Guard without, Fates fates) {
        context.addBeanFactoryPostProcessor(beans -> {
            for (String bean : beans.getBeanDefinitionNames()) {
                if (ofTheTests(beans.getBeanDefinition(bean).getBeanClassName()) && !KEPT.contains(bean)) {
                    context.removeBeanDefinition(bean);
                }
            }
        });
        context.registerBean("fileClock", FileClock.class, () -> new FileClock(List.of(folder.resolve("clock"), folder.resolve("clock-" + name))),
                definition -> definition.setPrimary(true));
        EagerWorker eager = new EagerWorker(() -> context.getBean(ActionExecutor.class));
        context.registerBean("fatefulRecord", FatefulRecord.class, () -> new FatefulRecord(fates, without == Guard.AUTHORITY ? eager::heard : entry -> { }));
        if (without == Guard.AUTHORITY) {
            Unguarded.register(context);
        }
        context.registerBean("simulatorConnector", SimulatorConnector.class,
                () -> connector(context, name, simulator, without, fates));
    }

    private static SimulatorConnector connector(GenericApplicationContext context, String name, URI simulator, Guard without, Fates fates) {
        CallClaims claims = context.getBean(CallClaims.class);
        CredentialVerifier verifier = context.getBean(CredentialVerifier.class);
        return without == Guard.NONE ? new SimulatorConnector(simulator, name, claims, verifier, fates)
                : new CarelessConnector(without, simulator, name, claims, verifier, fates);
    }

    /** The product is scanned for by package, and the tests share its packages. */
    private static boolean ofTheTests(String type) {
        if (type == null || !type.startsWith("io.countersign.") || type.startsWith("io.countersign.faults.")) {
            return false;
        }
        try {
            return Class.forName(type, false, FaultNode.class.getClassLoader()).getProtectionDomain().getCodeSource().getLocation()
                    .equals(FaultNode.class.getProtectionDomain().getCodeSource().getLocation());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
