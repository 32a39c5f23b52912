package by.belparcel.eventing.grpc;

import io.grpc.Status;
import java.util.List;
import java.util.Map;

/** A call that fails before its HTTP request exists. */
final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    CallFailed(Failure failure) {
        super(failure.code(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }

    static CallFailed invalidField(String field, String code, String detail) {
        return new CallFailed(new Failure(
                Status.Code.INVALID_ARGUMENT,
                "VALIDATION_FAILED",
                "The request has invalid fields.",
                List.of(new Failure.Field(field, code, detail)),
                Map.of(),
                0));
    }
}
