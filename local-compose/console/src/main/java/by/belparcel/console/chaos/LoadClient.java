package by.belparcel.console.chaos;

import by.belparcel.console.DemoPlaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.json.JsonMapper;

/** One client: a key per command, repeated until the answer is known. */
final class LoadClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLOSED_PVZ = "0190a001-0000-7000-8000-000000000042";
    private static final String CANCELLING = "{\"reason_code\": \"SHOP\"}";
    private static final long GOODS_KOPECKS = 4_500;

    /** An order that is to be cancelled once it had time to be confirmed. */
    record Later(Plan.Order order, String id) {}

    private final int number;
    private final String run;
    private final Api api;
    private final History history;
    private final Queue<Later> later;

    LoadClient(int number, String run, Api api, History history, Queue<Later> later) {
        this.number = number;
        this.run = run;
        this.api = api;
        this.history = history;
        this.later = later;
    }

    /** Places the order, cancels it at once if so planned, then cancels an older one. */
    void live(Plan.Order order) throws InterruptedException {
        String ref = "chaos-" + run + "-" + order.number();
        Deed placed = send(Deed.Action.PLACE, ref, ref, "/orders", body(ref, order), order.twice());
        if (placed.verdict() == Deed.Verdict.OK) {
            String id = JSON.readTree(placed.answer().body()).path("id").asString();
            switch (order.cancel()) {
                case AT_ONCE -> cancel(new Later(order, id));
                case LATER -> later.add(new Later(order, id));
                case NEVER -> {}
            }
        }
        if (later.size() > Load.CLIENTS) {
            cancelOldest();
        }
    }

    /** Cancels what is left to be cancelled. */
    void rest() throws InterruptedException {
        while (cancelOldest()) {
            Thread.onSpinWait();
        }
    }

    private boolean cancelOldest() throws InterruptedException {
        Later oldest = later.poll();
        if (oldest != null) {
            cancel(oldest);
        }
        return oldest != null;
    }

    private void cancel(Later what) throws InterruptedException {
        String key = "chaos-" + run + "-" + what.order().number() + "-cancel";
        send(
                Deed.Action.CANCEL,
                what.id(),
                key,
                "/orders/" + what.id() + "/cancel",
                CANCELLING,
                what.order().twice());
    }

    private Deed send(Deed.Action action, String target, String key, String path, String body, boolean twice)
            throws InterruptedException {
        history.invoked(number, action.name(), key, target);
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (int copy = 0; copy < (twice ? 2 : 1); copy++) {
            asked.add(ask(path, key, body));
        }
        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<Answer> future : asked) {
            try {
                answers.add(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        Deed deed = new Deed(number, action, target, key, path, body, List.copyOf(answers));
        history.finished(deed);
        return deed;
    }

    private CompletableFuture<Answer> ask(String path, String key, String body) {
        CompletableFuture<Answer> future = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                future.complete(api.untilKnown("POST", path, key, body, PATIENCE));
            } catch (InterruptedException | RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static String body(String ref, Plan.Order order) {
        return String.format(
                Locale.ROOT,
                """
                {"shop_order_ref": "%s", "warehouse_id": "%s", "pvz_id": "%s",
                 "recipient": {"name": "Алеся Каваль", "phone": "+37529%07d", "locale": "be"},
                 "parcels": [{"no": 1, "weight_g": %d, "l": 300, "w": 200, "h": 100}],
                 "options": {"service": "%s"}, "payment_method": "%s"%s}""",
                ref,
                DemoPlaces.WAREHOUSE,
                order.refused() ? CLOSED_PVZ : DemoPlaces.PVZ,
                1_000_000 + order.number(),
                order.weightG(),
                order.express() ? "EXPRESS" : "NORMAL",
                order.onPickup() ? "PAY_ON_PICKUP" : "CARD_PREPAID",
                order.onPickup()
                        ? ", \"goods_amount\": {\"amount\": " + GOODS_KOPECKS + ", \"currency\": \"BYN\"}"
                        : "");
    }
}
