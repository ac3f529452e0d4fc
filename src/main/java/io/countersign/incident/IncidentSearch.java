package io.countersign.incident;

import java.util.List;

/** Finds incidents by more than their ticket state. */
public interface IncidentSearch {

    /** Newest first, each with its few newest alerts and observables. */
    List<IncidentView> search(IncidentQuery query, int offset, int limit);

    long count(IncidentQuery query);
}
