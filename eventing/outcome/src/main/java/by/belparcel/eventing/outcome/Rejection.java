package by.belparcel.eventing.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A business "no": not an error of the program. The edge turns it into problem+json in one place.
 *
 * @param kind decides the HTTP status
 * @param code stable, UPPER_SNAKE
 * @param detail a sentence for people, without secrets
 * @param errors invalid fields, empty unless the kind is {@link Kind#INVALID}
 * @param members further members of the answer, such as {@code current_version}
 */
public record Rejection(Kind kind, String code, String detail, List<FieldError> errors, Map<String, Object> members) {

    /** Problems of one field that have a code of their own in the tables of bad inputs (domain documents). */
    private static final Set<String> NAMED =
            Set.of("UNKNOWN_FIELD", "INVALID_PHONE", "CURRENCY_NOT_SUPPORTED", "DATE_OUT_OF_RANGE");

    /** The class of refusal and the HTTP status that it answers. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        GONE(410),
        PRECONDITION_FAILED(412),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        RULE(422),
        PRECONDITION_REQUIRED(428),
        RATE_LIMITED(429),
        INTERNAL(500),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public Rejection {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }

    public static Rejection of(Kind kind, String code, String detail) {
        return new Rejection(kind, code, detail, List.of(), Map.of());
    }

    /** When all problems share one of the codes that the domain names for a whole answer, the answer has that code. */
    public static Rejection invalid(List<FieldError> errors) {
        String first = errors.isEmpty() ? "" : errors.getFirst().code();
        boolean named =
                NAMED.contains(first) && errors.stream().allMatch(e -> e.code().equals(first));
        String code = named ? first : "VALIDATION_FAILED";
        return new Rejection(Kind.INVALID, code, "The request has invalid fields.", errors, Map.of());
    }

    public static Rejection invalid(FieldError error) {
        return invalid(List.of(error));
    }

    public static Rejection notFound(String thing) {
        return of(
                Kind.NOT_FOUND,
                thing + "_NOT_FOUND",
                "There is no such " + thing.toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ".");
    }

    public static Rejection forbidden(String detail) {
        return of(Kind.FORBIDDEN, "FORBIDDEN", detail);
    }

    /** Wrong state: 409 with the present state and the states in which the command is allowed. */
    public static Rejection invalidState(String state, List<String> allowed) {
        return of(Kind.CONFLICT, "INVALID_STATE", "The command is not allowed in state " + state + ".")
                .with("state", state)
                .with("allowed", allowed);
    }

    public static Rejection versionConflict(long currentVersion) {
        return of(Kind.CONFLICT, "VERSION_CONFLICT", "Somebody else changed it first.")
                .with("current_version", currentVersion);
    }

    public static Rejection rule(String code, String detail) {
        return of(Kind.RULE, code, detail);
    }

    /** The same rejection with one more member in the answer. */
    public Rejection with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Rejection(kind, code, detail, errors, more);
    }
}
