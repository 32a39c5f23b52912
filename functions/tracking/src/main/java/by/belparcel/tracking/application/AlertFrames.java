package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AlertState;
import by.belparcel.tracking.stream.application.Feed;
import by.belparcel.tracking.stream.model.FeedKind;
import java.util.Locale;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Alerts about trips for live clients. */
final class AlertFrames {

    /** @param subjectType only {@code trip} goes to the map */
    record Alert(
            String alertId,
            AlertKind kind,
            AlertSeverity severity,
            String subjectType,
            String subject,
            int count,
            AlertState state) {}

    private AlertFrames() {}

    static Mono<Handled> tell(TripBook book, Feed feed, Alert alert, EventContext context) {
        if (!alert.subjectType().toLowerCase(Locale.ROOT).equals("trip")) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        ObjectNode frame = Frames.object()
                .put("alert_id", alert.alertId())
                .put("kind", alert.kind().name())
                .put("severity", alert.severity().name())
                .put("state", alert.state().name())
                .put("at", context.now().toString());
        frame.set("details", Frames.object().put("count", alert.count()));
        return book.trips()
                .lock(context.tx(), alert.subject())
                .then(feed.append(context.tx(), FeedKind.ALERT, alert.subject(), frame))
                .then(Handled.applied());
    }
}
