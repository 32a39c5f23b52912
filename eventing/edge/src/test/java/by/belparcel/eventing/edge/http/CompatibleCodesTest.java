package by.belparcel.eventing.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.call.Trace;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CompatibleCodesTest {

    private static final Trace TRACE =
            new Trace("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", null, true, null, "c");

    @ParameterizedTest // domain README 4.5
    @CsvSource({
        "false, /pvz/v1/orders:process, STORAGE_EXPIRED, 422",
        "true, /pvz/v1/orders:process, STORAGE_EXPIRED, 412",
        "true, /pvz/v1/orders:accept, WEIGHT_TOO_HEAVY, 412",
        "true, /pvz/v1/orders:accept, WRONG_PVZ, 422",
        "true, /orders, WEIGHT_TOO_HEAVY, 422",
    })
    void changesTwoCodesOfTheProfileOnly(String on, String path, String code, int status) {
        CompatibleCodes codes = CompatibleCodes.from(new Settings(Map.of("ROUTE256_HTTP_CODES", on)));

        assertThat(codes.status(path, Rejection.rule(code, "No."))).isEqualTo(status);
    }

    @Test
    void isOffByDefault() {
        CompatibleCodes codes = CompatibleCodes.from(new Settings(Map.of()));

        assertThat(codes.status("/pvz/v1/orders:accept", Rejection.rule("STORAGE_EXPIRED", "No.")))
                .isEqualTo(422);
    }

    @ParameterizedTest // domain README 4.5: clients of the pick-up point's contract read "error"
    @CsvSource({"/pvz/v1/orders:accept, true", "/pvz/v10/orders, false", "/orders, false"})
    void repeatsCodeAndMessageForClientsOfThePickUpPoint(String path, boolean repeated) {
        byte[] problem =
                Problems.write(422, Rejection.rule("WRONG_PVZ", "It lies elsewhere."), TRACE, path, Language.EN);

        JsonNode error = Json.mapper().readTree(problem).path("error");

        assertThat(error.isObject()).isEqualTo(repeated);
        assertThat(error.path("code").asString("none")).isEqualTo(repeated ? "WRONG_PVZ" : "none");
        assertThat(error.path("message").asString("none")).isEqualTo(repeated ? "It lies elsewhere." : "none");
    }
}
