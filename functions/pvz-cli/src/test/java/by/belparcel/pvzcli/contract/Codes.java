package by.belparcel.pvzcli.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Domain pickup-points.md 3.5 and README 4.5: a code's HTTP and gRPC status. */
final class Codes {

    private static final Map<String, String[]> ROWS = new HashMap<>();

    static {
        row("200", "OK", "OK");
        row(
                "400",
                "INVALID_ARGUMENT",
                "VALIDATION_FAILED",
                "INVALID_PACKAGE",
                "DUPLICATE_ORDER_ID",
                "PAGINATION_CONFLICT");
        row("404", "NOT_FOUND", "ORDER_NOT_FOUND", "PVZ_NOT_FOUND");
        row("409", "ALREADY_EXISTS", "ORDER_ALREADY_EXISTS");
        row(
                "409",
                "FAILED_PRECONDITION",
                "ORDER_ALREADY_ISSUED",
                "ORDER_NOT_ISSUED",
                "ALREADY_RETURNED_TO_COURIER",
                "INVALID_STATE",
                "CELL_TAKEN");
        row(
                "422",
                "FAILED_PRECONDITION",
                "WEIGHT_TOO_HEAVY",
                "STORAGE_EXPIRED",
                "STORAGE_NOT_EXPIRED",
                "RETURN_WINDOW_EXPIRED",
                "WRONG_PVZ",
                "ORDERS_BELONG_TO_DIFFERENT_CLIENTS",
                "PAYMENT_REQUIRED",
                "PVZ_CAPACITY_EXCEEDED",
                "VERIFICATION_EXPIRED",
                "CODE_INVALID",
                "EXTENSION_LIMIT_REACHED");
        row("429", "RESOURCE_EXHAUSTED", "RATE_LIMITED");
        row("413", "RESOURCE_EXHAUSTED", "BODY_TOO_LARGE");
        row("401", "UNAUTHENTICATED", "UNAUTHENTICATED");
    }

    private Codes() {}

    private static void row(String http, String grpc, String... codes) {
        for (String code : codes) {
            ROWS.put(code, new String[] {http, grpc});
        }
    }

    static String http(String code) {
        return Objects.requireNonNull(ROWS.get(code), code)[0];
    }

    static String grpc(String code) {
        return Objects.requireNonNull(ROWS.get(code), code)[1];
    }
}
