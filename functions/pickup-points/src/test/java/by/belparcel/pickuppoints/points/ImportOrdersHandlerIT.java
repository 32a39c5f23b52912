package by.belparcel.pickuppoints.points;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.pickuppoints.CounterScene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Import of parcels: a bad row does not stop the others. */
class ImportOrdersHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final CounterScene scene = CounterScene.at(POSTGRES.database());

    @Test
    void importsGoodRowsAndNamesTheBadOnes() {
        long known = scene.accepted();
        long good = CounterScene.number();
        List<Object> rows = new ArrayList<>();
        rows.add(CounterScene.body(good));
        rows.add(row("weight", "0"));
        rows.add(row("package", "crate"));
        rows.add(row("weight", "10.000"));
        rows.add(row("storage_until", "2020-01-01T00:00:00Z"));
        rows.add(CounterScene.body(known));
        rows.add(CounterScene.body(good));
        rows.add("no object");
        rows.add(Map.of("order_id", "BP-261120-999999-9"));
        rows.add(row("surprise", 1));

        HttpReply reply = imported(rows);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().at("/imported").asInt()).isEqualTo(1);
        assertThat(errors(reply))
                .containsExactly(
                        "2 VALIDATION_FAILED",
                        "3 INVALID_PACKAGE",
                        "4 WEIGHT_TOO_HEAVY",
                        "5 VALIDATION_FAILED",
                        "6 ORDER_ALREADY_EXISTS",
                        "7 ORDER_ALREADY_EXISTS",
                        "8 VALIDATION_FAILED",
                        "9 ORDER_NOT_FOUND",
                        "10 UNKNOWN_FIELD");
        assertThat(reply.text("errors/0/message")).startsWith("weight ");
        assertThat(reply.text("errors/4/order_id")).isEqualTo(Long.toString(known));
        assertThat(scene.state(good)).isEqualTo("ACCEPTED");
        assertThat(POSTGRES.database().text("select source from pickup_points.parcel where external_ref = ?", good))
                .isEqualTo("IMPORT");
        assertThat(scene.facts(good)).containsExactly("pvz-order.accepted");
        assertThat(scene.stock()).isEqualTo(2);
        assertThat(scene.harness().emitted(PvzEvent.Imported.TYPE))
                .filteredOn(fact -> fact.pvzId().equals(scene.pvz()))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.importId()).isEqualTo(reply.text("import_id"));
                    assertThat(fact.ok()).isEqualTo(1);
                    assertThat(fact.failed()).isEqualTo(9);
                });
    }

    @Test
    void importsTenThousandRowsInOneGo() {
        POSTGRES.database()
                .execute("update pickup_points.point set capacity_parcels = 5000 where id = ?::uuid", scene.pvz());
        List<Object> rows = new ArrayList<>();
        String until = CounterScene.inDays(7);
        for (int i = 0; i < 10_000; i++) {
            long number = CounterScene.number();
            rows.add(Map.of("order_id", number, "user_id", number % 700, "storage_until", until, "weight", "1.5"));
        }

        HttpReply reply = imported(rows);

        assertThat(reply.json().at("/imported").asInt())
                .as(reply.json().at("/errors/0").toString())
                .isEqualTo(5_000);
        assertThat(reply.json().at("/errors")).hasSize(5_000);
        assertThat(reply.text("errors/4999/code")).isEqualTo("PVZ_CAPACITY_EXCEEDED");
        assertThat(scene.stock()).isEqualTo(5_000);
        assertThat(scene.harness().emitted(PvzOrderEvent.Accepted.TYPE))
                .filteredOn(fact -> fact.pvzId().equals(scene.pvz()))
                .hasSize(5_000);
        assertThat(scene.harness().emitted(PvzEvent.CapacityFull.TYPE))
                .anySatisfy(fact -> assertThat(fact.pvzId()).isEqualTo(scene.pvz()));
    }

    @Test
    void refusesMoreThanTenThousandRowsAndNone() {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i <= 10_000; i++) {
            rows.add(Map.of());
        }

        HttpReply tooMany = imported(rows);

        assertThat(tooMany.status()).isEqualTo(413);
        assertThat(tooMany.code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(imported(List.of()).code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void takesExpectedAndAnnouncedParcelsOfOrders() {
        String order = UUID.randomUUID().toString();
        scene.announce(order, "BP-261120-700001-1", "CARD_PREPAID", 2);

        HttpReply reply = imported(List.of(
                Map.of("order_id", order + "/1"),
                Map.of("order_id", "BP-261120-700001-1/2"),
                Map.of("order_id", order)));

        assertThat(reply.json().at("/imported").asInt()).as(reply.toString()).isEqualTo(2);
        assertThat(errors(reply)).containsExactly("3 VALIDATION_FAILED");
        assertThat(POSTGRES.database()
                        .number("select count(*) from pickup_points.parcel where order_id = ?::uuid", order))
                .isEqualTo(2);
    }

    @Test
    void givesACellOnce() {
        Map<String, Object> first = CounterScene.body(CounterScene.number());
        Map<String, Object> second = CounterScene.body(CounterScene.number());
        first.put("cell", "C-01-1");
        second.put("cell", "C-01-1");

        assertThat(errors(imported(List.of(first, second)))).containsExactly("2 CELL_TAKEN");
    }

    @Test
    void belongsToThePointOfTheWorker() {
        String other = CounterScene.aPoint(POSTGRES.database());
        Map<String, Object> body = Map.of("orders", List.of(CounterScene.body(CounterScene.number())), "pvz_id", other);

        assertThat(scene.call("importParcels", body).send().code()).isEqualTo("PVZ_NOT_FOUND");
        assertThat(scene.harness()
                        .command("importParcels")
                        .as(Principals.admin())
                        .body(body)
                        .send()
                        .json()
                        .at("/imported")
                        .asInt())
                .isEqualTo(1);
        assertThat(scene.harness()
                        .command("importParcels")
                        .as(Principals.operator())
                        .body(body)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(errors(imported(List.of(row("pvz_id", other))))).containsExactly("1 WRONG_PVZ");
    }

    private static Map<String, Object> row(String field, Object value) {
        Map<String, Object> row = new HashMap<>(CounterScene.body(CounterScene.number()));
        row.put(field, value);
        return row;
    }

    private HttpReply imported(List<?> rows) {
        return scene.call("importParcels", Map.of("orders", rows)).send();
    }

    private static List<String> errors(HttpReply reply) {
        return reply.json()
                .at("/errors")
                .valueStream()
                .map(error -> error.get("row").asInt() + " " + error.get("code").asString())
                .toList();
    }
}
