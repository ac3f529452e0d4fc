package io.countersign.organisation;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads an organisation from YAML, of which JSON is a part. Every wrong value is refused with its place. */
public final class OrganisationFile {

    /** Longest file, in bytes. */
    static final int LONGEST = 2 * 1024 * 1024;

    private static final YAMLMapper MAPPER = YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    private OrganisationFile() {
    }

    /** @throws OrganisationRefused if it is too long, is no YAML, or anything in it is unknown or wrong */
    public static Organisation read(InputStream file) throws IOException {
        byte[] text = file.readNBytes(LONGEST + 1);
        if (text.length > LONGEST) {
            throw new OrganisationRefused("", "The file is longer than 2 MiB: split it");
        }
        if (text.length == 0) {
            throw new OrganisationRefused("", "The file is empty");
        }
        try {
            Organisation read = MAPPER.readValue(text, Organisation.class);
            if (read == null) {
                throw new OrganisationRefused("", "The file is empty");
            }
            return read;
        } catch (JsonMappingException wrong) {
            throw wrong.getCause() instanceof StreamReadException unreadable ? unreadable(unreadable) : new OrganisationRefused(place(wrong.getPath()), words(wrong));
        } catch (StreamReadException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static OrganisationRefused unreadable(StreamReadException why) {
        return new OrganisationRefused("", "The file is neither YAML nor JSON" + (why.getLocation() == null ? "" : "; look at line " + why.getLocation().getLineNr()));
    }

    private static String place(List<JsonMappingException.Reference> path) {
        StringBuilder place = new StringBuilder();
        path.forEach(step -> place.append(step.getFieldName() == null ? "[" + step.getIndex() + "]"
                : (place.isEmpty() ? "" : ".") + step.getFieldName()));
        return place.toString();
    }

    /** Messages of our own types are made for people; those of the parser are not. */
    private static String words(JsonMappingException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "is not known here; known are " + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        }
        return wrong.getCause() instanceof IllegalArgumentException ours ? ours.getMessage() : "does not fit what is expected here";
    }
}
