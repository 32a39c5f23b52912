package by.belparcel.events;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Json;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("belparcel.root", "../.."), "functions/events/src/main/resources/schemas");

    static List<EventType<?>> types() {
        return EventCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaOfTheTreeIsThatOfTheRecord(EventType<?> type) throws IOException {
        String schema =
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(SchemaWriter.schema(type)) + "\n";
        Path file = FOLDER.resolve(type.name() + ".json");
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, schema);
        }
        assertThat(file)
                .as("stale: run the tests of events with -Dgolden=write")
                .hasContent(schema);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySchemaIsOneOfDraft202012(EventType<?> type) {
        Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(SchemaWriter.schema(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventSaysWhatItMeans(EventType<?> type) {
        assertThat(SchemaWriter.schema(type).path("description").asString("")).isNotBlank();
    }

    @Test
    void noSchemaIsLeftOfATypeThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().stream().map(type -> type.name() + ".json").toList());
        }
    }
}
