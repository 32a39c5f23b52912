package by.belparcel.operations.application;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.store.Transaction;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends events that reconciliation misses once more, each to the consumer that lacks it. */
public final class RepairingMissing implements CommandHandler<RepairingMissing.Repair, RepairingMissing.Repaired> {

    private static final int AT_ONCE = 500;

    public record Repair() {}

    /** @param sent how many events were sent again now; ask again while it is not 0 */
    public record Repaired(int sent) {}

    /** Reads an event back from the log. */
    public interface EventLog {
        Mono<Entry> entry(Transaction tx, String key, String eventId);

        record Entry(EventEnvelope event, String topic) {}
    }

    private final Overviews overviews;
    private final EventLog log;

    public RepairingMissing(Overviews overviews, EventLog log) {
        this.overviews = overviews;
        this.log = log;
    }

    public static Repair read(Input body, RequestParameters parameters) {
        return new Repair();
    }

    @Override
    public Mono<Outcome<Repaired>> handle(Repair repair, CommandContext context) {
        String id = context.newId();
        return overviews
                .missing(context.tx(), AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(missing -> log.entry(context.tx(), missing.key(), missing.eventId())
                        .map(entry -> {
                            context.repeat(addressed(entry.event(), missing.consumer(), id), entry.topic());
                            return 1;
                        }))
                .reduce(0, Integer::sum)
                .map(sent -> Outcome.ok(new Repaired(sent)));
    }

    private static EventEnvelope addressed(EventEnvelope event, String consumer, String repairId) {
        Map<String, String> extensions = new HashMap<>(event.metadata().extensions());
        extensions.put(Redrives.ATTRIBUTE, repairId);
        return new EventEnvelope(Redrives.withExtensions(event.metadata(), extensions, true, consumer), event.data());
    }
}
