package by.belparcel.operations.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryFailureTest {

    private static final String URL =
            "http://payments-events.belparcel.svc.cluster.local/events/authorize-payment-on-order-created";

    @ParameterizedTest
    @CsvSource({
        "400, SCHEMA, SCHEMA, SCHEMA",
        "422, UNKNOWN_TYPE, UNKNOWN_TYPE, UNKNOWN_TYPE",
        "422, TEMPLATE_NOT_FOUND, BUSINESS, TEMPLATE_NOT_FOUND",
        "503, SEQUENCE_GAP, SEQUENCE_GAP, SEQUENCE_GAP",
        "503, DEPENDENCY_UNAVAILABLE, EXCEPTION, DEPENDENCY_UNAVAILABLE",
        "422, INTERNAL_ERROR, EXCEPTION, INTERNAL_ERROR",
    })
    void readsTheReasonFromStatusAndCode(String status, String code, String reason, String errorClass) {
        DeliveryFailure failure = failure(status, "{\"code\":\"" + code + "\",\"detail\":\"no\"}");

        assertThat(failure.consumer()).isEqualTo("authorizePaymentOnOrderCreated");
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.errorClass()).isEqualTo(errorClass);
    }

    @Test // code and data are absent when nobody answered
    void callsAMissingAnswerATimeout() {
        DeliveryFailure failure = DeliveryFailure.from(Map.of(DeliveryFailure.DESTINATION, URL));

        assertThat(failure.reason()).isEqualTo("TIMEOUT");
        assertThat(failure.errorText()).isEmpty();
    }

    @Test
    void takesARecordThatNobodyFailedOnForAForeignOne() {
        assertThat(DeliveryFailure.from(Map.of()).errorClass()).isEqualTo("NO_CLOUDEVENT");
    }

    @Test
    void keepsABodyThatIsNoProblemAndNoBase64() {
        assertThat(failure("500", "oops").errorClass()).isEqualTo("HTTP_500");
        assertThat(DeliveryFailure.from(Map.of(DeliveryFailure.DATA, "%%%")).errorText())
                .isEqualTo("%%%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://nobody/", "http://nobody/events/"})
    void shortensAnEndlessDestination(String start) {
        assertThat(DeliveryFailure.from(Map.of(DeliveryFailure.DESTINATION, start + "x".repeat(5_000)))
                        .consumer())
                .hasSize(200);
    }

    @Test
    void groupsFailuresThatDifferInIdsAndNumbersOnly() {
        String one = "{\"code\":\"X\",\"detail\":\"order 01a1f850-500e-73de-9b17-72b7cdc88b07 waits 3 s\"}";
        String two = "{\"code\":\"X\",\"detail\":\"order 02b1f850-500e-73de-9b17-72b7cdc88b07 waits 17 s\"}";

        assertThat(Fingerprint.of("t", failure("503", one))).isEqualTo(Fingerprint.of("t", failure("503", two)));
        assertThat(Fingerprint.of("t", failure("503", one))).isNotEqualTo(Fingerprint.of("u", failure("503", one)));
    }

    private static DeliveryFailure failure(String status, String body) {
        return DeliveryFailure.from(Map.of(
                DeliveryFailure.DESTINATION, URL,
                DeliveryFailure.CODE, status,
                DeliveryFailure.DATA, Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))));
    }
}
