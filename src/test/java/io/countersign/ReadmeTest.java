package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

/** What {@code README.md} says of packages and files is so, and what {@code docker/SETTINGS.md} says of settings. */
class ReadmeTest {

    private static final String ROOT = "io.countersign.";
    private static final String PREFIX = "countersign.";
    private static final String NONE = "–";
    private static final JavaClasses PRODUCT = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.countersign");

    private final String text = Files.readString(Path.of("README.md"));
    private final String settingsTable = Files.readString(Path.of("docker", "SETTINGS.md"));
    private final String application = new ClassPathResource("application.yaml").getContentAsString(StandardCharsets.UTF_8);
    private final PropertyResolver shipped;

    ReadmeTest() throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml")).forEach(sources::addLast);
        shipped = new PropertySourcesPropertyResolver(sources);
    }

    @Test
    void aReaderIsDoneAfterTwoHundredLines() {
        assertThat(text.lines().count()).isLessThanOrEqualTo(200);
    }

    @Test
    void theTableHasEverySettingWithItsDefaultAndNoOther() {
        assertThat(rows(name -> !isVariable(name))).containsExactlyInAnyOrderEntriesOf(settings());
    }

    @Test
    void everyVariableOfTheTableIsReadAndHasTheDefaultOfItsSetting() {
        Map<String, String> variables = rows(ReadmeTest::isVariable);
        assertThat(variables.keySet()).containsAll(matches(application, "\\$\\{([A-Z_]+)").map(found -> found.group(1)).toList());
        assertThat(variables).allSatisfy((name, value) -> assertThat(value).isEqualTo(readAs(name)));
    }

    @Test
    void theMapNamesEveryPackageAndNoOther() {
        Set<String> rooms = PRODUCT.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT)).map(name -> name.substring(ROOT.length()))
                .filter(name -> !name.endsWith(".web") && !name.endsWith(".api")).collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = section("Map").lines().filter(line -> line.startsWith("| `")).flatMap(line -> quoted(line.split("\\|")[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(matches(text, "\\]\\(([^)]+)\\)").map(found -> found.group(1)).toList()).isNotEmpty().allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    private Map<String, String> settings() {
        return PRODUCT.stream().filter(type -> type.isAnnotatedWith(ConfigurationProperties.class)).map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(constructor(type).getParameters()).map(parameter -> Map.entry(name(type, parameter), parameter)))
                .collect(sorted(setting -> setting.getKey().substring(PREFIX.length()), setting -> value(setting.getKey(), setting.getValue())));
    }

    /** Of a record: what is no record has no closed list of settings, and is not allowed. */
    private static Constructor<?> constructor(Class<?> settings) {
        try {
            return settings.getDeclaredConstructor(Arrays.stream(settings.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String name(Class<?> settings, Parameter parameter) {
        return settings.getAnnotation(ConfigurationProperties.class).value() + "." + DataObjectPropertyName.toDashedForm(parameter.getName());
    }

    /** What holds where nobody set anything: the shipped file first, then the record. */
    private String value(String name, Parameter parameter) {
        return Optional.ofNullable(shipped.getProperty(name))
                .or(() -> Optional.ofNullable(parameter.getAnnotation(DefaultValue.class)).map(given -> String.join(",", given.value())))
                .filter(value -> !value.isEmpty()).orElse(NONE);
    }

    private String readAs(String variable) {
        return matches(application, "\\$\\{" + variable + ":([^}]*)}").map(found -> found.group(1)).findFirst()
                .orElseGet(() -> settings().get(variable.substring(PREFIX.length()).toLowerCase().replace('_', '.')));
    }

    /** The settings table, from name to default. */
    private Map<String, String> rows(Predicate<String> wanted) {
        return settingsTable.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|"))
                .filter(cells -> wanted.test(quoted(cells[1]).findFirst().orElseThrow()))
                .collect(sorted(cells -> quoted(cells[1]).findFirst().orElseThrow(), cells -> quoted(cells[2]).findFirst().orElse(cells[2].strip())));
    }

    private String section(String title) {
        return matches(text, "(?ms)^## " + title + "$(.*?)(?=^## |\\z)").map(found -> found.group(1)).findFirst().orElseThrow();
    }

    private static boolean isVariable(String name) {
        return name.matches("[A-Z_]+");
    }

    private static Stream<String> quoted(String cell) {
        return matches(cell, "`([^`]+)`").map(found -> found.group(1));
    }

    private static Stream<MatchResult> matches(String where, String pattern) {
        return Pattern.compile(pattern).matcher(where).results();
    }

    private static <T> Collector<T, ?, Map<String, String>> sorted(Function<T, String> name, Function<T, String> value) {
        return Collectors.toMap(name, value, (one, other) -> {
            throw new IllegalStateException("A name stands in the table twice");
        }, TreeMap::new);
    }
}
