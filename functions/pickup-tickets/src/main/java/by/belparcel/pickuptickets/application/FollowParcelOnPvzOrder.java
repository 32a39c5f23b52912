package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzOrderEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps the ticket where the parcels are: the last accepted one makes it active, the last issued one redeems it, storage that ends or
 * is extended and parcels that go back have their say. Facts of one parcel may come twice and in any order.
 */
public final class FollowParcelOnPvzOrder<E extends PvzOrderEvent> implements EventHandler<E> {

    private final Function<E, @Nullable ParcelNews> reading;
    private final Parcels parcels;
    private final TicketFollowing following;

    public FollowParcelOnPvzOrder(
            Function<E, @Nullable ParcelNews> reading, Parcels parcels, TicketFollowing following) {
        this.reading = reading;
        this.parcels = parcels;
        this.following = following;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        ParcelNews news = reading.apply(event);
        if (news == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return parcels.record(context.tx(), news, context.event().sequence())
                .then(Mono.defer(() -> following.follow(news.orderId(), context)))
                .then(Handled.applied());
    }
}
