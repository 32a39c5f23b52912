package by.belparcel.pvzcli.remote;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a failed call: the code of the domain stands in the details (google.rpc.ErrorInfo), wrong fields in google.rpc.BadRequest. */
final class Failures {

    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private Failures() {}

    static RuntimeException of(StatusRuntimeException failure) {
        Status status = failure.getStatus();
        String message = message(status);
        String code = "";
        List<String> fields = new ArrayList<>();
        for (Any detail : details(failure.getTrailers())) {
            try {
                if (detail.is(ErrorInfo.class)) {
                    code = detail.unpack(ErrorInfo.class).getReason();
                } else if (detail.is(BadRequest.class)) {
                    detail.unpack(BadRequest.class)
                            .getFieldViolationsList()
                            .forEach(wrong -> fields.add(wrong.getField() + ": " + wrong.getDescription()));
                }
            } catch (InvalidProtocolBufferException e) {
                // A detail that is no detail says nothing.
            }
        }
        return switch (status.getCode()) {
            // What gRPC says of it are its own measurements.
            case DEADLINE_EXCEEDED -> new UnreachableException("TIMEOUT", "deadline exceeded");
            case UNAVAILABLE -> new UnreachableException(code.isEmpty() ? "UNAVAILABLE" : code, message);
            case CANCELLED, UNKNOWN, INTERNAL, DATA_LOSS, UNIMPLEMENTED ->
                new UnreachableException(code.isEmpty() ? status.getCode().name() : code, message);
            default -> new RefusedException(code.isEmpty() ? status.getCode().name() : code, message, fields);
        };
    }

    /** The first line: what the transport adds to it is not for people. */
    private static String message(Status status) {
        String text = status.getDescription();
        return text == null || text.isBlank()
                ? status.getCode().name()
                : text.strip().lines().findFirst().orElse("");
    }

    private static List<Any> details(@Nullable Metadata trailers) {
        byte[] bytes = trailers == null ? null : trailers.get(DETAILS);
        if (bytes == null) {
            return List.of();
        }
        try {
            return com.google.rpc.Status.parseFrom(bytes).getDetailsList();
        } catch (InvalidProtocolBufferException e) {
            return List.of();
        }
    }
}
