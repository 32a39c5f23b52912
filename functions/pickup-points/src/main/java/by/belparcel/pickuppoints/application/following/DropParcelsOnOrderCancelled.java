package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.reading.CacheTags;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Nobody waits any more for the parcels of a cancelled order. What lies at the point already stays there. */
public final class DropParcelsOnOrderCancelled implements EventHandler<OrderEvent.Cancelled> {

    /** No batch can have held the order. */
    private static final Set<OrderState> BEFORE_BATCHES = EnumSet.of(OrderState.CREATED, OrderState.AUTHORIZED);

    private final Announcements announcements;
    private final Cache cache;

    public DropParcelsOnOrderCancelled(Announcements announcements, Cache cache) {
        this.announcements = announcements;
        this.cache = cache;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Cancelled event, EventContext context) {
        return BEFORE_BATCHES.contains(event.wasState())
                ? Handled.ignored(Handled.Reason.STATE)
                : announcements
                        .cancel(ParcelWork.of(context), event.orderId())
                        .flatMap(this::hold)
                        .then(Handled.applied());
    }

    /** No fact says that a parcel was dropped, so the lists that show it are held here. */
    private Mono<Void> hold(List<String> clients) {
        return clients.isEmpty()
                ? Mono.empty()
                : cache.hold(clients.stream().map(CacheTags::client).collect(Collectors.toUnmodifiableSet()));
    }
}
