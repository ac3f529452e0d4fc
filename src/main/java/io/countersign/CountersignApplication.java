package io.countersign;

import io.countersign.command.CommandLine;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the product: the engine, the pages, the API and the in-process workers in one JVM. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CountersignApplication {

    public static void main(String[] args) {
        if (CommandLine.asked(args)) {
            System.exit(CommandLine.run(args, System.out, System.err, CountersignApplication.class));
        }
        SpringApplication.run(CountersignApplication.class, args);
    }

    /** The only clock: everything that asks for the time takes this, so tests can move it. It is as fine as the database's. */
    @Bean
    InstantSource clock() {
        return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
