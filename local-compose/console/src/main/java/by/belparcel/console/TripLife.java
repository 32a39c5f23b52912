package by.belparcel.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The life of a trip against one process that serves all functions: a carrier takes what the orders have become. */
final class TripLife {

    /** The carrier of the token (functions/carriers, seed). */
    static final String CARRIER = "0190a003-0000-7000-8000-000000000001";

    private static final int FIXES = 6;

    private final String address;
    private final ApiClient api;
    private final OrderLife orders;
    private final HttpClient http = HttpClient.newHttpClient();

    TripLife(String address, String token, OrderLife orders) {
        this.address = address;
        this.api = new ApiClient(address, token);
        this.orders = orders;
    }

    void live() throws IOException, InterruptedException {
        post("/carrier/shifts", "{}");
        post(
                "/carrier/vehicle-checks",
                "{\"fuel\": \"OK\", \"tyres\": \"OK\", \"lights\": \"OK\", \"seal\": \"OK\", \"body\": \"OK\"}");
        api.put("/carrier/availability", "{\"availability\": \"ONLINE\"}");
        for (JsonNode batch : api.get("/batches?state=OPEN&limit=100").body().path("items")) {
            post("/batches/" + batch.path("id").asString() + "/close", "{}");
        }
        orders.deliverAll();
        for (JsonNode offer : api.get("/carrier/offers").body().path("items")) {
            drive(
                    "/carrier/trips/" + offer.path("trip_id").asString(),
                    offer.path("trip_id").asString());
        }
        for (String path : new String[] {
            "/trips?limit=5", "/locations", "/reports/alerts", "/carriers?limit=5", "/carrier/me", "/carrier/trips"
        }) {
            api.get(path);
        }
    }

    private void drive(String commands, String trip) throws IOException, InterruptedException {
        post(commands + "/confirm", "{}");
        JsonNode plan = api.get("/trips/" + trip).body();
        post(
                commands + "/pickup",
                "{\"batch_ids\": "
                        + plan.path("batches")
                                .valueStream()
                                .map(batch -> "\"" + batch.path("id").asString() + "\"")
                                .toList()
                        + "}");
        orders.deliverAll();
        watch();
        for (JsonNode stop : plan.path("stops")) {
            if (!stop.path("type").asString().equals("PICKUP")) {
                for (int i = 0; i < FIXES; i++) {
                    fix(
                            stop.path("lat").asDouble() + i * 0.0002,
                            stop.path("lng").asDouble(),
                            i);
                }
                String seq = stop.path("seq").asString();
                post(commands + "/stops/" + seq + "/arrive", "{}");
                post(commands + "/deliver", "{\"stop_seq\": " + seq + "}");
                orders.deliverAll();
            }
        }
    }

    /** Through the upload, and once more as the event that Kafka would bring. */
    private void fix(double lat, double lng, int number) throws IOException, InterruptedException {
        String at = Instant.ofEpochMilli(System.currentTimeMillis()).toString();
        String fix = String.format(
                Locale.ROOT,
                "\"lat\": %.6f, \"lng\": %.6f, \"accuracy_m\": 8, \"speed_mps\": 9.5, \"device_time\": \"%s\", \"seq\": %d",
                lat,
                lng,
                at,
                number + 1);
        api.send("/carrier/locations", "{\"fixes\": [{" + fix + "}]}");
        HttpRequest event = HttpRequest.newBuilder(URI.create(address + "/events/judge-fix-on-location-reported"))
                .header("content-type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "/belparcel/reportLocations")
                .header("ce-type", "by.belparcel.carrier.location.reported.v1")
                .header("ce-subject", CARRIER)
                .header("ce-partitionkey", CARRIER)
                .header("ce-time", at)
                .POST(HttpRequest.BodyPublishers.ofString("{\"carrier_id\": \"" + CARRIER + "\", " + fix
                        + ", \"received_time\": \"" + at + "\", \"at\": \"" + at + "\"}"))
                .build();
        http.send(event, HttpResponse.BodyHandlers.discarding());
    }

    /** One client of the live map, from ticket to snapshot. */
    private void watch() throws InterruptedException {
        String ticket =
                api.send("/locations/ws-ticket", "{}").body().path("ticket").asString();
        CountDownLatch seen = new CountDownLatch(2);
        try {
            WebSocket socket = http.newWebSocketBuilder()
                    .header("Origin", address)
                    .subprotocols("belparcel.v1", "ticket." + ticket)
                    .buildAsync(URI.create(address.replace("http://", "ws://") + "/ws/locations"), new Frames(seen))
                    .join();
            boolean both = seen.await(5, TimeUnit.SECONDS);
            socket.abort();
            if (!both) {
                throw new IllegalStateException("the live map said nothing");
            }
        } catch (CompletionException e) {
            throw new IllegalStateException("the live map refused the training client", e);
        }
    }

    private void post(String path, String body) throws InterruptedException {
        api.post(path, UUID.randomUUID().toString(), body);
    }

    private record Frames(CountDownLatch seen) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            seen.countDown();
            socket.request(1);
            return null;
        }
    }
}
