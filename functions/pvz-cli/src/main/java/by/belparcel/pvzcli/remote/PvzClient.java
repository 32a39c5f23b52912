package by.belparcel.pvzcli.remote;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls with token, language, deadline and, for commands, an idempotency key that stays the same when a call is repeated. */
public final class PvzClient {

    private static final Metadata.Key<String> AUTHORIZATION = header("authorization");
    private static final Metadata.Key<String> LANGUAGE = header("accept-language");
    private static final Metadata.Key<String> KEY = header("idempotency-key");
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Channel channel;
    private final CallSettings settings;

    PvzClient(Channel channel, CallSettings settings) {
        this.channel = channel;
        this.settings = settings;
    }

    /**
     * Sends a query or the command that this line is.
     *
     * @throws RefusedException when the pick-up point says no
     * @throws UnreachableException when it does not answer
     */
    public <Q, R> R call(MethodDescriptor<Q, R> method, Q request) {
        return call(method, request, "");
    }

    /** @param step tells commands of one line apart in the idempotency key, so that repeating the line repeats each of them */
    public <Q, R> R call(MethodDescriptor<Q, R> method, Q request, String step) {
        Channel with = ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers(step)));
        for (int attempt = 0; ; attempt++) {
            try {
                return ClientCalls.blockingUnaryCall(with, method, options(), request);
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Status.Code.UNAVAILABLE || attempt >= settings.retries()) {
                    throw Failures.of(e);
                }
                LockSupport.parkNanos(FIRST_PAUSE_NANOS << Math.min(attempt, 5));
            }
        }
    }

    private CallOptions options() {
        return CallOptions.DEFAULT.withDeadlineAfter(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Metadata headers(String step) {
        Metadata headers = new Metadata();
        if (!settings.token().isEmpty()) {
            headers.put(AUTHORIZATION, "Bearer " + settings.token());
        }
        headers.put(LANGUAGE, settings.language());
        headers.put(KEY, settings.key() + step);
        return headers;
    }

    private static Metadata.Key<String> header(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
