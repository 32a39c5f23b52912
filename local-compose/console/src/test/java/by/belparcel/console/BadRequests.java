package by.belparcel.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that nobody with good intentions sends, with the answer that each must get (quality sections 6, 8, 13, 15, 16).
 * Each differs from a request that works in one thing.
 */
final class BadRequests {

    private static final String JSON = "Content-Type: application/json";
    private static final int LIMIT = 256 * 1024;

    private final String token;
    private final List<Bad> all = new ArrayList<>();

    /** @param codes the codes that are right, one of which must come; empty = the gateway answers, which has none */
    record Bad(String name, String request, int status, List<String> codes) {

        @Override
        public String toString() {
            return name;
        }

        RawHttp.Answer send(RawHttp gateway) throws InterruptedException {
            try {
                RawHttp.Answer answer = gateway.send(request);
                while (answer.status() == 429) {
                    TimeUnit.MILLISECONDS.sleep(100);
                    answer = gateway.send(request);
                }
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }

        /** What is wrong with the answer; empty when it is right. */
        String mistake(RawHttp.Answer answer) {
            if (status == RawHttp.CLOSED) {
                return answer.status() == RawHttp.CLOSED ? "" : answer.toString();
            }
            boolean problem = answer.has("content-type: application/problem+json");
            if (answer.status() != status || !problem) {
                return answer.toString();
            }
            JsonNode body = JsonMapper.shared().readTree(answer.body());
            String code = body.path("code").asString("");
            boolean named = !code.equals("VALIDATION_FAILED") && !code.equals("UNKNOWN_FIELD")
                    || !body.path("errors").path(0).path("pointer").asString("").isEmpty();
            boolean rightCode = codes.isEmpty() || codes.contains(code);
            return rightCode && named && body.path("status").asInt() == status ? "" : answer.body();
        }
    }

    /** @param token of a shop */
    BadRequests(String token) {
        this.token = token;
    }

    List<Bad> all() {
        bodies();
        fields();
        media();
        tokens();
        keys();
        paths();
        methods();
        queries();
        wire();
        return all;
    }

    /** The order that would be accepted. */
    static String order() {
        return DemoOrders.order(UUID.randomUUID().toString(), 1);
    }

    private void bodies() {
        body("empty body", "", 400, "MALFORMED_BODY");
        body("half of an object", "{\"a\":", 400, "MALFORMED_BODY");
        body("two documents", order() + order(), 400, "MALFORMED_BODY");
        body("array", "[" + order() + "]", 400, "MALFORMED_BODY");
        body("null", "null", 400, "MALFORMED_BODY");
        body("string", "\"x\"", 400, "MALFORMED_BODY");
        body("NaN", "{\"a\":NaN}", 400, "MALFORMED_BODY");
        body("comment", "/**/" + order(), 400, "MALFORMED_BODY");
        body("nesting of 10 000", "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", 400, "MALFORMED_BODY");
        body("number of 70 digits", order().replace("\"l\": 300", "\"l\": " + "9".repeat(70)), 400, "MALFORMED_BODY");
        body("member twice", order().replace("\"l\": 300", "\"l\": 300, \"l\": 301"), 400, "MALFORMED_BODY");
        body("no UTF-8", "{\"comment\":\"\u00ff\u00fe\"}", 400, "MALFORMED_BODY");
        body("one byte too many", "{\"comment\":\"" + "x".repeat(LIMIT - 13) + "\"}", 413, "BODY_TOO_LARGE");
        body("one MiB", "{\"comment\":\"" + "x".repeat(1024 * 1024) + "\"}", 413, "BODY_TOO_LARGE");
    }

    private void fields() {
        field("infinite number", "\"l\": 300", "\"l\": 1e999999", "VALIDATION_FAILED");
        field("fraction", "\"l\": 300", "\"l\": 300.5", "VALIDATION_FAILED");
        field("number as text", "\"l\": 300", "\"l\": \"300\"", "VALIDATION_FAILED");
        field("negative", "\"l\": 300", "\"l\": -1", "VALIDATION_FAILED");
        field("beyond 64 bits", "\"l\": 300", "\"l\": 99999999999999999999", "VALIDATION_FAILED");
        field("object for text", "\"locale\": \"be\"", "\"locale\": {}", "VALIDATION_FAILED");
        field("NUL in a text", "\"locale\": \"be\"", "\"email\": \"a\\u0000@b.by\"", "VALIDATION_FAILED");
        field("half a surrogate pair", "\"locale\": \"be\"", "\"email\": \"a\\ud800@b.by\"", "VALIDATION_FAILED");
        field("SQL in an id", DemoPlaces.WAREHOUSE, "' or 1=1--", "VALIDATION_FAILED");
        field("SQL in a reference", "\"demo-", "\"'; drop table orders.orders--", "VALIDATION_FAILED");
        field("JNDI in an enum", "CARD_PREPAID", "${jndi:ldap://127.0.0.1/a}", "VALIDATION_FAILED");
        field(
                "state from outside",
                "{\"shop_order_ref\"",
                "{\"state\": \"CONFIRMED\", \"shop_order_ref\"",
                "UNKNOWN_FIELD");
        field("id from outside", "{\"shop_order_ref\"", "{\"id\": \"1\", \"shop_order_ref\"", "UNKNOWN_FIELD");
        field("__proto__", "{\"shop_order_ref\"", "{\"__proto__\": {}, \"shop_order_ref\"", "UNKNOWN_FIELD");
        field("nested unknown field", "\"no\": 1", "\"no\": 1, \"price\": 1", "UNKNOWN_FIELD");
        body(
                "other shop",
                order().replace(
                                "{\"shop_order_ref\"",
                                "{\"shop_id\": \"" + UUID.randomUUID() + "\", \"shop_order_ref\""),
                404,
                "SHOP_NOT_FOUND");
        body(
                "no such warehouse",
                order().replace(DemoPlaces.WAREHOUSE, UUID.randomUUID().toString()),
                404,
                "WAREHOUSE_NOT_FOUND");
    }

    private void media() {
        typed("no media type", 415, "UNSUPPORTED_MEDIA_TYPE");
        typed("text", 415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type: text/plain");
        typed("form", 415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type: application/x-www-form-urlencoded");
        typed("multipart", 415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type: multipart/form-data; boundary=x");
        typed("UTF-16", 415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type: application/json; charset=utf-16");
        typed("gzip", 415, "UNSUPPORTED_MEDIA_TYPE", JSON, "Content-Encoding: gzip");
        typed("event stream wanted", 406, "NOT_ACCEPTABLE", JSON, "Accept: text/event-stream");
    }

    private void tokens() {
        String[] parts = token.split("\\.", -1);
        String none = base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
        authorized("no token", null);
        authorized("basic", "Authorization: Basic eDp4");
        authorized("empty bearer", "Authorization: Bearer ");
        authorized("alg none", "Authorization: Bearer " + none + "." + parts[1] + ".");
        authorized("alg none, old signature", "Authorization: Bearer " + none + "." + parts[1] + "." + parts[2]);
        authorized("no signature", "Authorization: Bearer " + parts[0] + "." + parts[1] + ".");
        authorized("two parts", "Authorization: Bearer " + parts[0] + "." + parts[1]);
        authorized("four parts", "Authorization: Bearer " + token + ".x");
        authorized(
                "payload of an admin",
                "Authorization: Bearer " + parts[0] + "." + base64("{\"role\":\"admin\"}") + "." + parts[2]);
        authorized("padded", "Authorization: Bearer " + token + "=");
        authorized("list of tokens", "Authorization: Bearer " + token + ", Bearer " + token);
        authorized("two headers", "Authorization: Bearer " + token + "\r\nAuthorization: Bearer " + token);
        authorized("token of 9 KiB", "Authorization: Bearer " + token + "x".repeat(9 * 1024));
        add("token in the query", get("/orders?access_token=" + token, "X-Nothing: 1"), 401, "UNAUTHENTICATED");
    }

    private void keys() {
        keyed("no key", 400, "IDEMPOTENCY_KEY_REQUIRED");
        keyed("empty key", 400, "VALIDATION_FAILED,IDEMPOTENCY_KEY_MALFORMED", "Idempotency-Key: ");
        keyed("key of 256", 400, "VALIDATION_FAILED,IDEMPOTENCY_KEY_MALFORMED", "Idempotency-Key: " + "k".repeat(256));
        keyed("key with a space", 400, "VALIDATION_FAILED,IDEMPOTENCY_KEY_MALFORMED", "Idempotency-Key: a b");
        keyed("key that is no ASCII", 400, "VALIDATION_FAILED,IDEMPOTENCY_KEY_MALFORMED", "Idempotency-Key: \u00e9");
        keyed(
                "two keys",
                400,
                "VALIDATION_FAILED,IDEMPOTENCY_KEY_MALFORMED",
                "Idempotency-Key: a",
                "Idempotency-Key: b");
        keyed("list of keys", 400, "VALIDATION_FAILED,IDEMPOTENCY_KEY_MALFORMED", "Idempotency-Key: a, b");
    }

    private void paths() {
        for (String path : List.of(
                "//orders",
                "/./orders",
                "/orders/",
                "/Orders",
                "/%6frders",
                "/orders%2F",
                "/orders/%2e%2e/orders",
                "/orders;jsessionid=1",
                "/actuator/env",
                "/metrics",
                "/healthz",
                "/functionRouter",
                "/placeOrder,quotePrice",
                "/events/authorize-payment-on-order-created",
                "/.env")) {
            add("GET " + path, get(path, bearer()), 404, "");
        }
        add("order that is no id", get("/orders/'%20or%201=1--", bearer()), 404, "NOT_FOUND");
        add("order of nobody", get("/orders/" + UUID.randomUUID(), bearer()), 404, "ORDER_NOT_FOUND,NOT_FOUND");
        add("address of 5 000", get("/orders/" + "a".repeat(5_000), bearer()), 414, "URI_TOO_LONG");
    }

    private void methods() {
        for (String method : List.of("PATCH", "TRACE", "DELETE", "PUT", "PROPFIND", "post")) {
            add(
                    method,
                    method + " /orders HTTP/1.1\r\n" + head(bearer(), "Content-Length: 0"),
                    405,
                    "METHOD_NOT_ALLOWED");
        }
    }

    private void queries() {
        for (String query : List.of(
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=1&limit=2",
                "limit=%ff",
                "limit=%00",
                "LIMIT=1",
                "sort=id",
                "page=2",
                "state=NONE",
                "shop=x",
                "created_from=yesterday",
                "created_from=%2B999999999-12-31T00:00:00Z")) {
            add("?" + query, get("/orders?" + query, bearer()), 400, "VALIDATION_FAILED");
        }
        add(
                "forged cursor",
                get("/orders?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", bearer()),
                400,
                "CURSOR_MISMATCH,VALIDATION_FAILED");
        add("300 parameters", get("/orders?" + "a=1&".repeat(300) + "a=1", bearer()), 400, "VALIDATION_FAILED");
    }

    private void wire() {
        String head = head(bearer(), JSON, "Idempotency-Key: wire");
        String post = "POST /orders HTTP/1.1\r\n" + head.substring(0, head.length() - 2);
        add("two lengths", post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}xxx", 400, "");
        add("length that is no number", post + "Content-Length: 4x\r\n\r\n{}xx", 400, "");
        add("unknown transfer coding", post + "Transfer-Encoding: xchunked\r\n\r\n{}", 400, "");
        // The order of bytes is lost in the middle of a body: nothing but the end of the connection is safe.
        add("chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", RawHttp.CLOSED, "");
        add(
                "chunked and too large",
                post + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LIMIT + 1) + "\r\n"
                        + "x".repeat(LIMIT + 1) + "\r\n0\r\n\r\n",
                413,
                "BODY_TOO_LARGE");
        add(
                "20 KiB of headers",
                get("/orders", bearer(), "X-Long: " + "x".repeat(20 * 1024)),
                431,
                "HEADERS_TOO_LARGE");
    }

    private void body(String name, String utf8, int status, String codes) {
        add(name, post(latin1(utf8), bearer(), JSON, key()), status, codes);
    }

    private void field(String name, String good, String bad, String code) {
        String order = order();
        if (!order.contains(good)) {
            throw new IllegalArgumentException("the order has no " + good);
        }
        body(
                name,
                order.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad)),
                400,
                code);
    }

    private void typed(String name, int status, String code, String... headers) {
        add(name, post(latin1(order()), with(headers, bearer(), key())), status, code);
    }

    private void authorized(String name, @org.jspecify.annotations.Nullable String header) {
        String[] headers = header == null ? new String[] {JSON, key()} : new String[] {JSON, key(), header};
        add(name, post(latin1(order()), headers), 401, "UNAUTHENTICATED");
    }

    private void keyed(String name, int status, String codes, String... headers) {
        add(name, post(latin1(order()), with(headers, bearer(), JSON)), status, codes);
    }

    private void add(String name, String request, int status, String codes) {
        all.add(new Bad(name, request, status, codes.isEmpty() ? List.of() : List.of(codes.split(",", -1))));
    }

    private String bearer() {
        return "Authorization: Bearer " + token;
    }

    private static String key() {
        return "Idempotency-Key: " + UUID.randomUUID();
    }

    private static String[] with(String[] some, String... more) {
        List<String> both = new ArrayList<>(List.of(some));
        both.addAll(List.of(more));
        return both.toArray(String[]::new);
    }

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\n" + head(headers);
    }

    private static String post(String body, String... headers) {
        return request("POST", "/orders", body, headers);
    }

    /** @param body one character a byte */
    static String request(String method, String path, String body, String... headers) {
        return method + " " + path + " HTTP/1.1\r\n" + head(with(headers, "Content-Length: " + body.length())) + body;
    }

    private static String head(String... headers) {
        StringBuilder text = new StringBuilder("Host: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    /** One character a byte; what is a byte already (the broken UTF-8) stays. */
    private static String latin1(String text) {
        return text.chars().anyMatch(c -> c > 0xff)
                ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                : text;
    }

    private static String base64(String json) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
