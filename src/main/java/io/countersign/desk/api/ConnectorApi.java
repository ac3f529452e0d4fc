package io.countersign.desk.api;

import io.countersign.report.ConnectorChecks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The products that Countersign can reach, and whether it could work there. */
@RestController
@RequestMapping("/api/connectors")
@Tag(name = "Connectors")
class ConnectorApi {

    private final ConnectorChecks checks;

    ConnectorApi(ConnectorChecks checks) {
        this.checks = checks;
    }

    @GetMapping
    @Operation(summary = "Each connector with what its last check of itself found")
    List<ConnectorChecks.Checked> list() {
        return checks.latest();
    }
}
