package io.countersign.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.incident.IntakeRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSplitterTest {

    @Test
    void oneObjectIsOneRecordHoweverItIsLaidOut() {
        assertThat(split("{\"a\":[\n{\"b\":1},\n{\"c\":\"}{\"}\n]}\n")).hasSize(1);
        assertThat(split("  {\n  \"a\": 1\n}\n")).containsExactly("{\n  \"a\": 1\n}\n");
    }

    @Test
    void elementsOfAnArrayAreRecordsWhateverTheyHold() {
        assertThat(split("[{\"a\":\"],[\\\"\"},{\"b\":[1,{}]}, 7,null ]")).containsExactly("{\"a\":\"],[\\\"\"}", "{\"b\":[1,{}]}", " 7", "null ");
    }

    @Test
    void brokenElementDoesNotHideTheNext() {
        assertThat(split("[{\"a\":tru},{\"b\":2}]")).containsExactly("{\"a\":tru}", "{\"b\":2}");
    }

    @Test
    void linesAreRecordsAndBlankOnesAreNone() {
        assertThat(split("{\"a\":1}\n\n{\"b\":2}\r\n   \n{\"c\":3}")).containsExactly("{\"a\":1}", "{\"b\":2}\r", "{\"c\":3}");
    }

    @Test
    void brokenFirstLineIsStillALine() {
        assertThat(split("{\"a\":\n{\"b\":2}\n")).containsExactly("{\"a\":", "{\"b\":2}");
    }

    @Test
    void declaredLinesAreNotGuessedAt() {
        assertThat(split("[1]\n {\"b\":2}", true)).containsExactly("[1]", " {\"b\":2}");
    }

    @Test
    void nothingIsNoRecord() {
        assertThat(split("")).isEmpty();
        assertThat(split(" \n ")).isEmpty();
        assertThat(split("[]")).isEmpty();
        assertThat(split("[ \n]\n")).isEmpty();
    }

    @Test
    void byteOrderMarkIsSkipped() {
        assertThat(split("\uFEFF[{\"a\":1}]")).containsExactly("{\"a\":1}");
    }

    @Test
    void arrayThatNeverClosesLeavesAnEmptyRecordBehind() {
        assertThat(split("[{\"a\":1}")).containsExactly("{\"a\":1}", "");
        assertThat(split("[{\"a\":\"x")).containsExactly("{\"a\":\"x", "");
        assertThat(split("[")).containsExactly("", "");
    }

    @Test
    void whatFollowsAnArrayIsNotOverlooked() {
        assertThat(split("[{}] {}")).containsExactly("{}", "{}");
        assertThat(split("[}],{}")).hasSize(3);
    }

    @Test
    void moreRecordsThanAllowedAreRefusedBeforeAnyIsRead() {
        assertThatThrownBy(() -> RecordSplitter.split("[1,2,3,4]".getBytes(StandardCharsets.UTF_8), false, 3)).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("More than 3 records");
    }

    private static List<String> split(String text) {
        return split(text, false);
    }

    private static List<String> split(String text, boolean lines) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return RecordSplitter.split(body, lines, 100).stream()
                .map(slice -> new String(body, slice.from(), slice.length(), StandardCharsets.UTF_8)).toList();
    }
}
