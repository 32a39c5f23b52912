package by.belparcel.console.counter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.ApiClient;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.bench.OwnSystem;
import by.belparcel.console.counter.CommandLine.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The counter of one pick-up point over HTTP, gRPC and the command line, from zero, on the whole product. */
class CounterFacesIT {

    private static final String PVZ = "0190a001-0000-7000-8000-000000000001";
    private static final int CLIENTS = 100;

    private static OwnSystem system;
    private static ApiClient worker;
    private static CommandLine line;

    @BeforeAll
    static void start() throws Exception {
        system = OwnSystem.start();
        String address = system.running().address();
        String token = new LocalTokens(system.running()).issue("pvz_worker", "w", Map.of("pvz_id", List.of(PVZ)));
        worker = new ApiClient(address, token);
        line = new CommandLine(address, token);
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test // the two command lines of the original program, as printed there
    void theOriginalCommandLinesWork() throws Exception {
        Result accepted = line.run("accept", "--order-id=1", "--customer-id=123", "--storage-until=" + inDays(7));
        assertThat(accepted).isEqualTo(new Result(0, "ORDER_ACCEPTED: 1\nPACKAGE: NONE\nTOTAL_PRICE: 0.01"));
        line.run("accept", "--order-id=2", "--customer-id=123", "--storage-until=" + inDays(7));
        line.run("accept", "--order-id=3", "--customer-id=123", "--storage-until=" + inDays(7));

        Result issued = line.run("issue", "--order-ids=1,2,3");
        Result again = line.run("issue", "--order-ids=1,2,3");

        assertThat(issued).isEqualTo(new Result(0, "PROCESSED: 1\nPROCESSED: 2\nPROCESSED: 3"));
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.text()).contains("ERROR 1: ORDER_ALREADY_ISSUED", "ERROR 3: ORDER_ALREADY_ISSUED");
    }

    @Test
    void whatOneFaceDoesTheOthersSee() throws Exception {
        ApiClient.Answer accepted = worker.post(
                "/pvz/v1/orders:accept",
                UUID.randomUUID().toString(),
                "{\"order_id\": 41, \"user_id\": 77, \"storage_until\": \"" + inDays(3)
                        + "\", \"package\": \"bag\", \"weight\": 9.999, \"price\": \"100.00\"}");
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(200);

        Result listed = line.run("list-orders", "--user-id=77");
        Result heavy = line.run(
                "accept",
                "--order-id=42",
                "--customer-id=77",
                "--package=bag",
                "--weight=10.000",
                "--price=1",
                "--storage-until=" + inDays(3));

        assertThat(listed.exit()).isZero();
        assertThat(listed.text()).contains("ORDER: 41", "TOTAL: 1");
        assertThat(heavy.exit()).isEqualTo(2);
        assertThat(heavy.text()).startsWith("ERROR: WEIGHT_TOO_HEAVY");
        assertThat(worker.get("/pvz/v1/orders/41/history").body().path("items").size())
                .isEqualTo(1);
    }

    @Test // D22, A5: through the gateway, on processes that woke for it
    void aHundredClientsWhoIssueOneParcelHandItOverOnce() throws Exception {
        worker.post(
                "/pvz/v1/orders:accept",
                UUID.randomUUID().toString(),
                "{\"order_id\": 51, \"user_id\": 78, \"storage_until\": \"" + inDays(3) + "\"}");
        LocalTokens tokens = new LocalTokens(system.running());
        List<Callable<ApiClient.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            // A terminal of its own for each: what is tested here is the parcel, not the limit of a terminal.
            ApiClient client = new ApiClient(
                    system.running().address(),
                    tokens.issue("pvz_worker", "terminal-" + i, Map.of("pvz_id", List.of(PVZ))));
            clients.add(() -> client.post(
                    "/pvz/v1/orders:process",
                    UUID.randomUUID().toString(),
                    "{\"action\": \"ISSUE\", \"order_ids\": [51]}"));
        }
        int issued = 0;
        int refused = 0;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<ApiClient.Answer> answer : people.invokeAll(clients)) {
                issued += answer.get().body().path("processed").size();
                refused += answer.get().body().findValuesAsString("code").stream()
                        .filter("ORDER_ALREADY_ISSUED"::equals)
                        .toList()
                        .size();
            }
        }

        assertThat(issued).isOne();
        assertThat(refused).isEqualTo(CLIENTS - 1);
        assertThat(worker.get("/pvz/v1/orders/51/history").body().path("items").valueStream())
                .extracting(entry -> entry.path("state").asString())
                .containsExactly("ACCEPTED", "ISSUED");
    }

    @Test // H-40: from zero
    void theDocumentAndItsPageAreServed() throws Exception {
        assertThat(worker.get("/openapi.json").body().path("openapi").asString())
                .startsWith("3.1");
        assertThat(worker.get("/swagger-ui/").status()).isEqualTo(200);
    }

    private static String inDays(int days) {
        return Instant.now()
                .plus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
