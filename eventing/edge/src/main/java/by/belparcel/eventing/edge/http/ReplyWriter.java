package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Trace;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.Reply;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Faults;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Writes answers. Only headers of an allow-list leave the process, and none with a control character. */
final class ReplyWriter {

    private static final String JSON = "application/json";
    private static final boolean HALVES =
            System.getProperty("belchaos.halt", "").startsWith("C8:");
    private static final Set<String> ALLOWED = Set.of(
            "content-type",
            "content-encoding",
            "content-disposition",
            "content-security-policy",
            "referrer-policy",
            "vary",
            "location",
            "etag",
            "retry-after",
            "idempotency-replayed",
            "cache-control",
            "link",
            "www-authenticate",
            "ratelimit",
            "ratelimit-policy",
            "connection",
            "allow",
            "deprecation",
            "sunset",
            "set-cookie");

    private final Cors cors;
    private final CompatibleCodes codes;

    ReplyWriter(Cors cors, CompatibleCodes codes) {
        this.cors = cors;
        this.codes = codes;
    }

    Publisher<Void> reply(Exchange exchange, Reply reply) {
        return reply instanceof Reply.Answer answer
                ? answer(exchange, answer)
                : refusal(exchange, (Reply.Refusal) reply);
    }

    /** 204 without a body and without any event attribute: a body or ce-* header would be taken for a new event. */
    Publisher<Void> acknowledged(Exchange exchange) {
        begin(exchange, 204);
        return exchange.response.send();
    }

    Publisher<Void> notAcknowledged(Exchange exchange, EventReply reply) {
        HttpHeaders headers = begin(exchange, reply.status());
        headers.set(HttpHeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE);
        return body(exchange, reply.body());
    }

    Publisher<Void> plain(Exchange exchange, int status, String contentType, byte[] body) {
        HttpHeaders headers = begin(exchange, status);
        headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        headers.set("cache-control", "no-store");
        return body(exchange, body);
    }

    /** A refusal with a status that no function knows, such as 426. */
    Publisher<Void> refused(Exchange exchange, int status, Rejection rejection, Map<String, String> more) {
        HttpHeaders headers = begin(exchange, status);
        headers.set("cache-control", "no-store");
        headers.set(HttpHeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE);
        more.forEach(headers::set);
        String path = exchange.path == null ? null : exchange.path.text();
        Language language = Language.of(exchange.header("accept-language"));
        return body(exchange, Problems.write(status, rejection, exchange.notes.trace(), path, language));
    }

    /** Head of an answer that goes on until somebody ends it. */
    void beginStream(Exchange exchange) {
        HttpHeaders headers = begin(exchange, 200);
        cors.mark(exchange.header("origin"), headers);
        headers.set("cache-control", "no-store");
        headers.set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream;charset=utf-8");
        headers.set("x-accel-buffering", "no");
        exchange.response.keepAlive(false);
        exchange.response.chunkedTransfer(true);
    }

    Publisher<Void> options(Exchange exchange, Set<String> allowed) {
        HttpHeaders headers = begin(exchange, 204);
        headers.set("allow", String.join(", ", allowed));
        cors.preflight(exchange.header("origin"), allowed, headers);
        return exchange.response.send();
    }

    private Publisher<Void> answer(Exchange exchange, Reply.Answer answer) {
        HttpHeaders headers = begin(exchange, answer.status());
        cors.mark(exchange.header("origin"), headers);
        headers.set("cache-control", "no-store");
        copy(answer.headers(), headers);
        limits(exchange, headers);
        if (answer.status() == 204 || answer.status() == 304) {
            return exchange.response.send();
        }
        if (!headers.contains(HttpHeaderNames.CONTENT_TYPE)) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, JSON);
        }
        return body(exchange, answer.body());
    }

    private Publisher<Void> refusal(Exchange exchange, Reply.Refusal refusal) {
        String path = exchange.path == null ? null : exchange.path.text();
        int status = codes.status(path, refusal.rejection());
        Trace trace = exchange.notes.trace();
        HttpHeaders headers = begin(exchange, status);
        cors.mark(exchange.header("origin"), headers);
        headers.set("cache-control", "no-store");
        headers.set(HttpHeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE);
        limits(exchange, headers);
        if (status == 503) {
            headers.set("retry-after", "1");
        }
        if (refusal.rejection().members().get("retry_after") instanceof Number seconds) {
            headers.set("retry-after", seconds.toString());
        }
        copy(refusal.headers(), headers);
        byte[] body = exchange.isEvent()
                ? Problems.writeShort(status, refusal.rejection(), trace)
                : Problems.write(
                        status, refusal.rejection(), trace, path, Language.of(exchange.header("accept-language")));
        return body(exchange, body);
    }

    private static HttpHeaders begin(Exchange exchange, int status) {
        exchange.response.status(status);
        HttpHeaders headers = exchange.response.responseHeaders();
        Trace trace = exchange.notes.trace();
        headers.set("x-trace-id", trace.traceUuid());
        headers.set("x-correlation-id", trace.correlationId());
        headers.set("x-content-type-options", "nosniff");
        return headers;
    }

    private static void limits(Exchange exchange, HttpHeaders headers) {
        RateLimits.Left left = exchange.left;
        if (left != null && left.perSecond() > 0) {
            headers.set("ratelimit-policy", "\"" + left.policy() + "\";q=" + left.perSecond() + ";w=1");
            headers.set("ratelimit", "\"" + left.policy() + "\";r=" + left.remaining() + ";t=1");
        }
    }

    private static void copy(Map<String, String> from, HttpHeaders headers) {
        from.forEach((name, value) -> {
            String lower = name.toLowerCase(java.util.Locale.ROOT);
            if (ALLOWED.contains(lower) && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
                headers.set(lower, value);
            }
        });
    }

    private static Publisher<Void> body(Exchange exchange, byte[] body) {
        HttpServerResponse response = exchange.response;
        response.responseHeaders().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (exchange.method().equals("HEAD")) {
            return response.send();
        }
        return HALVES && body.length > 1 ? halves(response, body) : response.sendObject(Unpooled.wrappedBuffer(body));
    }

    /** Only while a chaos run asks for fault point C8, response half written. */
    private static Publisher<Void> halves(HttpServerResponse response, byte[] body) {
        int half = body.length / 2;
        Flux<ByteBuf> parts = Flux.concat(
                Mono.just(Unpooled.wrappedBuffer(body, 0, half)),
                Mono.delay(java.time.Duration.ofMillis(50)).map(tick -> {
                    Faults.reach("C8");
                    return Unpooled.wrappedBuffer(body, half, body.length - half);
                }));
        return response.send(parts, part -> true);
    }
}
