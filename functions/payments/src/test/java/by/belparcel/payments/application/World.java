package by.belparcel.payments.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.PaymentEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentTerms;
import by.belparcel.payments.model.ProviderRequest;
import by.belparcel.payments.model.RetryPolicy;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One order's payment in a world where everything may be late, doubled or lost, except what was committed. */
final class World implements Emitter, Timers {

    static final String PAYMENT = "01933b7c-0000-7000-8000-00000000000a";
    static final String ORDER = "01933b7c-0000-7000-8000-00000000000b";
    private static final PaymentTerms TERMS = new PaymentTerms(
            PAYMENT,
            ORDER,
            "shop-1",
            PaymentMethod.CARD_PREPAID,
            "fake",
            Money.byn(1_000),
            Money.ZERO,
            Instant.parse("2026-11-20T08:00:00Z"));

    final InMemoryPayments store = new InMemoryPayments();
    final FlakyBank bank;
    private final Random random;
    private final Till till;
    private Instant now = TERMS.requestedAt();
    private Deque<Consumer<World>> inbox = new ArrayDeque<>();
    private List<Due> timers = new ArrayList<>();
    private Set<String> timerKeys = new HashSet<>();
    private boolean crashes = true;
    private int ids;

    private record Due(Instant at, String kind) {}

    World(long seed, boolean bankForgetsKeys) {
        this.random = new Random(seed);
        this.bank = new FlakyBank(random, bankForgetsKeys);
        Providers providers = new Providers(List.of(bank), "fake", "fake", Duration.ofSeconds(5));
        this.till = new Till(providers, store, new Publishing(Duration.ofDays(6)));
    }

    /** Lets things happen in random order, then lets everything settle. */
    void live(boolean confirmed, boolean cancelled) {
        deliver(World::create);
        if (cancelled) {
            inbox.add(World::cancel);
        }
        for (int i = 0; i < 30; i++) {
            switch (random.nextInt(6)) {
                case 0 -> now = now.plusSeconds(random.nextInt(600));
                case 1 -> fire(true);
                case 2 -> callback();
                case 3 -> deliver(World::create);
                case 4 -> {
                    if (confirmed) {
                        deliver(World::confirm);
                    }
                }
                default -> work();
            }
        }
        crashes = false;
        bank.recover();
        if (confirmed) {
            deliver(World::confirm);
        }
        for (int i = 0; i < 500 && !(inbox.isEmpty() && timers.isEmpty()); i++) {
            work();
            fire(false);
        }
    }

    private void deliver(Consumer<World> event) {
        inbox.add(event);
        if (random.nextInt(4) == 0) {
            inbox.add(event);
        }
        work();
    }

    /** Takes one event; a crash before the commit takes everything back but the provider's book, and the event comes again. */
    private void work() {
        Consumer<World> event = inbox.poll();
        if (event == null) {
            return;
        }
        InMemoryPayments.Moment moment = store.now();
        Deque<Consumer<World>> inboxBefore = new ArrayDeque<>(inbox);
        List<Due> timersBefore = new ArrayList<>(timers);
        Set<String> keysBefore = new HashSet<>(timerKeys);
        event.accept(this);
        if (crashes && random.nextInt(4) == 0) {
            store.back(moment);
            timers = timersBefore;
            timerKeys = keysBefore;
            inbox = inboxBefore;
            inbox.add(event);
        }
    }

    private void create() {
        till.open(step(), Payment.requested(TERMS, RetryPolicy.DEFAULT)).block();
    }

    private void confirm() {
        change(payment -> payment.wantCapture(TERMS.amount()));
    }

    private void cancel() {
        store.cancelled(NO_DATABASE, ORDER, "CLIENT", now).block();
        change(Till.cancelling(step()));
    }

    private void fire(boolean early) {
        Due next = timers.stream().min((a, b) -> a.at().compareTo(b.at())).orElse(null);
        if (next == null || (early && next.at().isAfter(now.plusSeconds(3_600)))) {
            return;
        }
        timers.remove(next);
        now = next.at().isAfter(now) ? next.at() : now;
        inbox.add(world -> world.change(
                next.kind().equals(Publishing.AUTH_EXPIRY)
                        ? payment -> payment.endAuthorization(world.now)
                        : payment -> payment.next(world.now).isPresent()));
        work();
    }

    private void callback() {
        List<ProviderRequest> heard = bank.heard();
        if (heard.isEmpty()) {
            return;
        }
        ProviderRequest request = heard.get(random.nextInt(heard.size()));
        deliver(world -> world.change(payment -> {
            payment.answered(request, bank.answerOf(request), world.now);
            return true;
        }));
    }

    private void change(Change change) {
        till.change(step(), tx -> store.byId(tx, PAYMENT), change).block();
    }

    private Step step() {
        return new Step(NO_DATABASE, now, this, this, () -> String.format(java.util.Locale.ROOT, "refund-%d", ++ids));
    }

    @Override
    public void emit(DomainEvent event, long aggregateVersion) {
        if (event instanceof PaymentEvent.RefundRequested refund) {
            inbox.add(world -> world.change(payment -> payment.sendRefund(refund.refundId(), world.now)));
        }
    }

    @Override
    public void repeat(EventEnvelope event, String redriveId) {
        throw new UnsupportedOperationException("nothing is redriven here");
    }

    @Override
    public Mono<Void> set(String kind, String subject, String dedupeKey, Duration delay) {
        return Mono.fromRunnable(() -> {
            if (timerKeys.add(kind + dedupeKey)) {
                timers.add(new Due(now.plus(delay), kind));
            }
        });
    }

    @Override
    public Mono<Void> cancel(String kind, String dedupeKey) {
        return Mono.fromRunnable(() -> timers.removeIf(due -> due.kind().equals(kind)));
    }

    private static final Transaction NO_DATABASE = new Transaction() {
        @Override
        public Mono<Long> update(String sql, @Nullable Object... binds) {
            throw new UnsupportedOperationException(sql);
        }

        @Override
        public <T> Mono<T> first(
                String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
            throw new UnsupportedOperationException(sql);
        }

        @Override
        public <T> Flux<T> all(String sql, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
            throw new UnsupportedOperationException(sql);
        }

        @Override
        public <T> Flux<T> stream(
                String sql, int fetchSize, Function<? super Readable, ? extends T> mapping, @Nullable Object... binds) {
            throw new UnsupportedOperationException(sql);
        }
    };
}
