package io.countersign.faults.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** Appends one line for each thing that happened, on disk before anybody hears of it. */
public final class Journal {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final FileChannel file;
    private long number;

    Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    synchronized Entry write(Entry.Happened happened, String fault, Order order, String before, String after) {
        Entry entry = new Entry(++number, Instant.now(), happened, fault, order, before, after);
        try {
            file.write(ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return entry;
    }

    /** All of it, oldest first. */
    public static List<Entry> read(Path path) throws IOException {
        return Files.readAllLines(path).stream().map(Journal::parse).toList();
    }

    private static Entry parse(String line) {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
