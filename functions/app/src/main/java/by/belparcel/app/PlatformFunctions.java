package by.belparcel.app;

import static by.belparcel.eventing.handling.FunctionSpec.tick;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.inbox.DispatchTimers;
import by.belparcel.eventing.inbox.InboxMetrics;
import by.belparcel.eventing.inbox.InboxRetention;
import by.belparcel.eventing.inbox.Machinery;
import by.belparcel.eventing.outbox.OutboxFunction;
import by.belparcel.eventing.outbox.OutboxMetrics;
import by.belparcel.events.PlatformEvent;
import by.belparcel.tracking.stream.TrackingStreamFunctions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs by the clock. All of it is one Service, so that a tick costs one process. */
public final class PlatformFunctions implements FunctionModule {

    private static final String EVERY_MINUTE = "tick";
    private static final String EVERY_NIGHT = "nightly";

    private final OutboxMetrics metrics;
    private @Nullable OutboxFunction outbox;

    public PlatformFunctions(OutboxMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "ticks";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                tick("drainOutbox", EVERY_MINUTE, this::outbox),
                tick("dispatchTimers", EVERY_MINUTE, this::timers),
                TrackingStreamFunctions.tidying(EVERY_MINUTE),
                tick(
                        "cleanInbox",
                        EVERY_NIGHT,
                        services -> new InboxRetention(services.database(), services.settings())));
    }

    /** Fired timers are facts: they go out at once, in the same process. */
    private TickHandler timers(Services services) {
        Machinery machinery = new Machinery(services.database(), services.ids(), new LogOutbox(), InboxMetrics.noop());
        DispatchTimers timers = new DispatchTimers(machinery, PlatformFunctions::fired);
        TickHandler drain = outbox(services);
        return () -> timers.tick().then(drain.tick());
    }

    private OutboxFunction outbox(Services services) {
        OutboxFunction made = outbox;
        if (made == null) {
            made = OutboxFunction.of(services.settings(), metrics);
            outbox = made;
        }
        return made;
    }

    private static PlatformEvent.TimerFired fired(String id, String kind, String subject, Instant dueAt) {
        return new PlatformEvent.TimerFired(id, kind, subject, dueAt, dueAt);
    }
}
