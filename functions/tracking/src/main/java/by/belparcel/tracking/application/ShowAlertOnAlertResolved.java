package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AlertEvent;
import by.belparcel.kernel.AlertState;
import by.belparcel.tracking.stream.application.Feed;
import reactor.core.publisher.Mono;

/** An alert about a trip goes to live clients: resolved. */
public final class ShowAlertOnAlertResolved implements EventHandler<AlertEvent.Resolved> {

    private final TripBook book;
    private final Feed feed;

    public ShowAlertOnAlertResolved(TripBook book, Feed feed) {
        this.book = book;
        this.feed = feed;
    }

    @Override
    public Mono<Handled> on(AlertEvent.Resolved event, EventContext context) {
        AlertFrames.Alert alert = new AlertFrames.Alert(
                event.alertId(),
                event.kind(),
                event.severity(),
                event.subjectType(),
                event.subject(),
                event.count(),
                AlertState.RESOLVED);
        return AlertFrames.tell(book, feed, alert, context);
    }
}
