package by.belparcel.eventing.outbox;

import by.belparcel.eventing.handling.Settings;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The outbox function as a process of its own: one tick, then exit 0. Its environment is the function's environment. A tick that Kafka
 * did not answer in time is followed by another one, as on the platform: a machine that is busy elsewhere must not look like a fault.
 * Each tick is a line of the standard output.
 */
final class DrainProcess {

    private static final int TICKS = 5;

    private DrainProcess() {}

    public static void main(String[] arguments) {
        OutboxFunction function = OutboxFunction.of(new Settings(System.getenv()), OutboxMetrics.noop());
        Mono.defer(() -> {
                    System.out.println("tick");
                    return function.tick();
                })
                .retryWhen(Retry.max(TICKS - 1L).filter(OutboxUnavailable.class::isInstance))
                .block();
        Runtime.getRuntime().exit(0);
    }
}
