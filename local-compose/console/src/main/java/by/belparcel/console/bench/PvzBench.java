package by.belparcel.console.bench;

import by.belparcel.console.ApiClient;
import by.belparcel.console.AppProcess;
import by.belparcel.pvz.v1.ListOrdersRequest;
import by.belparcel.pvz.v1.ProcessOrdersRequest;
import by.belparcel.pvz.v1.PvzServiceGrpc.PvzServiceBlockingStub;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The counter of a pick-up point: issues and lists over HTTP and over gRPC, both from processes of their own on one database;
 * the list of a client with ten thousand parcels; the same list with and without the cache; the first answer of a cold process.
 */
final class PvzBench implements Bench {

    private static final int CLIENTS = 8;
    private static final int WARM_UP_SECONDS = 4;
    private static final int SECONDS = 8;
    private static final int PARCELS = 60_000;
    private static final int COLD_ROUNDS = 7;
    private static final int LISTS = 200;
    private static final int PAGES = 20;
    private static final double SHARE = 0.6;
    private static final double LIST_MILLIS = 50;

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (CounterField field = CounterField.with(PARCELS)) {
            AppProcess http = field.serve(List.of());
            AppProcess grpc = field.begin(List.of(CounterField.GRPC));
            try (GrpcCounter counter = new GrpcCounter(grpc)) {
                figures.add(issues(http, counter.stub()));
                figures.add(lists(http, counter.stub()));
                figures.add(longList(http));
                figures.addAll(cache(field, http));
            } finally {
                http.terminate(20);
                grpc.terminate(20);
            }
            figures.add(GrpcCounter.cold(field, COLD_ROUNDS));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return figures;
    }

    private Figure issues(AppProcess http, PvzServiceBlockingStub grpc) throws InterruptedException {
        ApiClient api = worker(http);
        Callable<?> overHttp = () -> expect(
                200,
                api.post(
                        "/pvz/v1/orders:process",
                        UUID.randomUUID().toString(),
                        "{\"action\": \"ISSUE\", \"order_ids\": [\"" + next.incrementAndGet() + "\"]}"));
        Callable<?> overGrpc = () -> {
            ProcessOrdersRequest request = ProcessOrdersRequest.newBuilder()
                    .setAction("ISSUE")
                    .addOrderIds(String.valueOf(next.incrementAndGet()))
                    .build();
            var reply = GrpcCounter.keyed(grpc).processOrders(request);
            if (reply.getProcessedCount() != 1) {
                throw new IllegalStateException("not issued: " + reply);
            }
            return reply;
        };
        return compared("pvz issue over gRPC", "issues/s", overGrpc, overHttp);
    }

    private static Figure lists(AppProcess http, PvzServiceBlockingStub grpc) throws InterruptedException {
        ApiClient api = worker(http);
        AtomicInteger client = new AtomicInteger();
        Callable<?> overHttp =
                () -> expect(200, api.get("/pvz/v1/clients/" + (1 + client.incrementAndGet() % PARCELS) + "/orders"));
        Callable<?> overGrpc = () -> grpc.listOrders(ListOrdersRequest.newBuilder()
                .setUserId(String.valueOf(1 + client.incrementAndGet() % PARCELS))
                .build());
        return compared("pvz list over gRPC", "lists/s", overGrpc, overHttp);
    }

    private static Figure compared(String name, String unit, Callable<?> grpc, Callable<?> http)
            throws InterruptedException {
        Rates.of(CLIENTS, WARM_UP_SECONDS, client -> http);
        double overHttp = Rates.of(CLIENTS, SECONDS, client -> http);
        Rates.of(CLIENTS, WARM_UP_SECONDS, client -> grpc);
        double overGrpc = Rates.of(CLIENTS, SECONDS, client -> grpc);
        return Figure.atLeast(name, overGrpc, unit, "over HTTP", overHttp, SHARE);
    }

    /** Pages all through the list, so that deep ones count as well and no two calls are answered from memory. */
    private static Figure longList(AppProcess http) throws InterruptedException {
        ApiClient api = worker(http);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            int page = 1 + i * (CounterField.MANY / 20) / LISTS;
            long started = System.nanoTime();
            expect(200, api.get("/pvz/v1/clients/" + CounterField.BUSY_CLIENT + "/orders?limit=20&page=" + page));
            millis.add((System.nanoTime() - started) / 1e6);
        }
        millis.sort(null);
        return Figure.limit("pvz list of 10,000, p95", millis.get(LISTS * 95 / 100), "ms", LIST_MILLIS);
    }

    private static List<Figure> cache(CounterField field, AppProcess cached)
            throws IOException, InterruptedException, SQLException {
        AppProcess uncached = field.serve(List.of("BELPARCEL_CACHE_ENTRIES=0"));
        try {
            Read with = read(field, cached);
            Read without = read(field, uncached);
            return List.of(
                    Figure.atLeast("pvz list, cached", with.rate(), "lists/s", "not cached", without.rate(), 1),
                    Figure.atMost(
                            "database load, cached", with.rows(), "rows/list", "not cached", without.rows(), 0.1));
        } finally {
            uncached.terminate(20);
        }
    }

    /** @param rows that the database read for each list */
    private record Read(double rate, double rows) {}

    private static Read read(CounterField field, AppProcess process) throws InterruptedException, SQLException {
        ApiClient api = worker(process);
        AtomicInteger page = new AtomicInteger();
        // Pages in turn: clients who ask for the same one at the same moment share its load even without a cache.
        Callable<?> one = () -> expect(
                200,
                api.get("/pvz/v1/clients/" + CounterField.BUSY_CLIENT + "/orders?limit=20&page="
                        + (1 + page.incrementAndGet() % PAGES)));
        Rates.of(CLIENTS, WARM_UP_SECONDS, client -> one);
        long before = field.rowsRead();
        double rate = Rates.of(CLIENTS, SECONDS, client -> one);
        return new Read(rate, (field.rowsRead() - before) / (rate * SECONDS));
    }

    private static ApiClient worker(AppProcess process) {
        return new ApiClient(process.address(), process.worker(CounterField.PVZ));
    }

    private static Object expect(int status, ApiClient.Answer answer) {
        if (answer.status() != status || !answer.body().path("errors").isEmpty()) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }
}
