package by.belparcel.pickuppoints;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.kernel.VerificationTokens.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The counter of a pick-up point of its own, so that tests do not meet. */
public final class CounterScene {

    /** A secret of the tests. */
    public static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";

    private static final AtomicLong NUMBERS = new AtomicLong(1000);

    private final TestDatabase database;
    private final FunctionHarness harness;
    private final String pvz;

    private CounterScene(TestDatabase database, FunctionHarness harness, String pvz) {
        this.database = database;
        this.harness = harness;
        this.pvz = pvz;
    }

    public static CounterScene at(TestDatabase database) {
        return at(database, Map.of());
    }

    /** @param environment further settings */
    public static CounterScene at(TestDatabase database, Map<String, String> environment) {
        return at(database, new PickupPointsFunctions(), environment);
    }

    /** @param module the functions of this context, perhaps watched */
    public static CounterScene at(TestDatabase database, FunctionModule module, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("BELPARCEL_PICKUP_VERIFICATION_KEY", KEY);
        FunctionHarness harness = FunctionHarness.of(database, module, settings);
        return new CounterScene(database, harness, aPoint(database));
    }

    /** Another point of the network. @return its id */
    public static String aPoint(TestDatabase database) {
        String id = UUID.randomUUID().toString();
        database.execute("""
                insert into pickup_points.point (
                    id, code, version, name, address, region, lat, lng, status, capacity_parcels, max_parcel_g, updated_at)
                values (?::uuid, ?, 1, 'Point', 'Street 1, Minsk', 'MINSK', 53.9, 27.56, 'OPEN', 2000, 30000, now())
                """, id, "P-" + id.substring(0, 8));
        return id;
    }

    public FunctionHarness harness() {
        return harness;
    }

    public TestDatabase database() {
        return database;
    }

    public String pvz() {
        return pvz;
    }

    public Principal worker() {
        return Principals.pvzWorker(pvz);
    }

    /** A number that no parcel has. */
    public static long number() {
        return NUMBERS.incrementAndGet();
    }

    /** A complete body of accept; the test changes what it is about. */
    public static Map<String, Object> body(long number) {
        Map<String, Object> body = new HashMap<>();
        body.put("order_id", Long.toString(number));
        body.put("user_id", "123");
        body.put("storage_until", inDays(7));
        body.put("package", "BAG");
        body.put("weight", "2.5");
        body.put("price", "100.00");
        return body;
    }

    public static String inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).toString();
    }

    public CommandCall call(String function, Object body) {
        return harness.command(function).as(worker()).body(body);
    }

    public CommandCall at(String function, Object name, Object body) {
        return call(function, body).path("id", name.toString());
    }

    public HttpReply accept(Map<String, Object> body) {
        return call("acceptParcel", body).send();
    }

    /** A parcel of client 123 that waits here. @return its number */
    public long accepted() {
        return accepted("123");
    }

    public long accepted(String client) {
        long number = number();
        Map<String, Object> body = body(number);
        body.put("user_id", client);
        HttpReply reply = accept(body);
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return number;
    }

    public long issued() {
        long number = accepted();
        issue(number);
        return number;
    }

    public HttpReply issue(Object... names) {
        return process(Map.of("action", "ISSUE", "order_ids", List.of(names)));
    }

    public HttpReply takeBack(String client, Object... names) {
        return process(Map.of("action", "RETURN", "user_id", client, "order_ids", List.of(names)));
    }

    public HttpReply process(Map<String, Object> body) {
        return call("processParcels", body).send();
    }

    /** Moves times of a parcel back, as if so long had passed. */
    public void age(long number, Duration by) {
        database.execute("""
                update pickup_points.parcel
                set storage_until = storage_until - ?::interval, accepted_at = accepted_at - ?::interval,
                    issued_at = issued_at - ?::interval
                where external_ref = ?
                """, by.toString(), by.toString(), by.toString(), number);
    }

    /** A parcel of a BelParcel order that waits here. @return id of the order */
    public String anOrderParcel(String payment) {
        String order = UUID.randomUUID().toString();
        announce(order, "BP-261120-" + String.format(java.util.Locale.ROOT, "%06d", number()) + "-1", payment, 1);
        HttpReply reply = accept(Map.of("order_id", order));
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return order;
    }

    /** An order of parcels of 1 kg, 2 kg .. that is said to come here; 30.01 BYN. */
    public void announce(String order, String orderNumber, String payment, int parcels) {
        StringBuilder lines = new StringBuilder("[");
        for (int no = 1; no <= parcels; no++) {
            lines.append(no == 1 ? "" : ",").append("{\"no\":" + no + ",\"weight_g\":" + no * 1000 + "}");
        }
        database.execute(
                """
                insert into pickup_points.announced (
                    order_id, number, shop_id, pvz_id, client_ref, payment_method, price_kopecks, parcels, packaging, id_check, at)
                values (?::uuid, ?, gen_random_uuid(), ?::uuid, 'c0ffee00-0000-7000-8000-000000000001', ?, 3001, ?::jsonb, 'FILM',
                        true, now())
                """, order, orderNumber, pvz, payment, lines.append("]").toString());
    }

    /** What checking the code of this order at this point answers. */
    public String verification(String order, Instant expiresAt) {
        return verification(order, pvz, expiresAt);
    }

    public String verification(String order, String point, Instant expiresAt) {
        return new VerificationTokens(KEY)
                .sign(new Verification(UUID.randomUUID().toString(), order, point, expiresAt));
    }

    public String state(long number) {
        return database.text("select state from pickup_points.parcel where external_ref = ?", number);
    }

    public long stock() {
        return database.number("select stock from pickup_points.point where id = ?::uuid", pvz);
    }

    /** Types of the facts about this parcel, without prefix and version. */
    public List<String> facts(long number) {
        return events(number).stream()
                .map(event ->
                        event.metadata().type().replace("by.belparcel.", "").replace(".v1", ""))
                .toList();
    }

    public List<RecordedEvent> events(long number) {
        return harness.emitted().stream()
                .filter(event -> event.json().path("external_ref").asLong(0) == number)
                .toList();
    }
}
