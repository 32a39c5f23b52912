package by.belparcel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A trip that a carrier was given and has not begun. @param token of that carrier */
record AssignedTrip(String id, long version, String batchId, String orderId, String token) {

    static final String CARRIER = "0190a003-0000-7000-8000-000000000001";

    private static final String PLACE = "{\"lat\": 53.8359, \"lng\": 27.6378}";

    /** Lets an order go all the way until its carrier is known. */
    static AssignedTrip prepare(RunningSystem system, LocalTokens tokens) throws Exception {
        String address = system.address();
        String token = tokens.issue("carrier", "first", Map.of("carrier_id", List.of(CARRIER)));
        ApiClient carrier = new ApiClient(address, token);
        ApiClient shop = new ApiClient(address, tokens.issue("shop", "s", Map.of("shop_id", List.of(DemoPlaces.SHOP))));
        ApiClient operator = new ApiClient(address, tokens.issue("operator", "prepares", Map.of()));
        post(carrier, "/carrier/shifts", PLACE);
        post(
                carrier,
                "/carrier/vehicle-checks",
                "{\"fuel\":\"OK\",\"tyres\":\"OK\",\"lights\":\"OK\",\"seal\":\"OK\",\"body\":\"OK\"}");
        carrier.put("/carrier/availability", PLACE.replace("{", "{\"availability\": \"ONLINE\", "));
        String order = post(shop, "/orders", DemoOrders.order(key(), 1, DemoPlaces.WAREHOUSE, DemoPlaces.PVZ))
                .path("id")
                .asString();
        until(shop, "/orders/" + order, seen -> seen.path("state").asString().equals("BATCHED"));
        JsonNode open = until(
                operator,
                "/batches/open?warehouse=" + DemoPlaces.WAREHOUSE,
                page -> !batchTo(page).isEmpty());
        String batch = batchTo(open);
        post(operator, "/batches/" + batch + "/close", "{}");
        String id = until(
                        operator,
                        "/batches/" + batch,
                        seen -> !seen.path("trip_id").isMissingNode())
                .path("trip_id")
                .asString();
        JsonNode trip = until(
                operator,
                "/trips/" + id,
                seen -> seen.path("carrier_id").asString("").equals(CARRIER));
        return new AssignedTrip(id, trip.path("version").asLong(), batch, order, token);
    }

    private static String batchTo(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("batch"))
                .filter(batch -> batch.toString().contains(DemoPlaces.PVZ))
                .map(batch -> batch.path("id").asString())
                .findFirst()
                .orElse("");
    }

    private static JsonNode post(ApiClient client, String path, String body) throws InterruptedException {
        ApiClient.Answer answer = client.post(path, key(), body);
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static JsonNode until(ApiClient client, String path, Predicate<JsonNode> wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        JsonNode seen = client.get(path).body();
        while (!wanted.test(seen)) {
            assertThat(System.nanoTime()).as("in time; last seen " + seen).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
            seen = client.get(path).body();
        }
        return seen;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
