package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The chaos of the demonstration: the relay drops a share of what it publishes; afterwards an operator releases what gave up. */
final class RelayChaos implements AutoCloseable {

    private final ApiClient admin;

    private RelayChaos(ApiClient admin) {
        this.admin = admin;
    }

    /** @param percent 0 turns nothing */
    static RelayChaos turn(ApiClient admin, int percent) throws InterruptedException {
        RelayChaos chaos = new RelayChaos(admin);
        if (percent > 0) {
            chaos.knob(percent);
        }
        return chaos;
    }

    /** Keys that are DEAD at the relay go out again in order. Returns how many there were. */
    int release() throws InterruptedException {
        List<String> dead = new ArrayList<>();
        for (JsonNode key : admin.get("/dead-letters/parked-keys").body().path("items")) {
            if (key.path("holder").asString().equals("outbox")
                    && key.path("state").asString().equals("DEAD")) {
                dead.add(key.path("key").asString());
            }
        }
        for (String key : dead) {
            admin.post("/dead-letters/parked-keys/release", UUID.randomUUID().toString(), "{\"key\": \"" + key + "\"}");
        }
        return dead.size();
    }

    @Override
    public void close() throws InterruptedException {
        knob(0);
    }

    private void knob(int percent) throws InterruptedException {
        ApiClient.Answer answer = admin.put("/dead-letters/chaos", "{\"relay_drop_percent\": " + percent + "}");
        if (answer.status() != 200) {
            throw new IllegalStateException("the chaos knob answered " + answer.status() + " " + answer.body());
        }
    }
}
