package by.belparcel.eventing.grpc;

import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.channel.EventLoopGroup;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** grpc.health.v1 for the whole process and each of its services: what {@code /readyz} says, at most a moment later. */
final class ReadinessHealth {

    private static final long EVERY_MILLIS = 250;

    private final HealthStatusManager manager = new HealthStatusManager();
    private final BooleanSupplier ready;
    private final List<String> services;
    private final Future<?> repeated;

    ReadinessHealth(BooleanSupplier ready, List<String> services, EventLoopGroup loops) {
        this.ready = ready;
        this.services = services;
        update();
        this.repeated =
                loops.next().scheduleAtFixedRate(this::update, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    BindableService service() {
        return manager.getHealthService();
    }

    /** From now on NOT_SERVING, whatever happens. */
    void stop() {
        repeated.cancel(false);
        manager.enterTerminalState();
    }

    private void update() {
        ServingStatus status = ready.getAsBoolean() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
        manager.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
        services.forEach(name -> manager.setStatus(name, status));
    }
}
