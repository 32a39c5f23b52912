package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AlertEvent;
import by.belparcel.kernel.AlertState;
import by.belparcel.tracking.stream.application.Feed;
import reactor.core.publisher.Mono;

/** An alert about a trip goes to live clients: acked. */
public final class ShowAlertOnAlertAcknowledged implements EventHandler<AlertEvent.Acknowledged> {

    private final TripBook book;
    private final Feed feed;

    public ShowAlertOnAlertAcknowledged(TripBook book, Feed feed) {
        this.book = book;
        this.feed = feed;
    }

    @Override
    public Mono<Handled> on(AlertEvent.Acknowledged event, EventContext context) {
        AlertFrames.Alert alert = new AlertFrames.Alert(
                event.alertId(),
                event.kind(),
                event.severity(),
                event.subjectType(),
                event.subject(),
                event.count(),
                AlertState.ACKED);
        return AlertFrames.tell(book, feed, alert, context);
    }
}
