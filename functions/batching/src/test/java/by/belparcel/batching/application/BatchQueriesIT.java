package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.OTHER_PVZ;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchQueriesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private TestDatabase database;
    private FunctionHarness harness;

    @BeforeEach
    void start() {
        database = POSTGRES.database();
        BatchFixture.empty(database);
        harness = BatchFixture.harness(database);
    }

    @Test
    void showsABatchWithItsOrdersAndSums() {
        String batch = aClosedBatch(harness, 2, 1_500);

        HttpReply reply = get("getBatch", Map.of("id", batch), Map.of());

        assertThat(reply.json().at("/count").asInt()).isEqualTo(2);
        assertThat(reply.json().at("/weight_g").asLong()).isEqualTo(3_000);
        assertThat(reply.json().at("/key/dest_id").asString()).isEqualTo(PVZ);
        assertThat(reply.json().at("/orders").size()).isEqualTo(2);
        assertThat(reply.json().at("/orders/0/weight_g").asLong()).isEqualTo(1_500);
        assertThat(reply.header("ETag")).isPresent();
    }

    @Test
    void showsHowFullTheOpenBatchesAreAndWhenTheyClose() {
        confirm(harness, id(), PVZ, 30_000);
        confirm(harness, id(), PVZ, 30_000);
        confirm(harness, id(), OTHER_PVZ, 1_000);
        database.execute(
                "update batching.batches set age_at = now() + interval '5 min 30 s' where dest_id = ?::uuid",
                OTHER_PVZ);

        HttpReply reply = get("listOpenBatches", Map.of(), Map.of("warehouse", BatchFixture.MINSK));

        assertThat(reply.json().at("/items").size()).isEqualTo(2);
        assertThat(reply.json().at("/items/0/minutes_to_close").asInt()).isEqualTo(5);
        assertThat(reply.json().at("/items/1/fill/count").asInt()).isEqualTo(20);
        assertThat(reply.json().at("/items/1/fill/weight").asInt()).isEqualTo(20);
        assertThat(reply.json().at("/items/1/fill/volume").asInt()).isZero();
        assertThat(get("listOpenBatches", Map.of(), Map.of("warehouse", id()))
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void listsBatchesNewestFirstPageByPage() {
        for (int i = 0; i < 5; i++) {
            aClosedBatch(harness, 1, 1_000);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, String> query = cursor == null ? Map.of("limit", "2") : Map.of("limit", "2", "cursor", cursor);
            HttpReply page = get("listBatches", Map.of(), query);
            page.json()
                    .at("/items")
                    .valueStream()
                    .forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.json().path("next_cursor").isString() ? page.text("next_cursor") : null;
        } while (cursor != null);

        assertThat(seen)
                .containsExactlyElementsOf(
                        database.texts("select id from batching.batches order by opened_at desc, id desc"));
    }

    @Test
    void filtersByStateWarehouseDestinationAndAge() {
        String old = aClosedBatch(harness, 1, 1_000);
        database.execute(
                "update batching.batches set oldest_at = oldest_at - interval '2 hours' where id = ?::uuid", old);
        confirm(harness, id(), OTHER_PVZ, 1_000);
        String open = openBatch(database, OTHER_PVZ);

        assertThat(ids(Map.of("state", "OPEN"))).containsExactly(open);
        assertThat(ids(Map.of("state", "OPEN,CLOSED"))).containsExactlyInAnyOrder(open, old);
        assertThat(ids(Map.of("dest", PVZ))).containsExactly(old);
        assertThat(ids(Map.of("warehouse", BatchFixture.MINSK))).hasSize(2);
        assertThat(ids(Map.of("age_gt", "3600"))).containsExactly(old);
        assertThat(ids(Map.of("age_gt", "7300"))).isEmpty();
    }

    @Test
    void doesNotTakeTheCursorOfAnotherList() {
        aClosedBatch(harness, 1, 1_000);
        aClosedBatch(harness, 1, 1_000);
        String cursor = get("listBatches", Map.of(), Map.of("limit", "1")).text("next_cursor");

        HttpReply reply = get("listBatches", Map.of(), Map.of("limit", "1", "state", "CLOSED", "cursor", cursor));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("CURSOR_MISMATCH");
    }

    private List<String> ids(Map<String, String> query) {
        return get("listBatches", Map.of(), query)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private HttpReply get(String function, Map<String, String> path, Map<String, String> query) {
        var call = harness.query(function).as(Principals.operator());
        path.forEach(call::path);
        query.forEach(call::query);
        HttpReply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isIn(200, 400);
        return reply;
    }
}
