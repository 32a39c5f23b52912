package by.belparcel.console.chaos;

import by.belparcel.console.demo.Delivery;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes on in the streets during a run: carriers that deliver, pick-up points that issue, and people who watch them; or nothing. */
final class Traffic implements AutoCloseable {

    private static final double SPEEDUP = 60;

    private final AtomicBoolean allPlaced = new AtomicBoolean();
    private @Nullable Delivery delivery;
    private @Nullable LiveWatch watch;

    static Traffic none() {
        return new Traffic();
    }

    static Traffic on(Target target, String since) throws InterruptedException {
        Traffic traffic = new Traffic();
        Delivery delivery =
                Delivery.plain(target.system(), SPEEDUP, traffic.allPlaced::get, new ChaosOrders(target.db(), since));
        delivery.begin();
        traffic.delivery = delivery;
        traffic.watch = new LiveWatch(target);
        return traffic;
    }

    boolean flows() {
        return delivery != null;
    }

    /** No order is added any more: batches may be closed. */
    void allPlaced() {
        allPlaced.set(true);
    }

    List<Violation> violations(Consumer<String> progress) {
        LiveWatch seen = watch;
        if (seen == null) {
            return List.of();
        }
        seen.tell(progress);
        return seen.violations();
    }

    @Override
    public void close() throws InterruptedException {
        if (delivery != null) {
            delivery.close();
        }
        if (watch != null) {
            watch.close();
        }
    }
}
