package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AlertEvent;
import by.belparcel.kernel.AlertState;
import by.belparcel.tracking.stream.application.Feed;
import reactor.core.publisher.Mono;

/** An alert about a trip goes to live clients: snoozed. */
public final class ShowAlertOnAlertSnoozed implements EventHandler<AlertEvent.Snoozed> {

    private final TripBook book;
    private final Feed feed;

    public ShowAlertOnAlertSnoozed(TripBook book, Feed feed) {
        this.book = book;
        this.feed = feed;
    }

    @Override
    public Mono<Handled> on(AlertEvent.Snoozed event, EventContext context) {
        AlertFrames.Alert alert = new AlertFrames.Alert(
                event.alertId(),
                event.kind(),
                event.severity(),
                event.subjectType(),
                event.subject(),
                event.count(),
                AlertState.SNOOZED);
        return AlertFrames.tell(book, feed, alert, context);
    }
}
