package io.countersign.connector.list.web;

import io.countersign.connector.list.ListKind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** There is no list of this name. */
final class UnknownList extends RuntimeException {

    UnknownList() {
        super("There is no such list. There are: " + Stream.of(ListKind.values()).map(ListKind::path).collect(Collectors.joining(", ")) + ".");
    }
}
