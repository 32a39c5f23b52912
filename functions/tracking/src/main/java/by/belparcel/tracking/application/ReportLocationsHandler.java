package by.belparcel.tracking.application;

import by.belparcel.eventing.envelope.EventEncoder;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.TrackingEvent;
import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * {@code POST /carrier/locations}: says per entry what is wrong with it and hands the rest to Kafka. The token says whose positions
 * they are. Without Kafka the answer is 503 and nothing is remembered: the device keeps its buffer and comes again.
 */
public final class ReportLocationsHandler implements CommandHandler<Upload, UploadView> {

    private static final String SOURCE = "/belparcel/reportLocations";

    private final Devices devices;
    private final LocationChannel channel;
    private final FixMetrics metrics;
    private final Duration interval;

    /** @param interval least time between two uploads of a carrier */
    public ReportLocationsHandler(Devices devices, LocationChannel channel, FixMetrics metrics, Duration interval) {
        this.devices = devices;
        this.channel = channel;
        this.metrics = metrics;
        this.interval = interval;
    }

    @Override
    public Mono<Outcome<UploadView>> handle(Upload upload, CommandContext context) {
        String carrierId = context.principal().claim("carrier_id");
        if (carrierId == null) {
            return refused(Rejection.forbidden("The token belongs to no carrier."));
        }
        Optional<Rejection> denied = context.denied(Map.of("carrier_id", carrierId), "CARRIER");
        if (denied.isPresent()) {
            return refused(denied.get());
        }
        if (upload.isTooMany()) {
            return refused(Rejection.of(Rejection.Kind.TOO_LARGE, "TOO_MANY_FIXES", "A request has at most 500 fixes.")
                    .with("limit", Upload.MOST)
                    .with("actual", upload.count()));
        }
        if (upload.items().size() == 1 && upload.items().getFirst() instanceof UploadItem.Broken broken) {
            return refused(onlyOne(broken));
        }
        return devices.take(context.tx(), carrierId, interval)
                .flatMap(turn -> answer(upload, turn, carrierId, context))
                .switchIfEmpty(Mono.defer(() -> refused(inactive())));
    }

    private Mono<Outcome<UploadView>> answer(
            Upload upload, Devices.Turn turn, String carrierId, CommandContext context) {
        if (!turn.active()) {
            return refused(inactive());
        }
        if (!turn.taken()) {
            long seconds = Math.max(1, (turn.rest().toMillis() + 999) / 1000);
            return refused(
                    Rejection.of(Rejection.Kind.RATE_LIMITED, "RATE_LIMITED", "Positions come too often; collect them.")
                            .with("retry_after", seconds));
        }
        List<UploadView.Line> lines = new ArrayList<>();
        List<Fix> fixes = new ArrayList<>();
        for (UploadItem item : upload.items()) {
            lines.add(line(item, turn, fixes));
        }
        return channel.send(
                        TrackingEvent.LocationReported.TYPE.topic(),
                        newestFirst(fixes).stream()
                                .map(fix -> envelope(fix, carrierId, context))
                                .toList())
                .then(Mono.fromSupplier(() -> {
                    lines.forEach(this::count);
                    return (Outcome<UploadView>) new Outcome.Success<>(202, UploadView.of(lines), null, 0);
                }))
                .onErrorResume(error -> refused(Rejection.of(
                        Rejection.Kind.UNAVAILABLE, "DEPENDENCY_UNAVAILABLE", "Positions cannot be taken just now.")));
    }

    private static UploadView.Line line(UploadItem item, Devices.Turn turn, List<Fix> fixes) {
        if (item instanceof UploadItem.Broken broken) {
            return new UploadView.Line(broken.index(), broken.seq(), "REFUSED", broken.code(), broken.errors());
        }
        Fix fix = ((UploadItem.Readable) item).draft();
        if (!turn.isDriving(fix.deviceTime())) {
            // Not even sent on: where somebody drives in his own time is nobody's business.
            return new UploadView.Line(item.index(), fix.seq(), "REFUSED", Rule.NOT_IN_TRANSIT.name(), null);
        }
        fixes.add(fix);
        return new UploadView.Line(item.index(), fix.seq(), "ACCEPTED", null, null);
    }

    private void count(UploadView.Line line) {
        String code = line.code();
        if (code != null) {
            metrics.fix("refused", code);
        }
    }

    /** The marker first, then its history in the order in which it was driven. */
    private static List<Fix> newestFirst(List<Fix> fixes) {
        List<Fix> sorted = new ArrayList<>(
                fixes.stream().sorted(Comparator.comparing(Fix::deviceTime)).toList());
        if (sorted.size() > 1) {
            sorted.addFirst(sorted.removeLast());
        }
        return sorted;
    }

    private static EventEnvelope envelope(Fix fix, String carrierId, CommandContext context) {
        TrackingEvent.LocationReported event = new TrackingEvent.LocationReported(
                carrierId,
                fix.lat(),
                fix.lng(),
                fix.accuracyM(),
                fix.speedMps(),
                fix.heading(),
                fix.altitude(),
                fix.deviceTime(),
                context.now(),
                fix.seq(),
                fix.battery(),
                fix.isMoving(),
                fix.source(),
                fix.mock() ? Boolean.TRUE : null,
                context.now());
        EventMetadata metadata = new EventMetadata(
                context.newId(),
                SOURCE,
                event.type().name(),
                event.about(),
                context.now(),
                event.aggregateId(),
                0,
                context.correlationId(),
                context.correlationId(),
                null,
                null,
                context.principal().actor(),
                false,
                null,
                event.attributes());
        return EventEncoder.envelope(metadata, event);
    }

    private static Rejection onlyOne(UploadItem.Broken broken) {
        List<FieldError> errors = broken.errors();
        return new Rejection(Rejection.Kind.INVALID, broken.code(), "The fix is not valid.", errors, Map.of());
    }

    private static Rejection inactive() {
        return Rejection.of(
                Rejection.Kind.FORBIDDEN, Rule.CARRIER_INACTIVE.name(), "The carrier does not work at present.");
    }

    private static Mono<Outcome<UploadView>> refused(Rejection rejection) {
        return Mono.just(Outcome.refused(rejection));
    }
}
