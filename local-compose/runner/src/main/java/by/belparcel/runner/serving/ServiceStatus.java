package by.belparcel.runner.serving;

import java.util.List;

/** What is known of a service now; {@code scale} counts ready instances, {@code lastColdMillis} is -1 before the first cold start. */
public record ServiceStatus(
        ServiceKey key,
        boolean isPublic,
        int scale,
        int starting,
        int inFlight,
        int queued,
        long requests,
        long coldStarts,
        long lastColdMillis,
        long crashes,
        List<Running> instances) {

    /** One process of the service; metrics are read at {@code metricsPort}, mostly the same port. */
    public record Running(String id, long pid, int port, int metricsPort, boolean ready, int inFlight) {}
}
