package by.belparcel.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

class ApiDocsFunctionsIT {

    private static final List<String> PAGE_FILES =
            List.of("start.js", "page.css", "swagger-ui.css", "swagger-ui-bundle.js");

    @SuppressWarnings("NullAway.Init")
    private static DocsServer server;

    @BeforeAll
    static void start() {
        server = new DocsServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDocumentIsServedAsJsonAndTheSameAsYaml() {
        HttpResponse<byte[]> json = server.get("/openapi.json");
        HttpResponse<byte[]> yaml = server.get("/openapi.yaml");

        assertThat(json.headers().firstValue("content-type")).contains("application/json");
        assertThat(yaml.headers().firstValue("content-type")).contains("application/yaml");
        JsonNode document = Json.mapper().readTree(json.body());
        Object read = new Load(LoadSettings.builder().build()).loadFromString(text(yaml));
        assertThat(Json.mapper().<JsonNode>valueToTree(read)).isEqualTo(document);
        assertThat(document.get("servers").get(0).get("url").asString()).isEqualTo("/");
    }

    @Test // H-45: whatever the event document refers to is served beside it
    void theEventDocumentAndItsSchemasAreServed() {
        String document = text(server.get("/asyncapi.yaml"));

        List<String> schemas = Pattern.compile("schemas/[a-z.\\-]+v[0-9]+\\.json")
                .matcher(document)
                .results()
                .map(found -> "/" + found.group())
                .distinct()
                .toList();
        assertThat(schemas).hasSizeGreaterThan(50).allSatisfy(path -> {
            HttpResponse<byte[]> schema = server.get(path);
            assertThat(schema.statusCode()).as(path).isEqualTo(200);
            assertThat(schema.headers().firstValue("content-type")).contains("application/schema+json");
        });
    }

    @Test
    void thePageComesWithEverythingThatItLoadsAndNothingFromElsewhere() {
        HttpResponse<byte[]> page = server.get("/swagger-ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                        .doesNotContain("unsafe-eval", "http:", "https:"));
        assertThat(text(page)).doesNotContain("http:", "https:", "//");
        assertThat(PAGE_FILES).allSatisfy(file -> {
            assertThat(text(page)).contains('"' + file + '"');
            assertThat(server.get("/swagger-ui/" + file).statusCode()).as(file).isEqualTo(200);
        });
    }

    @Test
    void theShortAddressLeadsToThePage() {
        HttpResponse<byte[]> answer = server.get("/swagger-ui");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("location")).contains("/swagger-ui/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi.json",
                "/openapi.yaml",
                "/asyncapi.yaml",
                "/swagger-ui/",
                "/swagger-ui/swagger-ui-bundle.js"
            })
    void whoeverHoldsTheFileGetsNoBody(String path) { // H-29
        HttpResponse<byte[]> first = server.get(path);
        String tag = first.headers().firstValue("etag").orElseThrow();

        assertThat(first.headers().firstValue("cache-control")).contains("public, max-age=0, must-revalidate");
        HttpResponse<byte[]> again = server.get(path, "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void largeFilesAreCompressedForThoseWhoTakeIt() throws IOException {
        HttpResponse<byte[]> plain = server.get("/openapi.json");
        HttpResponse<byte[]> small = server.get("/openapi.json", "Accept-Encoding", "br, gzip;q=0.8");

        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(small.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(small.headers().firstValue("vary")).contains("Accept-Encoding");
        assertThat(small.headers().firstValue("etag"))
                .isNotEqualTo(plain.headers().firstValue("etag"));
        assertThat(small.body().length).isLessThan(plain.body().length / 5);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(server.get("/openapi.json", "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("content-encoding"))
                .isEmpty();
    }

    @Test
    void aHeadHasTheHeadersOnlyAndAnotherMethodIsRefused() {
        HttpResponse<byte[]> head = server.send("HEAD", "/swagger-ui/swagger-ui.css");

        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("content-length").orElse(0)).isPositive();
        assertThat(server.send("POST", "/swagger-ui/").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/../openapi/openapi.json",
                "/swagger-ui/..%2fopenapi%2fopenapi.json",
                "/swagger-ui/%2e%2e/policy/api-docs.json",
                "/swagger-ui/..",
                "/swagger-ui/.",
                "/swagger-ui//index.html",
                "/swagger-ui/./index.html",
                "/swagger-ui/index.html/",
                "/swagger-ui/..\\policy\\api-docs.json",
                "/swagger-ui/swagger-ui.css%00.js",
                "/swagger-ui/package.json",
                "/swagger-ui/swagger-ui-bundle.js.map",
                "/swagger-ui/oauth2-redirect.html",
                "/swagger-ui//etc/passwd",
                "/schemas/../policy/orders.json",
                "/schemas/%2e%2e%2fpolicy%2forders.json",
                "/schemas/by.belparcel.none.v1.json",
                "/openapi.json/",
                "/schemas/",
                "/schemas",
                "/openapi"
            })
    void nothingOutsideTheListedFilesIsReachable(String target) {
        assertThat(server.rawStatus(target)).isEqualTo("HTTP/1.1 404 Not Found");
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
