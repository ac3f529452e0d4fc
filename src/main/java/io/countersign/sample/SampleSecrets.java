package io.countersign.sample;

import io.countersign.incident.IssuedToken;
import io.countersign.people.NewPerson;
import java.util.List;
import java.util.Map;

/** What was generated for the sample, at the only moment it is known. Hidden in text. */
record SampleSecrets(Map<NewPerson, String> passwords, List<IssuedToken> tokens) {

    @Override
    public String toString() {
        return "SampleSecrets[hidden]";
    }
}
