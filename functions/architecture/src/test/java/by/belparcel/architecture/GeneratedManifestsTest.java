package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.app.Contexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedManifestsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("belparcel.root", "../.."), "knative", "base", "generated");

    @Test // T-16: every function has a manifest and the reverse
    void theManifestsOfTheTreeAreThoseOfTheDeclarations() throws IOException {
        for (Map.Entry<String, String> file :
                new GeneratedManifests(Contexts.all()).files().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            if (System.getProperty("golden", "").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, file.getValue());
            }
            assertThat(path)
                    .as("stale: run the architecture tests with -Dgolden=write")
                    .hasContent(file.getValue());
        }
    }
}
