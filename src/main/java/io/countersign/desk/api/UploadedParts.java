package io.countersign.desk.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Reads uploaded files by name. */
public final class UploadedParts {

    private UploadedParts() {
    }

    /** Parts without a file name, as browsers send for an empty choice, are passed over. */
    public static Map<String, byte[]> read(List<MultipartFile> parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (MultipartFile part : parts) {
            String name = part.getOriginalFilename();
            if (name != null && !name.isBlank() && files.put(name, content(part)) != null) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Two files are called " + name + ".");
            }
        }
        return files;
    }

    private static byte[] content(MultipartFile part) {
        try {
            return part.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
