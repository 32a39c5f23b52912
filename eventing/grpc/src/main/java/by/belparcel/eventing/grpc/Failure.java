package by.belparcel.eventing.grpc;

import io.grpc.Status;
import java.util.List;
import java.util.Map;

/**
 * Why a call did not succeed.
 *
 * @param code stable code of the domain
 * @param detail a sentence for people
 * @param fields invalid fields, in the proto's notation
 * @param facts further members of the problem that are plain values
 * @param retryAfter seconds, 0 = not said
 */
record Failure(
        Status.Code status,
        String code,
        String detail,
        List<Field> fields,
        Map<String, String> facts,
        long retryAfter) {

    /** @param path such as {@code orders[3].weight} */
    record Field(String path, String code, String detail) {}

    static Failure of(Status.Code status, String code, String detail) {
        return new Failure(status, code, detail, List.of(), Map.of(), 0);
    }
}
