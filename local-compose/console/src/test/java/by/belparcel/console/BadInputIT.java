package by.belparcel.console;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.bench.OwnSystem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything wrong that can come in from outside, against the whole product: refused clearly, without effect, without a 500. */
class BadInputIT {

    private static final String ORDER_CREATED = "by.belparcel.order.created.v1";
    private static final String CONSUMER = "authorizePaymentOnOrderCreated";
    private static final String EVENT_PATH = "/belparcel/payments-events/events/authorize-payment-on-order-created";

    private static OwnSystem system;
    private static LocalTokens tokens;
    private static String token;
    private static RawHttp gateway;

    @Nullable
    private static AssignedTrip assigned;

    @BeforeAll
    static void start() throws Exception {
        system = OwnSystem.start();
        tokens = new LocalTokens(system.running());
        token = tokens.issue("shop", "attacker", Map.of("shop_id", List.of(DemoPlaces.SHOP)));
        gateway = new RawHttp(system.running().port());
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test // S-001..S-033, S-055, S-056, S-070, S-080, S-138, S-171, H-01, H-02, H-20, H-32
    void everyBadRequestIsRefusedAsAProblemAndHasNoEffect() throws Exception {
        assertThat(gateway.send(good()).status())
                .as("the request that all others differ from")
                .isEqualTo(201);
        Counts before = Counts.of(system.running());
        Map<String, String> wrong = new LinkedHashMap<>();
        List<BadRequests.Bad> all = new BadRequests(token).all();
        for (BadRequests.Bad bad : all) {
            String mistake = bad.mistake(bad.send(gateway));
            if (!mistake.isEmpty()) {
                wrong.put(bad.name(), mistake);
            }
        }

        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        assertThat(wrong).isEmpty();
        assertThat(Counts.of(system.running())).isEqualTo(before);
        assertThat(gateway.send(good()).status()).as("others are still served").isEqualTo(201);
    }

    @Test // S-050, S-053, S-054, S-055, S-090, S-122, S-123, D7, D12; must-show list of delivery.md sections 5 and 6
    void nobodyDoesToTripsAndPositionsWhatIsNotAllowed() throws Exception {
        AssignedTrip trip = trip();
        String states =
                "select sum(version) + (select count(*) from eventing.idempotency) + (select count(*) from tracking.share_link)"
                        + " + (select count(*) from batching.changes) + (select count(*) from carriers.changes) from trips.trip";
        long before = count(states);
        Map<String, String> wrong = new LinkedHashMap<>();
        for (BadRequests.Bad bad : new DeliveryBadRequests(trip, BadInputIT::tokenOf).all()) {
            RawHttp.Answer answer = bad.send(gateway);
            String mistake = bad.mistake(answer);
            boolean silent =
                    bad.name().startsWith("unknown value") && !answer.body().contains("\"limit\":");
            if (!mistake.isEmpty() || silent) {
                wrong.put(bad.name(), silent ? "allowed values are missing: " + answer.body() : mistake);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(count(states)).isEqualTo(before);
    }

    @Test // D12: one bad position does not shut out the others
    void aBrokenPositionIsRefusedForItselfAmongOthers() throws Exception {
        List<String> places = DeliveryBadRequests.brokenPlaces();
        StringBuilder fixes = new StringBuilder("[" + DeliveryBadRequests.fix("53.9", 0));
        for (int i = 0; i < places.size(); i++) {
            fixes.append(", ").append(DeliveryBadRequests.fix(places.get(i), i + 1));
        }
        ApiClient carrier = new ApiClient(system.running().address(), trip().token());
        AtomicReference<JsonNode> answer = new AtomicReference<>();

        // Tracking learns of a carrier by his first event.
        until(
                () -> {
                    ApiClient.Answer last = carrier.post(
                            "/carrier/locations", UUID.randomUUID().toString(), "{\"fixes\": " + fixes + "]}");
                    answer.set(last.body());
                    return last.status();
                },
                () -> 202);

        assertThat(answer.get()
                        .path("results")
                        .valueStream()
                        .map(line -> line.path("code").asString(""))
                        .toList())
                .startsWith("NOT_IN_TRANSIT")
                .filteredOn(code -> code.equals("INVALID_FIX"))
                .hasSize(places.size());
    }

    @Test // S-123, S-125, S-127: each with the code that ends it
    void everyBadClientOfTheLiveMapIsSentAway() throws Exception {
        BadSockets sockets = new BadSockets(system.running(), tokens);

        assertThat(sockets.all()).isEmpty();
        assertThat(count(
                        "with late as (update tracking.ws_ticket set expires_at = now() - interval '1 second' returning 1)"
                                + " select count(*) from late"))
                .as("the ticket that was kept")
                .isPositive();
        assertThat(sockets.late()).as("expired").isEqualTo(4401);
        assertThat(sockets.six()).as("the sixth of a user").isEqualTo(4429);
    }

    @Test // S-050: another shop's order is not there, in every way to ask for it
    void anotherShopSeesNothingOfAnOrder() throws Exception {
        String placed = gateway.send(good()).body();
        String id = JsonMapper.shared().readTree(placed).path("id").asString();
        String other =
                tokens.issue("shop", "other", Map.of("shop_id", List.of("0190a002-0000-7000-8000-000000000002")));
        ApiClient stranger = new ApiClient(system.running().address(), other);

        for (String path : List.of("", "/timeline", "/workflow", "/payment")) {
            assertThat(stranger.get("/orders/" + id + path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/pickup-code", "/pickup-ticket")) {
            assertThat(stranger.get("/orders/" + id + path).status()).as(path).isIn(403, 404);
        }
        assertThat(stranger.post("/orders/" + id + "/cancel", id, "{\"reason\": \"SHOP_REQUEST\"}")
                        .status())
                .isIn(400, 404);
        assertThat(stranger.get("/orders").body().toString()).doesNotContain(id);
    }

    @Test // S-164, S-165, S-173: answered so that nobody tries again
    void aMalformedEventIsRefusedForGood() throws Exception {
        RawHttp cluster = new RawHttp(system.running().clusterPort());

        for (Map.Entry<String, String> change : brokenAttributes().entrySet()) {
            Map<String, String> headers = event("direct-" + change.getKey());
            headers.put(change.getKey(), change.getValue());
            RawHttp.Answer answer = cluster.send(delivery(EVENT_PATH, headers, "{}"));
            assertThat(answer.status()).as(change.toString()).isIn(400, 413, 415, 422, 431);
            assertThat(answer.has("content-type: application/problem+json"))
                    .as(change.toString())
                    .isTrue();
        }
        for (String path : List.of("/events/nothing", "/functionRouter", "/actuator/env", "/events/a,b", "/")) {
            String elsewhere = "/belparcel/payments-events" + path;
            assertThat(cluster.send(delivery(elsewhere, event("x"), "{}")).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test // once for each consumer, whatever is wrong with it; none goes round in circles
    void everyBrokenRecordIsOneDeadLetter() throws Exception {
        String run = UUID.randomUUID().toString();
        List<String> data = List.of(
                "",
                "[]",
                "null",
                "{{{",
                "{\"order_id\": []}",
                "{\"version\": 1e999999}",
                "x".repeat(70_000),
                "x".repeat(200_000));
        Map<String, String> attributes = brokenAttributes();
        // What is no CloudEvent at all, or of a type without subscribers, reaches no consumer that could refuse it.
        List.of("ce-specversion", "ce-type", "ce-time", "ce-foo_bar").forEach(attributes::remove);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.running().kafkaBrokers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            attributes.forEach((name, value) -> producer.send(broken(run, name, name, value, "{}")));
            for (int i = 0; i < data.size(); i++) {
                producer.send(broken(run, "data" + i, "ce-subject", "s", data.get(i)));
            }
            producer.flush();
        }
        String letters = "select count(*) from operations.dead_letters where consumer = '" + CONSUMER
                + "' and partition_key = '" + run + "'";

        until(() -> count(letters), () -> (long) attributes.size() + data.size());
        until(
                () -> count("select coalesce(sum(attempts), 0) from operations.dead_letters"),
                BadInputIT::recordsOfDeadLetters);

        assertThat(count(letters + " and attempts > 1")).isZero();
    }

    @Test // S-133, S-039, H-24
    void theLogsHoldNoSecretAndNoStackTraceOfABadRequest() throws Exception {
        for (BadRequests.Bad bad : new BadRequests(token).all()) {
            assertThat(bad.send(gateway).status()).as(bad.name()).isNotEqualTo(500);
        }
        String password = URI.create(system.running().dbDsn()).getUserInfo().split(":", 2)[1];

        try (Stream<Path> logs = Files.walk(system.running().data().resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                assertThat(text.contains("eyJ")).as(log + " holds a token").isFalse();
                assertThat(text.contains(password))
                        .as(log + " holds the password")
                        .isFalse();
                assertThat(text.contains("\"status_code\":500"))
                        .as(log + " tells of a 500")
                        .isFalse();
            }
        }
    }

    private static AssignedTrip trip() throws Exception {
        if (assigned == null) {
            assigned = AssignedTrip.prepare(system.running(), tokens);
        }
        return assigned;
    }

    /** Of somebody who has nothing to do with what the test prepared, unless the role sees all. */
    private static String tokenOf(String role) {
        return role.equals("carrier")
                ? tokens.issue(role, "other", Map.of("carrier_id", List.of("0190a003-0000-7000-8000-000000000002")))
                : role.equals("shop") ? token : tokens.issue(role, "bad-" + role, Map.of());
    }

    private static String good() {
        String body = DemoOrders.order(UUID.randomUUID().toString(), 1);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return "POST /orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Length: "
                + bytes.length + "\r\n\r\n" + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Header and the value that breaks it. */
    private static Map<String, String> brokenAttributes() {
        Map<String, String> broken = new TreeMap<>();
        broken.put("ce-specversion", "0.3");
        broken.put("ce-id", "i".repeat(300));
        broken.put("ce-source", "no uri");
        broken.put("ce-time", "yesterday");
        broken.put("ce-sequence", "-1");
        broken.put("ce-foo_bar", "x");
        broken.put("ce-type", "by.belparcel.nothing.v9");
        broken.put("ce-correlationid", "c".repeat(300));
        broken.put("content-type", "text/plain");
        return broken;
    }

    private static Map<String, String> event(String id) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", id);
        headers.put("ce-source", "/attack");
        headers.put("ce-type", ORDER_CREATED);
        headers.put("content-type", "application/json");
        return headers;
    }

    private static String delivery(String path, Map<String, String> headers, String body) {
        StringBuilder text =
                new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    private static ProducerRecord<byte[], byte[]> broken(
            String run, String id, String name, String value, String data) {
        Map<String, String> headers = event(run + id.replace("ce-", "-"));
        headers.put("ce-partitionkey", run);
        headers.put(name, value);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                "events.order", run.getBytes(StandardCharsets.UTF_8), data.getBytes(StandardCharsets.UTF_8));
        headers.forEach((header, text) ->
                record.headers().add(header.replaceFirst("^ce-", "ce_"), text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** How many records the topic of dead letters ever had; one that goes round in circles makes it more than there are letters. */
    private static long recordsOfDeadLetters() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", system.running().kafkaBrokers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("dlq").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private interface Number {
        long now() throws Exception;
    }

    private static void until(Number actual, Number wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (actual.now() != wanted.now()) {
            assertThat(System.nanoTime())
                    .as("in time: %d, wanted %d", actual.now(), wanted.now())
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static long count(String sql) throws SQLException {
        return Counts.number(system.running(), sql);
    }

    /** What a refused command must not change. */
    private record Counts(long orders, long keys, long facts) {

        static Counts of(RunningSystem system) throws Exception {
            // The good order's own flow may still write facts: only those of its first step count.
            return new Counts(
                    number(system, "select count(*) from orders.orders"),
                    number(system, "select count(*) from eventing.idempotency"),
                    number(system, "select count(*) from eventing.outbox where type = '" + ORDER_CREATED + "'"));
        }

        static long number(RunningSystem system, String sql) throws SQLException {
            URI dsn = URI.create(system.dbDsn());
            String[] login = dsn.getUserInfo().split(":", 2);
            String url = "jdbc:postgresql://" + dsn.getHost() + ":" + dsn.getPort() + dsn.getPath();
            try (Connection connection = DriverManager.getConnection(url, login[0], login[1]);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
