package by.belparcel.console.counter;

import by.belparcel.console.ApiClient;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The client with the application in the hand. */
final class Recipient {

    private final RunningSystem system;
    private final LocalTokens tokens;

    Recipient(RunningSystem system) {
        this.system = system;
        this.tokens = new LocalTokens(system);
    }

    /** The pick-up code as the client's page shows it; empty while the ticket is not active. */
    Optional<String> code(String order) throws InterruptedException {
        ApiClient client = new ApiClient(
                system.address(), tokens.issue("client", "client-" + order, Map.of("order_id", List.of(order))));
        ApiClient.Answer answer = client.get("/orders/" + order + "/pickup-code");
        JsonNode code = answer.body().path("code");
        return answer.status() == 200 ? Optional.of(code.asString()) : Optional.empty();
    }
}
