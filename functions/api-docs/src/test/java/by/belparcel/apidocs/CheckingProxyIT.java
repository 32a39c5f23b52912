package by.belparcel.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.apidocs.check.CheckingProxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

// H-42
class CheckingProxyIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void whatGoesThroughIsPassedOnAndJudged() throws Exception {
        try (DocsServer server = new DocsServer();
                CheckingProxy proxy = CheckingProxy.before("http://127.0.0.1:" + server.port())) {
            HttpResponse<String> page = get(proxy.address() + "/swagger-ui/");
            HttpResponse<String> nothing = get(proxy.address() + "/schemas/none.json");
            // The real Service knows the path; this process serves the documents only.
            HttpResponse<String> elsewhere = get(proxy.address() + "/auth/me");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("swagger-ui-bundle.js");
            assertThat(page.headers().firstValue("content-security-policy")).isPresent();
            assertThat(nothing.statusCode()).isEqualTo(404);
            assertThat(elsewhere.statusCode()).isEqualTo(404);
            assertThat(proxy.exchanges()).isEqualTo(3);
            assertThat(proxy.problems()).isEmpty();
        }
    }

    private static HttpResponse<String> get(String uri) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
