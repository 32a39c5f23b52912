package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.RunningSystem;
import by.belparcel.console.counter.Counters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Carriers, operator and pick-up points at work until the demonstration closes. */
public final class Delivery implements AutoCloseable {

    /** So near that a vehicle at 60 times its speed is back within minutes. */
    static final double REACH_METRES = 25_000;

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Fleet fleet;
    private final Dispatcher dispatcher;
    private final Counters counters;

    Delivery(
            RunningSystem system,
            ApiClient admin,
            DemoMap map,
            List<Mishap> badLuck,
            double speedup,
            TripBook book,
            BooleanSupplier allConfirmed,
            Counters.Book orders)
            throws InterruptedException {
        this.counters = new Counters(system, admin, orders, book::trouble, open::get);
        this.fleet = new Fleet(system, admin, map, badLuck, speedup, book, open::get);
        this.dispatcher = new Dispatcher(admin, book, allConfirmed, open::get);
    }

    /** With carriers that have no bad luck of their own, for a run whose faults come from elsewhere. */
    public static Delivery plain(
            RunningSystem system, double speedup, BooleanSupplier allConfirmed, Counters.Book orders)
            throws InterruptedException {
        ApiClient admin =
                new ApiClient(system.address(), new LocalTokens(system).issue("admin", "demo-admin", Map.of()));
        DemoMap map = new DemoMap(admin, REACH_METRES);
        return new Delivery(system, admin, map, List.of(), speedup, new TripBook(), allConfirmed, orders);
    }

    public void begin() {
        fleet.drivers().forEach(people::execute);
        people.execute(dispatcher);
        people.execute(counters);
    }

    /** Waits until everybody has gone home. */
    @Override
    public void close() {
        open.set(false);
        people.close();
    }
}
