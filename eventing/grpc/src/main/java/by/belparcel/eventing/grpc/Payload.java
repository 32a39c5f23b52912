package by.belparcel.eventing.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a message as they are: what cannot be read is the caller's mistake and is answered as such, while a marshaller
 * that throws ends the call as UNKNOWN or INTERNAL.
 *
 * @param unreadable why there are no bytes, null when there are
 */
record Payload(byte[] bytes, @Nullable Status unreadable) {

    static final MethodDescriptor.Marshaller<Payload> MARSHALLER = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(Payload value) {
            return new ByteArrayInputStream(value.bytes());
        }

        @Override
        public Payload parse(InputStream stream) {
            return read(stream);
        }
    };

    static Payload of(byte[] bytes) {
        return new Payload(bytes, null);
    }

    private static Payload read(InputStream stream) {
        try {
            return of(stream.readAllBytes());
        } catch (StatusRuntimeException tooLarge) {
            return new Payload(new byte[0], tooLarge.getStatus());
        } catch (IOException damaged) {
            return new Payload(new byte[0], Status.INVALID_ARGUMENT);
        }
    }
}
