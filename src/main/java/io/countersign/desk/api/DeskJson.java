package io.countersign.desk.api;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.countersign.action.ActionDigest;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes ids as people read and type them: {@code INC-31}, not an object around a number. */
@Configuration(proxyBeanMethods = false)
class DeskJson {

    private static final List<Class<?>> IDS = List.of(IncidentId.class, PlaybookRunId.class, ActionRunId.class, ActionDigest.class);

    @Bean
    Module idsAsText() {
        SpringDocUtils describe = SpringDocUtils.getConfig();
        SimpleModule ids = new SimpleModule("countersign-ids");
        for (Class<?> id : IDS) {
            ids.addSerializer(id, ToStringSerializer.instance);
            describe.replaceWithSchema(id, new StringSchema());
        }
        return ids;
    }
}
