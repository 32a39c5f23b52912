package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.events.EventCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class AsyncApiTest {

    private static final Path RESOURCES =
            Path.of(System.getProperty("belparcel.root", "../.."), "functions", "events", "src", "main", "resources");

    private final String yaml = new AsyncApiDocument(new EventFlow(), RESOURCES.resolve("schemas")).yaml();

    @Test
    void theDocumentOfTheTreeIsThatOfTheDeclarations() throws IOException {
        Path file = RESOURCES.resolve("asyncapi.yaml");
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(file, yaml);
        }
        assertThat(file)
                .as("stale: run the architecture tests with -Dgolden=write")
                .hasContent(yaml);
    }

    @Test // H-46
    void everyTypeIsSentBySomebody() {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        List<String> sent = ((Map<?, ?>) at(document, "operations"))
                .values().stream()
                        .filter(operation -> at(operation, "action").equals("send"))
                        .flatMap(operation -> ((List<?>) at(operation, "messages")).stream())
                        .map(message -> at(message, "$ref").toString())
                        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                        .toList();

        // Reference data has two homes, so its event has two senders.
        assertThat(new TreeSet<>(sent))
                .containsExactlyInAnyOrderElementsOf(
                        EventCatalog.all().stream().map(EventType::name).toList());
    }

    @Test // H-45: nothing points to nowhere
    void everyReferenceLeadsSomewhere() {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);

        assertThat(references(document)).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#/")) {
                Object target = document;
                for (String step : reference.substring(2).split("/", -1)) {
                    target = at(target, step);
                }
                assertThat(target).isInstanceOf(Map.class);
            } else {
                assertThat(RESOURCES.resolve(reference)).exists();
            }
        });
    }

    private static List<String> references(Object node) {
        return switch (node) {
            case Map<?, ?> map when map.get("$ref") instanceof String reference -> List.of(reference);
            case Map<?, ?> map ->
                map.values().stream()
                        .flatMap(value -> references(value).stream())
                        .toList();
            case List<?> list ->
                list.stream().flatMap(value -> references(value).stream()).toList();
            default -> List.of();
        };
    }

    private static Object at(Object node, String field) {
        Object value = ((Map<?, ?>) node).get(field);
        assertThat(value).as(field).isNotNull();
        return java.util.Objects.requireNonNull(value);
    }
}
