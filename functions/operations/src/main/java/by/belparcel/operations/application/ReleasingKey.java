package by.belparcel.operations.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** Lets the relay try a DEAD key once more: the rows that wait now go out in order, later arrivals queue behind them. */
public final class ReleasingKey implements CommandHandler<ReleasingKey.Release, ReleasingKey.Released> {

    public record Release(String key) {}

    public record Released(String key, String state) {}

    /** Completes with the number of keys that were released. */
    @FunctionalInterface
    public interface RelayKeys {
        Mono<Long> release(Transaction tx, String key);
    }

    private final RelayKeys keys;

    public ReleasingKey(RelayKeys keys) {
        this.keys = keys;
    }

    public static Release read(Input body, RequestParameters parameters) {
        return new Release(body.text("key", 1, 200));
    }

    @Override
    public Mono<Outcome<Released>> handle(Release release, CommandContext context) {
        return keys.release(context.tx(), release.key())
                .map(count -> count > 0
                        ? Outcome.ok(new Released(release.key(), "RETRYING"))
                        : Outcome.refused(Rejection.notFound("PARKED_KEY")));
    }
}
