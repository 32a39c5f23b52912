package by.belparcel.apidocs.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

// H-42
class ExchangeCheckTest {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String ID = "0198c0de-0000-7000-8000-00000000002a";
    private static final String CAPACITY =
            "{\"pvz_id\":\"" + ID + "\",\"used\":1,\"capacity\":10,\"free\":9,\"fill\":10}";

    private final ExchangeCheck check = ExchangeCheck.ofProduct();

    @Test
    void anExchangeAsTheDocumentSaysIsRight() {
        assertThat(problems("GET", "/pvz/v1/points/" + ID + "/capacity", null, 200, JSON, CAPACITY))
                .isEmpty();
    }

    @Test
    void aFieldThatIsMissingNewOrOfAnotherTypeIsTold() {
        String path = "/pvz/v1/points/" + ID + "/capacity";

        assertThat(problems("GET", path, null, 200, JSON, CAPACITY.replace("\"used\":1,", "")))
                .singleElement()
                .asString()
                .contains("used");
        assertThat(problems("GET", path, null, 200, JSON, CAPACITY.replace("{", "{\"more\":1,")))
                .singleElement()
                .asString()
                .contains("more");
        assertThat(problems("GET", path, null, 200, JSON, CAPACITY.replace(":9", ":\"9\"")))
                .singleElement()
                .asString()
                .contains("free");
    }

    @Test
    void aRequestThatWasTakenMustBeInTheDocument() {
        String reply = "{\"count\":1}";

        assertThat(problems("POST", "/references/announcements", "{}", 200, JSON, reply))
                .isEmpty();
        assertThat(problems("POST", "/references/announcements", "{\"all\":true}", 200, JSON, reply))
                .isNotEmpty();
    }

    @Test
    void aRefusalHasTheOneFormEverywhere() {
        String body =
                "{\"code\":\"PVZ_NOT_FOUND\",\"type\":\"https://belparcel.by/problems/PVZ_NOT_FOUND\",\"title\":\"Not found\","
                        + "\"status\":404,\"detail\":\"There is no such pvz.\",\"trace_id\":\"" + ID
                        + "\",\"correlation_id\":\"c\","
                        + "\"retryable\":false}";
        String compatible = body.replace("}", ",\"error\":{\"code\":\"PVZ_NOT_FOUND\",\"message\":\"none\"}}");

        assertThat(problems("GET", "/pvz/v1/points/" + ID, null, 404, PROBLEM, compatible))
                .isEmpty();
        assertThat(problems("GET", "/pvz/v1/points/" + ID, null, 404, PROBLEM, body))
                .isNotEmpty();
        assertThat(problems("GET", "/trips/" + ID, null, 404, PROBLEM, body)).isEmpty();
        assertThat(problems("GET", "/trips/" + ID, null, 404, JSON, body)).isNotEmpty();
    }

    @Test
    void aPathMethodOrStatusThatIsNotThereIsTold() {
        assertThat(problems("GET", "/nowhere", null, 200, JSON, "{}")).isNotEmpty();
        assertThat(problems("DELETE", "/orders", null, 204, null, "")).isNotEmpty();
        assertThat(problems("GET", "/auth/me", null, 206, JSON, "{}")).isNotEmpty();
        assertThat(problems("GET", "/nowhere", null, 404, PROBLEM, "{}")).isEmpty();
    }

    @Test
    void aFixedWordWinsOverAVariable() {
        assertThat(problems("GET", "/trips/delays", null, 200, JSON, "{\"items\":[]}"))
                .isEmpty();
        assertThat(problems(
                        "GET",
                        "/pvz/v1/orders:overdue",
                        null,
                        200,
                        JSON,
                        "{\"items\":[],\"page\":1,\"limit\":20,\"total\":0,\"total_pages\":0}"))
                .isEmpty();
    }

    @Test
    void aVerbWinsOverTheVariableBeforeIt() {
        assertThat(problems("POST", "/pvz/v1/points/" + ID + ":resume", "{}", 204, null, ""))
                .singleElement()
                .asString()
                .contains("status");
    }

    private List<String> problems(
            String method, String target, @Nullable String sent, int status, @Nullable String type, String body) {
        return check.problems(new Exchange(method, target, sent, status, type, body));
    }
}
