package io.countersign.recommendation.embedded;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.countersign.action.ActionCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/** Which signs speak for which action, as {@code recommendation/knowledge.yaml} states it. */
record Knowledge(String version, List<Hint> always, List<Sign> signs) {

    /** @throws IllegalStateException if the file has an unknown key, an action that the catalogue lacks, or no confidence between 0 and 1 */
    static Knowledge read(Resource file, ActionCatalogue catalogue) {
        try (InputStream in = file.getInputStream()) {
            YAMLFactory yaml = YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
            Knowledge knowledge = new ObjectMapper(yaml).readValue(in, Knowledge.class);
            knowledge.hints().forEach(hint -> hint.check(catalogue));
            return knowledge;
        } catch (IOException wrong) {
            throw new IllegalStateException("The knowledge of the embedded recommender cannot be read: " + wrong.getMessage(), wrong);
        }
    }

    /** Every hint that holds for this case, each with why. */
    List<Hint> holdingFor(Case seen) {
        return Stream.concat(always.stream(), signs.stream().filter(sign -> sign.isIn(seen)).flatMap(sign -> sign.actions().stream())).toList();
    }

    private Stream<Hint> hints() {
        return Stream.concat(always.stream(), signs.stream().flatMap(sign -> sign.actions().stream()));
    }

    /** One thing to look for. */
    record Sign(String name, List<String> techniques, List<String> titles, List<Hint> actions) {

        boolean isIn(Case seen) {
            return seen.allTechniques().map(technique -> technique.split("\\.")[0]).anyMatch(techniques::contains)
                    || seen.alerts().stream().anyMatch(alert -> titles.stream().anyMatch(title -> begins(alert.title(), title)));
        }

        /** Whole words at the beginning: the detection's own name. */
        private static boolean begins(String text, String name) {
            if (text == null || !text.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT))) {
                return false;
            }
            return text.length() == name.length() || !Character.isLetterOrDigit(text.charAt(name.length()));
        }
    }

    /** One action that a sign speaks for. */
    record Hint(String action, double confidence, String reason, String ifNothing) {

        private void check(ActionCatalogue catalogue) {
            if (catalogue.find(action).isEmpty() || !(confidence > 0 && confidence < 1) || reason == null || ifNothing == null) {
                throw new IllegalStateException("The knowledge of the embedded recommender has a wrong entry for action '" + action
                        + "': it needs an action of the catalogue, a confidence between 0 and 1, a reason and ifNothing");
            }
        }
    }
}
