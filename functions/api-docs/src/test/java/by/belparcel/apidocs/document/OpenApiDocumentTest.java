package by.belparcel.apidocs.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final Path GOLDEN = Fragments.OWN.resolve("openapi.json");

    @Test
    void theDocumentOfTheTreeIsThatOfTheFragments() throws IOException {
        String json = OpenApiDocument.json(OpenApiDocument.merged());
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(GOLDEN, json);
        }

        assertThat(Files.readString(GOLDEN))
                .as("stale: run the tests of functions/api-docs with -Dgolden=write")
                .isEqualTo(json);
    }

    @Test
    void twoFragmentsMayNotWantOneNameForDifferentThings() {
        Map<String, Object> one = fragment("/a", Map.of("Thing", "text"));
        Map<String, Object> other = fragment("/b", Map.of("Thing", "int"));

        assertThatThrownBy(() -> OpenApiDocument.merged(Fragments.common(), Map.of("one", one, "other", other)))
                .hasMessageContaining("Thing");
    }

    @Test
    void twoFragmentsMayNotServeOneOperation() {
        Map<String, Object> one = fragment("/a", Map.of());

        assertThatThrownBy(() -> OpenApiDocument.merged(Fragments.common(), Map.of("one", one, "other", one)))
                .hasMessageContaining("get /a");
    }

    private static Map<String, Object> fragment(String path, Map<String, Object> schemas) {
        Map<String, Object> operation = Map.of("operationId", "readA", "summary", "Read it");
        return Map.of(
                "tags",
                List.of(Map.of("name", "a")),
                "paths",
                Map.of(path, Map.of("get", operation)),
                "components",
                Map.of("schemas", schemas));
    }
}
