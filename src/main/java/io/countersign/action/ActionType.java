package io.countersign.action;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the catalogue.
 *
 * @param id            kebab-case verb and object, for example {@code isolate-host}
 * @param name          imperative in plain words, for example "Isolate host"
 * @param inverse       the action that undoes it in plain words; empty where there is none
 * @param defaultLease  how long it stays where policy says nothing; zero for what does not last
 * @param parameters    names of the parameters it takes beside the target; a request with another is refused
 * @param sideEffects   what else happens, as an approver should read it
 * @param d3fendUndo    empty where there is no inverse
 */
public record ActionType(String id, String name, TargetKind targetKind, Reversibility reversibility, Optional<String> inverse,
                         Duration defaultLease, List<String> parameters, List<String> sideEffects, List<String> d3fend,
                         List<String> d3fendUndo, String openc2, Optional<String> openc2Undo, List<String> attackMitigations) {
}
