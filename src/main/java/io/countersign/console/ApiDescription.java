package io.countersign.console;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says about the API as a whole; the endpoints describe themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BASIC = "basic";
    private static final String SOURCE_TOKEN = "source-token";
    private static final String CONSUMER_TOKEN = "list-consumer-token";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Countersign").version("1").description("""
                        Containment by AI, decided by people. People use HTTP Basic, or their browser session with the header X-CSRF-TOKEN; \
                        alert sources and consumers of lists use their own token. Times are ISO 8601 in UTC. Every refusal is a problem (RFC 9457) that says \
                        what happened and what to do."""))
                .components(new Components().addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic").description("A person"))
                        .addSecuritySchemes(SOURCE_TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").description("An alert source"))
                        .addSecuritySchemes(CONSUMER_TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                                .description("A consumer of lists; also as HTTP Basic, with its name and the token as password")));
    }

    @Bean
    OpenApiCustomizer everyOperation() {
        return api -> api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> complete(path, method.name(), operation)));
    }

    private static void complete(String path, String method, Operation operation) {
        operation.setSecurity(List.of(new SecurityRequirement().addList(scheme(path, method))));
        operation.getResponses().addApiResponse("default", new ApiResponse().description("Refused or failed: says what happened and what to do")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
    }

    private static String scheme(String path, String method) {
        boolean intake = path.startsWith("/api/alerts/") && "POST".equals(method);
        return intake ? SOURCE_TOKEN : path.startsWith("/api/lists/") ? CONSUMER_TOKEN : BASIC;
    }

    private static Schema<?> problem() {
        return new ObjectSchema().description("Problem details (RFC 9457)")
                .addProperty("type", new StringSchema()).addProperty("title", new StringSchema()).addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema()).addProperty("instance", new StringSchema())
                .addProperty("reference", new StringSchema().description("Finds the cause of a server error in the log"))
                .addProperty("fields", new ArraySchema().items(new ObjectSchema().addProperty("name", new StringSchema())
                        .addProperty("message", new StringSchema())));
    }
}
