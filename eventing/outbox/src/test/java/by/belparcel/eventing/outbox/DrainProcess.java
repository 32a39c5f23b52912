package by.belparcel.eventing.outbox;

import by.belparcel.eventing.handling.Settings;

/** The outbox function as a process of its own: one tick, then exit 0. Its environment is the function's environment. */
final class DrainProcess {

    private DrainProcess() {}

    public static void main(String[] arguments) {
        OutboxFunction.of(new Settings(System.getenv()), OutboxMetrics.noop())
                .tick()
                .block();
        Runtime.getRuntime().exit(0);
    }
}
