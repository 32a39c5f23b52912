package by.belparcel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class EmbeddedS3IT {

    @Test
    void refusesAnUnsignedRequestAndStartsAgain() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.start(EmbeddedS3.Options.temporary("attachments"))) {
            assertThat(status(s3.endpoint().resolve("/attachments/new"))).isEqualTo(403);
            s3.kill();
            s3.restart();
            assertThat(status(s3.endpoint().resolve("/attachments/new"))).isEqualTo(403);
        }
        assertThat(Leftovers.of("s3-")).isEmpty();
    }

    private static int status(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri)
                                    .PUT(HttpRequest.BodyPublishers.ofString("not signed"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }
}
