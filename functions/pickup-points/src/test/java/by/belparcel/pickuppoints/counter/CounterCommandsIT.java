package by.belparcel.pickuppoints.counter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusal, courier, extension and cells (domain pickup-points.md 2.3, rules 4, 5 and 7; 3.4). */
class CounterCommandsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    private HttpReply toCourier(long number) {
        return scene.at("returnParcelToCourier", number, Map.of("courier_ref", "sig-1"))
                .send();
    }

    private HttpReply extend(Principal caller, long number, Object days) {
        return scene.harness()
                .command("extendStorage")
                .as(caller)
                .path("id", Long.toString(number))
                .body(Map.of("days", days))
                .send();
    }

    private HttpReply move(long number, String cell) {
        return scene.at("moveParcel", number, Map.of("cell", cell)).send();
    }

    private static void refused(HttpReply reply, int status, String code) {
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test // rule 4
    void handsAnOverdueParcelToTheCourier() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(8));

        HttpReply reply = toCourier(number);

        assertThat(reply.text("order/state")).as("%s", reply).isEqualTo("RETURNED_TO_COURIER");
        assertThat(scene.stock()).isZero();
        assertThat(scene.events(number).getLast().json().path("cause").asString(""))
                .isEqualTo("EXPIRED");
        assertThat(scene.events(number).getLast().json().path("courier_ref").asString(""))
                .isEqualTo("sig-1");
        assertThat(reply.json().at("/order/cell").isMissingNode()).isTrue();
    }

    @Test // rule 4: refused or brought back: any time
    void handsWhatNobodyWantsToTheCourierAtOnce() {
        long refused = scene.accepted();
        scene.at("refuseParcel", refused, Map.of("reason", "wrong colour")).send();
        long back = scene.issued();
        scene.takeBack("123", back);
        assertThat(scene.stock()).isEqualTo(2);

        assertThat(toCourier(refused).status()).isEqualTo(200);
        assertThat(toCourier(back).status()).isEqualTo(200);

        assertThat(scene.events(refused).getLast().json().path("cause").asString(""))
                .isEqualTo("REFUSED");
        assertThat(scene.events(back).getLast().json().path("cause").asString(""))
                .isEqualTo("CLIENT_RETURN");
        assertThat(scene.stock()).isZero();
    }

    @Test // 3.4: the deadline in the detail
    void keepsAParcelThatItsClientMayStillFetch() {
        long number = scene.accepted();
        HttpReply reply = toCourier(number);
        refused(reply, 422, "STORAGE_NOT_EXPIRED");
        assertThat(reply.text("detail")).contains(reply.text("storage_until"));
        assertThat(Instant.parse(reply.text("storage_until"))).isAfter(Instant.now());
    }

    @Test // 3.4
    void handsNoIssuedParcelToTheCourier() {
        refused(toCourier(scene.issued()), 409, "ORDER_ALREADY_ISSUED");
    }

    @Test // 3.4: the same result with the same key, else a conflict
    void handsAParcelToTheCourierOnce() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(8));

        HttpReply first =
                scene.at("returnParcelToCourier", number, Map.of()).key("k").send();
        HttpReply again =
                scene.at("returnParcelToCourier", number, Map.of()).key("k").send();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        refused(toCourier(number), 409, "ALREADY_RETURNED_TO_COURIER");
        assertThat(scene.facts(number)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "nonsense", "0190a009-0000-7000-8000-0000000000ff", "BP-261120-999999-1"})
    void knowsNoOtherParcel(String name) {
        for (String function : List.of("returnParcelToCourier", "refuseParcel")) {
            refused(scene.at(function, name, Map.of()).send(), 404, "ORDER_NOT_FOUND");
        }
    }

    @Test // S-050: out of scope
    void hidesParcelsOfOtherPoints() {
        long number = CounterScene.at(POSTGRES.database()).accepted();
        refused(scene.at("refuseParcel", number, Map.of()).send(), 404, "ORDER_NOT_FOUND");
    }

    @Test // S-050: nor how many parcels an order of somebody else has
    void hidesOrdersOfOtherPoints() {
        CounterScene other = CounterScene.at(POSTGRES.database());
        String order = java.util.UUID.randomUUID().toString();
        other.announce(order, "BP-261120-" + (700_000 + CounterScene.number()) + "-3", "CARD_PREPAID", 2);
        for (int no = 1; no <= 2; no++) {
            assertThat(other.accept(Map.of("order_id", order + "/" + no)).status())
                    .isEqualTo(200);
        }
        refused(scene.at("refuseParcel", order, Map.of()).send(), 404, "ORDER_NOT_FOUND");
        HttpReply client = scene.harness()
                .command("extendStorage")
                .as(by.belparcel.eventing.testkit.Principals.client("123"))
                .path("id", order)
                .body(Map.of("days", 1))
                .send();
        refused(client, 404, "ORDER_NOT_FOUND");
        refused(other.at("refuseParcel", order, Map.of()).send(), 400, "VALIDATION_FAILED");
    }

    @Test
    void recordsWhatTheClientDoesNotWant() {
        long number = scene.accepted();

        HttpReply reply = scene.at("refuseParcel", number, Map.of("reason", "wrong colour"))
                .send();

        assertThat(reply.text("order/state")).isEqualTo("REFUSED");
        assertThat(reply.text("order/return_reason")).isEqualTo("wrong colour");
        assertThat(scene.facts(number)).last().isEqualTo("pvz-order.refused");
        assertThat(scene.stock()).isEqualTo(1);
        refused(scene.at("refuseParcel", number, Map.of()).send(), 409, "INVALID_STATE");
        refused(scene.at("refuseParcel", scene.issued(), Map.of()).send(), 409, "ORDER_ALREADY_ISSUED");
        refused(scene.at("refuseParcel", 1, Map.of("reason", "x".repeat(201))).send(), 400, "VALIDATION_FAILED");
    }

    @Test // rule 5
    void extendsTheStorageForAFee() {
        long number = scene.accepted();
        Instant before = until(number);

        HttpReply reply = extend(scene.worker(), number, 3);

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(Instant.parse(reply.text("order/storage_until"))).isEqualTo(before.plus(Duration.ofDays(3)));
        assertThat(scene.facts(number)).last().isEqualTo("pvz-order.storage-extended");
        assertThat(scene.events(number).getLast().json().at("/fee/amount").asInt())
                .isEqualTo(300);
    }

    @Test // rule 5: OVERDUE -> ACCEPTED
    void bringsAnOverdueParcelBackWithinADay() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(7).plusHours(23));

        HttpReply reply = extend(scene.worker(), number, 1);

        assertThat(reply.text("order/state")).as("%s", reply).isEqualTo("ACCEPTED");
        assertThat(scene.issue(number).json().at("/processed").size()).isEqualTo(1);
    }

    @Test
    void extendsNoParcelAfterThat() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(8).plusMinutes(1));
        refused(extend(scene.worker(), number, 7), 422, "STORAGE_EXPIRED");
    }

    @Test // rule 5: at most twice
    void extendsTwice() {
        long number = scene.accepted();
        extend(scene.worker(), number, 1);
        extend(scene.worker(), number, 1);
        refused(extend(scene.worker(), number, 1), 422, "EXTENSION_LIMIT_REACHED");
    }

    @ParameterizedTest // rule 5: 1 to 7 days
    @ValueSource(ints = {0, 8, -1})
    void extendsByOneToSevenDays(int days) {
        HttpReply reply = extend(scene.worker(), scene.accepted(), days);
        refused(reply, 400, "VALIDATION_FAILED");
        assertThat(reply.text("errors/0/limit")).isEqualTo("1..7");
    }

    @Test // rule 5: the client himself
    void letsTheClientExtendHisOwnParcel() {
        long number = scene.accepted("777");

        assertThat(extend(Principals.client("777"), number, 1).status()).isEqualTo(200);
        refused(extend(Principals.client("778"), number, 1), 404, "ORDER_NOT_FOUND");
        assertThat(scene.events(number).getLast().json().at("/actor/type").asString(""))
                .isEqualTo("client");
    }

    @Test // rule 7
    void movesAParcelToAFreeCell() {
        long one = scene.accepted();
        long other = scene.accepted();

        HttpReply moved = move(one, "C-05-2");

        assertThat(moved.text("order/cell")).as("%s", moved).isEqualTo("C-05-2");
        assertThat(scene.facts(one)).last().isEqualTo("pvz-order.moved-cell");
        assertThat(scene.events(one).getLast().json().path("from").asString("")).isEqualTo("B-01-1");
        refused(move(other, "C-05-2"), 409, "CELL_TAKEN");
        assertThat(move(one, "C-05-2").status()).as("where it is already").isEqualTo(200);
        assertThat(scene.facts(one)).hasSize(2);
    }

    @ParameterizedTest // rule 7: the form of a cell
    @ValueSource(strings = {"", "A1", "a-01-3", "A-1-3", "A-01-333"})
    void knowsNoOtherCells(String cell) {
        HttpReply reply = move(scene.accepted(), cell);
        refused(reply, 400, "VALIDATION_FAILED");
        assertThat(reply.text("errors/0/detail")).contains("A-01-3");
    }

    @Test
    void movesNothingThatIsNotHere() {
        refused(move(scene.issued(), "C-01-1"), 409, "ORDER_ALREADY_ISSUED");
    }

    private Instant until(long number) {
        return Instant.parse(scene.database().text("""
                select to_char(storage_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                from pickup_points.parcel where external_ref = ?
                """, number));
    }
}
