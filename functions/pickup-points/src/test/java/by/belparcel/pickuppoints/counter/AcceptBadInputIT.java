package by.belparcel.pickuppoints.counter;

import static by.belparcel.pickuppoints.CounterScene.body;
import static by.belparcel.pickuppoints.CounterScene.inDays;
import static by.belparcel.pickuppoints.CounterScene.number;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of domain pickup-points.md 3.4 that concern accepting: code, field and limit; and that nothing happens. */
class AcceptBadInputIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    private HttpReply refused(Map<String, Object> body, int status, String code) {
        Map<String, List<String>> before = scene.database().effects();
        HttpReply reply = scene.accept(body);
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(scene.database().effects()).isEqualTo(before);
        return reply;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = body(number());
        body.put(field, value);
        return body;
    }

    private void refusedField(String field, Object value, String limit) {
        HttpReply reply = refused(with(field, value), 400, "VALIDATION_FAILED");
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/" + field);
        assertThat(reply.json().at("/errors/0").toString()).contains(limit);
    }

    @Test
    void refusesADeadlineThatHasPassed() {
        refusedField("storage_until", Instant.now().minusSeconds(1).toString(), "after now and at most 60 days ahead");
    }

    @Test
    void refusesADeadlineMoreThanSixtyDaysAhead() {
        String late = Instant.now().plus(Duration.ofDays(60)).plusSeconds(60).toString();
        refusedField("storage_until", late, "60 days");
    }

    @ParameterizedTest // no offset in time
    @ValueSource(strings = {"2026-12-31T10:00:00", "2026-12-31", "tomorrow", "1799999999"})
    void refusesATimeWithoutAnOffset(String time) {
        refusedField("storage_until", time, "RFC 3339 time with an offset");
    }

    @ParameterizedTest
    @CsvSource({
        "0, more than 0",
        "1.0001, 3",
        "0.0, more than 0",
        "-1, decimal",
        "1e1, decimal",
        "'', decimal",
        "1001, 1000"
    })
    void refusesABadWeight(String weight, String limit) {
        refusedField("weight", weight, limit);
    }

    @ParameterizedTest
    @CsvSource({"0, more than 0", "1.001, 2", "0.00, more than 0", "-1, decimal", "10000000.01, 10000000.00"})
    void refusesABadPrice(String price, String limit) {
        refusedField("price", price, limit);
    }

    @Test
    void refusesBadNumbersToo() {
        refusedField("weight", 1.0001, "3");
        refusedField("price", 1.001, "2");
        refusedField("weight", 0, "more than 0");
        HttpReply money = refused(with("price", Map.of("amount", 0, "currency", "BYN")), 400, "VALIDATION_FAILED");
        assertThat(money.text("errors/0/pointer")).isEqualTo("/price/amount");
        assertThat(money.text("errors/0/limit")).isEqualTo("1..1000000000");
    }

    @Test
    void refusesNumbersThatNoNumberCanHold() {
        refusedField("weight", new java.math.BigDecimal("1e400"), "decimal");
        refusedField("price", new java.math.BigDecimal("-1e400"), "decimal");
    }

    @Test // the surcharge comes on top
    void refusesAPriceWhoseTotalIsTooHigh() {
        HttpReply reply = refused(with("price", "10000000.00"), 400, "VALIDATION_FAILED");
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/price");
        assertThat(scene.accept(with("price", "9999995.00")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crate", "film+bag+box", "film+film"})
    void refusesAnUnknownPackage(String packaging) {
        HttpReply reply = refused(with("package", packaging), 400, "INVALID_PACKAGE");
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/package");
        assertThat(reply.json().at("/errors/0/limit").toString()).contains("BAG_FILM");
    }

    @ParameterizedTest
    @CsvSource({"BAG, 10.000, 10000", "BAG_FILM, 10, 10000", "BOX, 30.000, 30000", "BOX_FILM, 30.001, 30000"})
    void refusesWhatIsTooHeavyForItsPackage(String packaging, String weight, int limit) {
        Map<String, Object> body = with("package", packaging);
        body.put("weight", weight);
        HttpReply reply = refused(body, 422, "WEIGHT_TOO_HEAVY");
        assertThat(reply.text("field")).isEqualTo("weight");
        assertThat(reply.json().at("/limit").asInt()).isEqualTo(limit);
        assertThat(reply.text("detail")).contains(limit + " g");
    }

    @ParameterizedTest
    @CsvSource({"BAG, 9.999", "BOX, 29.999", "FILM, 120", "NONE, 45.5", "bag+film, 9.999"})
    void takesWhatIsJustLightEnough(String packaging, String weight) {
        Map<String, Object> body = with("package", packaging);
        body.put("weight", weight);
        assertThat(scene.accept(body).status()).isEqualTo(200);
    }

    @Test
    void refusesANumberThatWasAcceptedInAnyState() {
        long number = scene.accepted();
        refused(body(number), 409, "ORDER_ALREADY_EXISTS");
        scene.issue(number);
        refused(body(number), 409, "ORDER_ALREADY_EXISTS");
        long gone = scene.accepted();
        scene.age(gone, Duration.ofDays(8));
        assertThat(scene.at("returnParcelToCourier", gone, Map.of()).send().status())
                .isEqualTo(200);
        refused(body(gone), 409, "ORDER_ALREADY_EXISTS");
    }

    @Test
    void refusesAParcelWhenThePointIsFull() {
        scene.database()
                .execute(
                        "update pickup_points.point set capacity_parcels = 10, stock = 10 where id = ?::uuid",
                        scene.pvz());
        HttpReply reply = refused(body(number()), 422, "PVZ_CAPACITY_EXCEEDED");
        assertThat(reply.json().at("/capacity").asInt()).isEqualTo(10);
        assertThat(reply.json().at("/used").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1.5", "abc", "9223372036854775808"})
    void refusesABadNumber(String id) {
        refusedField("order_id", id, "positive number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "a b", "<script>", "-5", "1e3", "null", "9223372036854775808"})
    void refusesABadClient(String user) {
        refusedField("user_id", user, "positive number or a reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-1-3", "a-01-3", "ABC-01-3", "A-01-123", ""})
    void refusesABadCell(String cell) {
        refusedField("cell", cell, "A-01-3");
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        HttpReply reply = refused(Map.of("order_id", number()), 400, "VALIDATION_FAILED");
        assertThat(reply.json().at("/errors").toString()).contains("/user_id", "/storage_until");
        assertThat(refused(Map.of(), 400, "VALIDATION_FAILED")
                        .json()
                        .at("/errors")
                        .toString())
                .contains("/order_id");
    }

    @Test
    void refusesAnUnknownField() {
        refused(with("wheight", 1), 400, "UNKNOWN_FIELD");
    }

    @Test
    void refusesAnOrderThatNobodyAnnounced() {
        Map<String, Object> body = new HashMap<>(body(1));
        body.put("order_id", UUID.randomUUID().toString());
        refused(body, 404, "ORDER_NOT_FOUND");
    }

    @Test
    void asksWhichParcelOfTheOrderItIs() {
        String order = UUID.randomUUID().toString();
        scene.announce(order, "BP-261120-" + (300_000 + number()) + "-3", "CARD_PREPAID", 3);
        HttpReply reply = refused(Map.of("order_id", order), 400, "VALIDATION_FAILED");
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/order_id");
        assertThat(reply.text("errors/0/detail")).contains(order + "/1 to /3");
        refused(Map.of("order_id", order + "/4"), 404, "ORDER_NOT_FOUND");
    }

    @Test
    void refusesAParcelOfAnotherPoint() {
        CounterScene other = CounterScene.at(POSTGRES.database());
        String order = UUID.randomUUID().toString();
        other.announce(order, "BP-261120-" + (400_000 + number()) + "-3", "CARD_PREPAID", 1);
        refused(Map.of("order_id", order), 422, "WRONG_PVZ");
    }

    @Test // S-050: a worker works at his own point
    void hidesAnotherPoint() {
        refused(with("pvz_id", CounterScene.aPoint(POSTGRES.database())), 404, "PVZ_NOT_FOUND");
        Map<String, Object> nowhere = with("pvz_id", UUID.randomUUID().toString());
        HttpReply reply = scene.harness()
                .command("acceptParcel")
                .as(Principals.admin())
                .body(nowhere)
                .send();
        assertThat(reply.code()).isEqualTo("PVZ_NOT_FOUND");
    }

    @Test
    void takesNothingAtAClosedPoint() {
        scene.database().execute("update pickup_points.point set status = 'CLOSED' where id = ?::uuid", scene.pvz());
        assertThat(refused(body(number()), 409, "INVALID_STATE").text("state")).isEqualTo("CLOSED");
    }

    @Test
    void acceptsUpToSixtyDays() {
        assertThat(scene.accept(with("storage_until", inDays(60))).status()).isEqualTo(200);
    }
}
