package by.belparcel.console;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.bench.OwnSystem;
import by.belparcel.console.bench.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole product on this machine: manifests, runner, packaged application, real database and broker. */
class OrderJourneyIT {

    private static OwnSystem system;
    private static ApiClient shop;
    private static ApiClient moderator;
    private static ApiClient admin;

    @BeforeAll
    static void start() throws Exception {
        system = OwnSystem.start();
        LocalTokens tokens = new LocalTokens(system.running());
        String address = system.running().address();
        shop = new ApiClient(address, tokens.issue("shop", "s", Map.of("shop_id", List.of(DemoPlaces.SHOP))));
        moderator = new ApiClient(address, tokens.issue("moderator", "m", Map.of()));
        admin = new ApiClient(address, tokens.issue("admin", "a", Map.of()));
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test // A1 steps 1 and 2
    void ordersAreConfirmedByFunctionsThatWokeForThem() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(place(""));
        }

        for (String id : ids) {
            awaitConfirmed(id);
        }
    }

    @Test // H-04, I12
    void theSameKeyHasOneEffectAndTheSameAnswer() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = DemoOrders.order(key, 1);

        ApiClient.Answer first = shop.post("/orders", key, body);
        ApiClient.Answer second = shop.post("/orders", key, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
    }

    @Test // operations section 1; A1 step 10
    void theWorkflowShowsEachEventWithItsConsumersAndTimes() throws Exception {
        String id = place("");
        awaitConfirmed(id);

        JsonNode workflow = until(
                () -> moderator.get("/orders/" + id + "/workflow").body(),
                w -> w.path("complete").asBoolean());

        assertThat(workflow.path("nodes").valueStream().map(n -> n.path("type").asString()))
                .contains(
                        "placeOrder", "order.created", "payment.authorized", "pickup-ticket.issued", "order.confirmed");
        assertThat(workflow.path("edges").valueStream())
                .allSatisfy(
                        edge -> assertThat(edge.path("processed_at").asString()).isNotEmpty());
    }

    @Test // compensation: payment declined
    void aDeclinedPaymentCancelsTheOrder() throws Exception {
        String id = place(
                ", \"options\": {\"insurance\": true}, \"goods_amount\": {\"amount\": 1300, \"currency\": \"BYN\"}");

        awaitState(id, "CANCELLED");

        assertThat(shop.get("/orders/" + id).body().path("cancel_reason").asString())
                .isEqualTo("PAYMENT_DECLINED");
    }

    @Test
    void whatFailedFiveTimesIsADeadLetterAndSucceedsWhenItIsSentAgain() throws Exception {
        knob(100);
        String id = place("");
        JsonNode dead = until(
                () -> moderator
                        .get("/dead-letters?consumer=authorizePaymentOnOrderCreated&state=OPEN")
                        .body(),
                page -> page.path("items")
                        .valueStream()
                        .anyMatch(letter -> letter.path("key").asString().equals(id)));
        knob(0);

        ApiClient.Answer redrive = moderator.post(
                "/dead-letters/redrives",
                UUID.randomUUID().toString(),
                "{\"filter\": {\"consumer\": \"authorizePaymentOnOrderCreated\"}}");

        assertThat(dead.path("items").path(0).path("reason").asString()).isEqualTo("EXCEPTION");
        assertThat(redrive.status()).isEqualTo(202);
        awaitConfirmed(id);
    }

    @Test // A17: everything returns to zero
    void everyServiceReturnsToZeroProcesses() throws Exception {
        place("");

        new Status(system.running()).awaitZero(90);
    }

    private void knob(int percent) throws InterruptedException {
        assertThat(admin.put("/dead-letters/chaos", "{\"consumer_fail_percent\": " + percent + "}")
                        .status())
                .isEqualTo(200);
    }

    private String place(String more) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        String order = DemoOrders.order(key, 1);
        String body = order.substring(0, order.lastIndexOf('}')) + more + "}";
        ApiClient.Answer placed = shop.post("/orders", key, body);
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        return placed.body().path("id").asString();
    }

    private void awaitState(String id, String state) throws Exception {
        until(
                () -> shop.get("/orders/" + id).body(),
                order -> order.path("state").asString().equals(state));
    }

    private void awaitConfirmed(String id) throws Exception {
        until(
                () -> shop.get("/orders/" + id).body(),
                order -> Milestones.confirmed(order.path("state").asString()));
    }

    private interface Question {
        JsonNode ask() throws Exception;
    }

    private static JsonNode until(Question question, java.util.function.Predicate<JsonNode> wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        JsonNode last = question.ask();
        while (!wanted.test(last)) {
            assertThat(System.nanoTime()).as("in time; last seen: " + last).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
            last = question.ask();
        }
        return last;
    }
}
