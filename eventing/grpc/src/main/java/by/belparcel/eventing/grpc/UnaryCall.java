package by.belparcel.eventing.grpc;

import by.belparcel.eventing.edge.telemetry.Log;
import by.belparcel.eventing.handling.HttpRoute;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** One call from its message to its status. It ends once: with the edge's answer, at its deadline, or when it is cancelled. */
final class UnaryCall extends ServerCall.Listener<Payload> {

    /** gRPC itself resets the stream at the deadline: an answer must be out a moment before. */
    private static final long EARLY_MILLIS = 5;

    private static final Log LOG = new Log("by.belparcel.grpc");

    private final FaceMethod method;
    private final ServerCall<Payload, Payload> call;
    private final Metadata metadata;
    private final HttpHeaders headers = new DefaultHttpHeaders();
    private final @Nullable Deadline deadline = Context.current().getDeadline();
    private final Disposable.Swap running = Disposables.swap();
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Payload request;
    private boolean tooMany;
    private int sent;
    private volatile @Nullable Future<?> timer;

    UnaryCall(FaceMethod method, ServerCall<Payload, Payload> call, Metadata metadata) {
        this.method = method;
        this.call = call;
        this.metadata = metadata;
    }

    @Override
    public void onMessage(Payload message) {
        tooMany = request != null;
        request = message;
    }

    @Override
    public void onHalfClose() {
        try {
            CallHeaders.toHttp(metadata, headers);
            headers.set("x-forwarded-for", CallHeaders.clientAddress(metadata, peer(), method.trustedHops()));
            send(method.mapping().request(message()));
        } catch (CallFailed refused) {
            fail(refused.failure(), CallHeaders.identify(headers));
        } catch (RuntimeException bug) {
            broken(bug);
        }
    }

    @Override
    public void onCancel() {
        if (ended.compareAndSet(false, true)) {
            stop();
            method.ended(Status.Code.CANCELLED.name());
        }
    }

    private DynamicMessage message() {
        Payload payload = request;
        if (payload == null || tooMany) {
            throw malformed("The call has not exactly one message.");
        }
        Status unreadable = payload.unreadable();
        boolean large = unreadable != null && unreadable.getCode() == Status.Code.RESOURCE_EXHAUSTED;
        if (large || payload.bytes().length > method.largest()) {
            throw new CallFailed(tooLarge());
        }
        if (unreadable != null) {
            throw malformed("The message cannot be decompressed.");
        }
        try {
            return DynamicMessage.parseFrom(method.rpc().getInputType(), payload.bytes());
        } catch (InvalidProtocolBufferException e) {
            throw malformed(
                    "The message is not a " + method.rpc().getInputType().getName() + ".");
        }
    }

    private void send(HttpCall http) {
        Deadline until = deadline;
        if (until != null) {
            long left = until.timeRemaining(TimeUnit.MILLISECONDS) - EARLY_MILLIS;
            if (left <= 0) {
                late();
                return;
            }
            timer = method.loops().next().schedule(this::late, left, TimeUnit.MILLISECONDS);
        }
        sent = http.body().length;
        running.update(method.edge().call(http, headers).subscribe(this::answer, this::broken));
        if (ended.get()) {
            stop();
        }
    }

    private void answer(EdgeClient.Answer answer) {
        Metadata out = CallHeaders.toMetadata(answer.headers());
        if (answer.status() >= 300) {
            fail(Problem.read(answer.status(), answer.headers(), answer.body()), out);
            return;
        }
        byte[] message;
        try {
            message = JsonToProto.read(method.rpc().getOutputType(), answer.body())
                    .toByteArray();
        } catch (RuntimeException bug) {
            broken(bug);
            return;
        }
        if (ended.compareAndSet(false, true)) {
            stop();
            method.ended("OK");
            call.sendHeaders(out);
            call.sendMessage(Payload.of(message));
            call.close(Status.OK, new Metadata());
        }
    }

    private void late() {
        fail(
                Failure.of(Status.Code.DEADLINE_EXCEEDED, "TIMEOUT", "The call did not end before its deadline."),
                CallHeaders.identify(headers));
    }

    /** The edge ends the connection of a body that it will not read to its end; the answer may be lost with it. */
    private void broken(Throwable error) {
        boolean connection = error instanceof IOException;
        if (connection && sent > HttpRoute.KIB_64) {
            fail(tooLarge(), CallHeaders.identify(headers));
            return;
        }
        if (!ended.get()) {
            LOG.error("call failed", error, Map.of("method", method.rpc().getFullName()));
        }
        fail(
                connection
                        ? Failure.of(
                                Status.Code.UNAVAILABLE,
                                "DEPENDENCY_UNAVAILABLE",
                                "Something needed is not available now.")
                        : Failure.of(
                                Status.Code.INTERNAL,
                                "INTERNAL_ERROR",
                                "Something went wrong. Please report the x-trace-id."),
                CallHeaders.identify(headers));
    }

    private static Failure tooLarge() {
        return Failure.of(
                Status.Code.RESOURCE_EXHAUSTED, "BODY_TOO_LARGE", "The message is too large for this method.");
    }

    private void fail(Failure failure, Metadata trailers) {
        if (ended.compareAndSet(false, true)) {
            stop();
            method.ended(failure.status().name());
            Trailers.add(trailers, failure);
            call.close(failure.status().toStatus().withDescription(failure.detail()), trailers);
        }
    }

    private void stop() {
        running.dispose();
        Future<?> waiting = timer;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private String peer() {
        return call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress address
                        && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "unknown";
    }

    private static CallFailed malformed(String detail) {
        return new CallFailed(Failure.of(Status.Code.INVALID_ARGUMENT, "MALFORMED_BODY", detail));
    }
}
