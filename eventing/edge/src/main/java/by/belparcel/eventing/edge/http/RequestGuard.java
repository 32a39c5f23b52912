package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Trace;
import by.belparcel.eventing.outcome.Rejection;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands right behind the HTTP codec and answers what never becomes a request: undecodable bytes, too long lines and
 * headers, and requests that are not there in time. Every answer is problem+json and closes the connection.
 */
final class RequestGuard extends ChannelDuplexHandler {

    private final Duration timeout;
    private final Runnable refused;
    private @Nullable Future<?> deadline;
    private boolean answering;
    private boolean closed;

    RequestGuard(Duration timeout, Runnable refused) {
        this.timeout = timeout;
        this.refused = refused;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expect(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        cancel();
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (closed) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpObject object && object.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            answer(context, statusOf(object.decoderResult().cause()));
            return;
        }
        if (message instanceof HttpRequest) {
            answering = false;
            expect(context);
        }
        if (message instanceof LastHttpContent) {
            cancel();
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse) {
            answering = true;
        }
        super.write(context, message, promise);
    }

    private void expect(ChannelHandlerContext context) {
        cancel();
        deadline = context.executor().schedule(() -> late(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void late(ChannelHandlerContext context) {
        if (answering) {
            closed = true;
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            answer(context, HttpResponseStatus.REQUEST_TIMEOUT);
        }
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void answer(ChannelHandlerContext context, HttpResponseStatus status) {
        cancel();
        closed = true;
        refused.run();
        Trace trace = new Trace(
                TraceHeaders.newTraceId(), TraceHeaders.newSpanId(), null, true, null, TraceHeaders.newCorrelationId());
        byte[] body = Problems.write(status.code(), rejection(status), trace, null, Language.EN);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, "close")
                .set("x-trace-id", trace.traceUuid())
                .set("x-correlation-id", trace.correlationId());
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private static HttpResponseStatus statusOf(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return HttpResponseStatus.REQUEST_URI_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException
                ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                : HttpResponseStatus.BAD_REQUEST;
    }

    private static Rejection rejection(HttpResponseStatus status) {
        String code;
        String detail;
        switch (status.code()) {
            case 408 -> {
                code = "REQUEST_TIMEOUT";
                detail = "The request did not arrive in time.";
            }
            case 414 -> {
                code = "URI_TOO_LONG";
                detail = "The request line is too long.";
            }
            case 431 -> {
                code = "HEADERS_TOO_LARGE";
                detail = "The request headers are too large.";
            }
            default -> {
                code = "MALFORMED_REQUEST";
                detail = "The request is not well-formed HTTP.";
            }
        }
        return Rejection.of(Rejection.Kind.INVALID, code, detail);
    }
}
