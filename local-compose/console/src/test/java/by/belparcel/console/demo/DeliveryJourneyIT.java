package by.belparcel.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.ApiClient;
import by.belparcel.console.DemoPlaces;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.bench.OwnSystem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** From the warehouse into the hands of the clients, with carriers and counters that use their own APIs, on the whole product. */
class DeliveryJourneyIT {

    private static final int ORDERS = 40;

    @Test // A1 steps 3, 4, 6, 7 and 8; D6, D9, D19
    @Timeout(value = 340, unit = TimeUnit.SECONDS)
    void everyOrderMeetsItsFateAlthoughCarriersRejectAndBreakDown() throws Exception {
        try (OwnSystem system = OwnSystem.start()) {
            LocalTokens tokens = new LocalTokens(system.running());
            String address = system.running().address();
            ApiClient shop =
                    new ApiClient(address, tokens.issue("shop", "s", Map.of("shop_id", List.of(DemoPlaces.SHOP))));
            ApiClient admin = new ApiClient(address, tokens.issue("admin", "a", Map.of()));
            DemoMap map = new DemoMap(admin, Delivery.REACH_METRES);
            OrderRun run = new OrderRun(shop, map, ORDERS, System.nanoTime() + TimeUnit.SECONDS.toNanos(300));
            TripBook book = new TripBook();
            try (Delivery delivery = new Delivery(
                    system.running(),
                    admin,
                    map,
                    List.of(Mishap.REJECTS, Mishap.BREAKS_DOWN),
                    60,
                    book,
                    run::allConfirmed,
                    run)) {
                delivery.begin();
                run.place(line -> {});
                run.follow(line -> {}, () -> true);
            }
            Account account = new Account(admin, run.ids());

            assertThat(run.byState())
                    .as("%s %s", book.troubles(), account.trips(book))
                    .isEqualTo(Map.of("ISSUED", ORDERS - 4, "RETURNING", 2, "CLIENT_RETURNED", 2));
            assertThat(account.openPayments(run, Duration.ofSeconds(30)))
                    .as("money that is not settled")
                    .isZero();
            assertThat(account.notInOneBatch()).isZero();
            assertThat(account.tripCount()).isPositive();
            assertThat(account.completed()).isEqualTo(account.tripCount());
            assertThat(String.join("\n", account.trips(book))).contains("rejected by", "broke down", "taken over by");
            assertThat(items(admin, "/reports/alerts?kind=BREAKDOWN")).isNotEmpty();
            assertThat(items(admin, "/trips/reassignments?trigger=BREAKDOWN")).isNotEmpty();
            assertThat(items(admin, "/locations"))
                    .as("no trip is on its way any more")
                    .isEmpty();
        }
    }

    private static List<JsonNode> items(ApiClient api, String path) throws InterruptedException {
        ApiClient.Answer answer = api.get(path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }
}
