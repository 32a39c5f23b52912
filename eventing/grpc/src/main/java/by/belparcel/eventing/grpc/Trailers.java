package by.belparcel.eventing.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import java.util.Map;

/** What a failed call ends with: the code as text, and google.rpc.Status with its details. */
final class Trailers {

    static final Metadata.Key<String> ERROR_CODE = Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
    private static final String DOMAIN = "belparcel.by";
    /** Bytes of each detail: gRPC clients take 8 KiB of trailers by default, and base64 needs a third more. */
    private static final int LARGEST_DETAIL = 2 * 1024;

    private static final int LONGEST = 240;

    private Trailers() {}

    static void add(Metadata trailers, Failure failure) {
        trailers.put(ERROR_CODE, failure.code());
        ErrorInfo.Builder info =
                ErrorInfo.newBuilder().setReason(failure.code()).setDomain(DOMAIN);
        int size = 0;
        for (Map.Entry<String, String> fact : failure.facts().entrySet()) {
            String value = shorten(fact.getValue());
            size += fact.getKey().length() + 3 * value.length();
            if (size < LARGEST_DETAIL) {
                info.putMetadata(fact.getKey(), value);
            }
        }
        Status.Builder status = Status.newBuilder()
                .setCode(failure.status().value())
                .setMessage(failure.detail())
                .addDetails(Any.pack(info.build()));
        if (!failure.fields().isEmpty()) {
            status.addDetails(Any.pack(fields(failure)));
        }
        if (failure.retryAfter() > 0) {
            status.addDetails(Any.pack(RetryInfo.newBuilder()
                    .setRetryDelay(Duration.newBuilder().setSeconds(failure.retryAfter()))
                    .build()));
        }
        trailers.put(DETAILS, status.build().toByteArray());
    }

    private static BadRequest fields(Failure failure) {
        BadRequest.Builder request = BadRequest.newBuilder();
        int size = 0;
        for (Failure.Field field : failure.fields()) {
            BadRequest.FieldViolation violation = BadRequest.FieldViolation.newBuilder()
                    .setField(shorten(field.path()))
                    .setReason(field.code())
                    .setDescription(shorten(field.detail()))
                    .build();
            size += violation.getSerializedSize();
            if (size < LARGEST_DETAIL) {
                request.addFieldViolations(violation);
            }
        }
        return request.build();
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
