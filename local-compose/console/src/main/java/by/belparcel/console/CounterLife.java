package by.belparcel.console;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The counter against one process that serves all functions: receives what a trip brought, issues it, takes one parcel back. */
final class CounterLife {

    private final ApiClient api;
    private final OrderLife orders;

    CounterLife(String address, String token, OrderLife orders) {
        this.api = new ApiClient(address, token);
        this.orders = orders;
    }

    void live() throws IOException, InterruptedException {
        for (JsonNode batch :
                api.get("/batches?state=DELIVERED&limit=100").body().path("items")) {
            receive(batch.path("id").asString());
        }
        for (String path : new String[] {"/pvz/v1/points?limit=5", "/swagger-ui/", "/openapi.json"}) {
            api.get(path);
        }
    }

    private void receive(String batch) throws IOException, InterruptedException {
        JsonNode view = api.get("/batches/" + batch).body();
        String pvz = view.path("key").path("dest_id").asString();
        String accepted = view.path("orders")
                .valueStream()
                .map(order -> "{\"order_id\": \"" + order.path("order_id").asString() + "\"}")
                .collect(Collectors.joining(","));
        JsonNode received = post("/pvz/v1/batches/" + batch + ":receive", "{\"accepted\": [" + accepted + "]}");
        orders.deliverAll();
        for (JsonNode parcel : received.path("accepted")) {
            issue(parcel.path("order_id").asString(), pvz);
        }
        orders.deliverAll();
        for (String path : new String[] {
            "/pvz/v1/orders/history?limit=5&pvz_id=" + pvz,
            "/pvz/v1/returns?limit=5&pvz_id=" + pvz,
            "/pvz/v1/points/" + pvz + "/capacity",
            "/pvz/v1/points/" + pvz
        }) {
            api.get(path);
        }
    }

    private void issue(String order, String pvz) throws InterruptedException {
        String code =
                api.get("/orders/" + order + "/pickup-code").body().path("code").asString("");
        JsonNode verified = post(
                "/pvz/v1/pickup/verify",
                "{\"order_id\": \"" + order + "\", \"code\": \"" + code + "\", \"pvz_id\": \"" + pvz + "\"}");
        post(
                "/pvz/v1/orders:process",
                "{\"action\": \"ISSUE\", \"order_ids\": [\"" + order + "\"], \"verification_ids\": [\""
                        + verified.path("verification_id").asString("") + "\"]}");
    }

    private JsonNode post(String path, String body) throws InterruptedException {
        return api.post(path, UUID.randomUUID().toString(), body).body();
    }
}
