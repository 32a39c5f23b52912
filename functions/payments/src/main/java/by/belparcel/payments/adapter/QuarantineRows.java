package by.belparcel.payments.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.application.ProviderCallback;
import by.belparcel.payments.application.Quarantine;
import reactor.core.publisher.Mono;

/** The quarantine in PostgreSQL; a repeated callback is counted, not stored again. */
public final class QuarantineRows implements Quarantine {

    private static final String KEEP = """
            insert into payments.quarantined_callbacks (provider, event_key, reason, body) values ($1, $2, $3, $4::jsonb)
            on conflict (provider, event_key, reason) do update set seen = quarantined_callbacks.seen + 1""";

    @Override
    public Mono<Void> keep(Transaction tx, ProviderCallback callback, Reason reason) {
        String key = callback.operation() + ":" + callback.charge() + ":" + callback.providerRef() + ":"
                + callback.refundId() + ":" + callback.amount().amount();
        return tx.update(
                        KEEP,
                        callback.provider(),
                        key,
                        reason.name(),
                        Json.mapper().writeValueAsString(callback))
                .then();
    }
}
