package by.belparcel.payments.adapter;

import static by.belparcel.payments.adapter.PaymentColumns.must;

import by.belparcel.eventing.store.Database;
import by.belparcel.payments.application.BookLine;
import by.belparcel.payments.application.PaymentProvider;
import by.belparcel.payments.model.ProviderAnswer;
import by.belparcel.payments.model.ProviderRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * A card provider for development, tests and chaos runs. What it does depends on the kopecks of the amount (rule 11): .13
 * declines, .14 books and stays silent the first time, .15 refuses the capture, .16 has captured when asked to void, .17
 * settles a refund at the second question. It keeps a book of its own, one statement and one transaction per question, so
 * that it remembers what our transaction forgot.
 */
public final class SimulatedProvider implements PaymentProvider {

    public static final String NAME = "fake";

    private static final String AUTHORIZE = """
            insert into provider_sim.charges (id, reference, amount, state, code, expires_at)
            values ($1, 'SIM-' || $1, $2, case when $3::text is null then 'AUTHORIZED' else 'DECLINED' end, $3::text,
                case when $3::text is null then now() + make_interval(secs => $4) end)
            on conflict (id) do update set asked = charges.asked + 1
            returning reference, state, code, expires_at, asked""";

    private static final String CAPTURE = """
            update provider_sim.charges
            set asked = asked + 1,
                state = case when state = 'AUTHORIZED' and $3 and expires_at > now() then 'CAPTURED' else state end,
                captured = case when state = 'AUTHORIZED' and $3 and expires_at > now() then $2 else captured end,
                captured_at = case when state = 'AUTHORIZED' and $3 and expires_at > now() then now() else captured_at end
            where id = $1 and amount >= $2
            returning reference, state, captured, coalesce(expires_at <= now(), false) as expired""";

    private static final String RELEASE = """
            insert into provider_sim.charges (id, reference, amount, state) values ($1, 'SIM-' || $1, $2, 'VOIDED')
            on conflict (id) do update set asked = charges.asked + 1,
                state = case when charges.state = 'AUTHORIZED' then $3 else charges.state end,
                captured = case when charges.state = 'AUTHORIZED' and $3 = 'CAPTURED' then charges.amount
                    else charges.captured end,
                captured_at = case when charges.state = 'AUTHORIZED' and $3 = 'CAPTURED' then now()
                    else charges.captured_at end
            returning reference, state""";

    private static final String REFUND = """
            insert into provider_sim.refunds (id, charge_id, amount, state, settled_at)
            select $2, c.id, $3, case when c.amount % 100 = 17 then 'PENDING' else 'DONE' end,
                case when c.amount % 100 = 17 then null else now() end
            from provider_sim.charges c
            where c.id = $1 and c.captured >= $3
                + (select coalesce(sum(r.amount), 0) from provider_sim.refunds r where r.charge_id = $1 and r.id <> $2)
            on conflict (id) do update set asked = refunds.asked + 1, state = 'DONE',
                settled_at = coalesce(refunds.settled_at, now())
            returning 'SIM-' || charge_id as reference, state""";

    private static final String BOOK = """
            select split_part(id, '/', 1) as id, 'CAPTURE' as kind, captured as amount, captured_at as at
            from provider_sim.charges where captured_at >= $1 and captured_at < $2
            union all
            select id, 'REFUND', amount, settled_at from provider_sim.refunds where settled_at >= $1 and settled_at < $2""";

    private final Database database;
    private final SimulatorSettings settings;

    /** @param database the provider's own: never the transaction of the caller */
    public SimulatedProvider(Database database, SimulatorSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Mono<ProviderAnswer> send(ProviderRequest request) {
        if (settings.outage()) {
            return Mono.error(new IllegalStateException("The simulated provider is down"));
        }
        Mono<ProviderAnswer> answer = Mono.defer(() -> switch (request) {
            case ProviderRequest.Authorize a -> authorize(a);
            case ProviderRequest.Capture c -> capture(c);
            case ProviderRequest.Release r -> release(r);
            case ProviderRequest.GiveBack g -> giveBack(g);
        });
        return settings.latency().isZero()
                ? answer
                : Mono.delay(settings.latency()).then(answer);
    }

    @Override
    public Mono<List<BookLine>> book(Instant from, Instant to) {
        return database.reading(tx -> tx.all(
                        BOOK,
                        row -> new BookLine(
                                must(row, "id", String.class),
                                must(row, "kind", String.class),
                                must(row, "amount", Long.class),
                                must(row, "at", Instant.class)),
                        from,
                        to)
                .collectList());
    }

    private Mono<ProviderAnswer> authorize(ProviderRequest.Authorize request) {
        String decline = kopecks(request) == 13 ? "INSUFFICIENT_FUNDS" : null;
        boolean shy = kopecks(request) == 14;
        long life = settings.authLife().toSeconds();
        return database.reading(tx -> tx.first(
                        AUTHORIZE,
                        row -> new Authorization(authorized(row), must(row, "asked", Integer.class)),
                        request.charge(),
                        request.amount().amount(),
                        decline,
                        (double) life))
                .flatMap(done -> shy && done.asked() == 1 ? Mono.never() : Mono.just(done.answer()));
    }

    private record Authorization(ProviderAnswer answer, int asked) {}

    /** The first answer is repeated for ever: an authorisation that was captured or voided since had been granted. */
    private static ProviderAnswer authorized(Readable row) {
        Instant expiresAt = row.get("expires_at", Instant.class);
        if (expiresAt != null) {
            return new ProviderAnswer.Done(must(row, "reference", String.class), expiresAt);
        }
        return new ProviderAnswer.Refused(Objects.requireNonNullElse(row.get("code", String.class), "PROVIDER_ERROR"));
    }

    private Mono<ProviderAnswer> capture(ProviderRequest.Capture request) {
        long amount = request.amount().amount();
        return database.reading(tx -> tx.<ProviderAnswer>first(
                        CAPTURE, row -> captured(row, amount), request.charge(), amount, kopecks(request) != 15))
                .defaultIfEmpty(new ProviderAnswer.Refused("PROVIDER_ERROR"));
    }

    private static ProviderAnswer captured(Readable row, long amount) {
        return switch (must(row, "state", String.class)) {
            case "CAPTURED" ->
                must(row, "captured", Long.class) == amount
                        ? new ProviderAnswer.Done(must(row, "reference", String.class), null)
                        : new ProviderAnswer.Refused(ProviderAnswer.ALREADY_CAPTURED);
            case "AUTHORIZED" ->
                new ProviderAnswer.Refused(
                        must(row, "expired", Boolean.class) ? ProviderAnswer.EXPIRED : "PROVIDER_ERROR");
            default -> new ProviderAnswer.Refused("PROVIDER_ERROR");
        };
    }

    private Mono<ProviderAnswer> release(ProviderRequest.Release request) {
        String becomes = kopecks(request) == 16 ? "CAPTURED" : "VOIDED";
        return database.reading(tx -> tx.<ProviderAnswer>first(
                RELEASE,
                row -> must(row, "state", String.class).equals("CAPTURED")
                        ? new ProviderAnswer.Refused(ProviderAnswer.ALREADY_CAPTURED)
                        : new ProviderAnswer.Done(must(row, "reference", String.class), null),
                request.charge(),
                request.amount().amount(),
                becomes));
    }

    private Mono<ProviderAnswer> giveBack(ProviderRequest.GiveBack request) {
        return database.reading(tx -> tx.<ProviderAnswer>first(
                        REFUND,
                        row -> must(row, "state", String.class).equals("DONE")
                                ? new ProviderAnswer.Done(must(row, "reference", String.class), null)
                                : new ProviderAnswer.Pending(),
                        request.charge(),
                        request.refundId(),
                        request.amount().amount()))
                .defaultIfEmpty(new ProviderAnswer.Refused("PROVIDER_ERROR"));
    }

    private static long kopecks(ProviderRequest request) {
        return request.amount().amount() % 100;
    }
}
