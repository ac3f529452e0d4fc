package io.countersign.incident.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.incident.RecordProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Parses one record, strictly: valid UTF-8, no key twice (two readers would see two alerts), nothing after the value, and within the limits. */
final class RecordParser {

    private final ObjectMapper mapper;
    private final int maxDepth;

    RecordParser(int maxDepth, int maxBytes) {
        this.maxDepth = maxDepth;
        StreamReadConstraints constraints = StreamReadConstraints.builder().maxNestingDepth(maxDepth).maxStringLength(maxBytes)
                .maxNumberLength(1000).maxNameLength(1000).build();
        this.mapper = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }

    JsonNode parse(byte[] body, int from, int to) {
        if (from == to) {
            throw new RecordRejected(RecordProblem.malformed("", "There is no value here: a comma too many, or the array was never closed."));
        }
        String text = decode(body, from, to);
        try (JsonParser parser = mapper.createParser(text)) {
            return tree(parser);
        } catch (IOException unreadable) {
            throw new RecordRejected(RecordProblem.malformed("", "This is not JSON."));
        }
    }

    private JsonNode tree(JsonParser parser) throws IOException {
        try {
            JsonNode node = mapper.readTree(parser);
            if (node == null || !node.isObject()) {
                throw new RecordRejected(RecordProblem.malformed("", "An alert is a JSON object; this is none."));
            }
            return node;
        } catch (StreamConstraintsException beyond) {
            throw new RecordRejected(parser.getParsingContext().getNestingDepth() > maxDepth
                    ? RecordProblem.overLimit(pointer(parser), "More than " + maxDepth + " levels of nesting.")
                    : RecordProblem.malformed(pointer(parser), PlainText.of(beyond.getOriginalMessage(), 300)));
        } catch (JsonProcessingException malformed) {
            throw new RecordRejected(RecordProblem.malformed(pointer(parser), "Not valid JSON at character "
                    + malformed.getLocation().getCharOffset() + ": " + PlainText.of(malformed.getOriginalMessage(), 300)));
        }
    }

    private static String pointer(JsonParser parser) {
        return PlainText.of("." + parser.getParsingContext().pathAsPointer(), 300).substring(1);
    }

    private static String decode(byte[] body, int from, int to) {
        ByteBuffer bytes = ByteBuffer.wrap(body, from, to - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException invalid) {
            throw new RecordRejected(RecordProblem.malformed("", "Byte " + (bytes.position() - from) + " of the record is not valid UTF-8."));
        }
    }
}
