package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.ScannedName;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.pickuptickets.model.FreeCodes;
import by.belparcel.pickuptickets.model.PickupCodes;
import by.belparcel.pickuptickets.model.PickupTicket;
import by.belparcel.pickuptickets.model.QrTokens;
import by.belparcel.pickuptickets.model.TerminalPolicy;
import by.belparcel.pickuptickets.model.TicketSnapshot;
import by.belparcel.pickuptickets.model.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Checks the code or the QR that a client shows: {@code POST /pvz/v1/pickup/verify}. A wrong code is counted although the command is
 * refused. Locks are taken in one order: terminal, then ticket.
 */
public final class VerifyPickup implements CommandHandler<PickupShown, VerifyPickup.Verified> {

    private static final String OUTCOMES = "belparcel_pickup_verifications_total";

    private final TicketStore store;
    private final Terminals terminals;
    private final OrderNames orders;
    private final PointNames points;
    private final Proofs proofs;
    private final Meter meter;

    public VerifyPickup(
            TicketStore store, Terminals terminals, OrderNames orders, PointNames points, Proofs proofs, Meter meter) {
        this.store = store;
        this.terminals = terminals;
        this.orders = orders;
        this.points = points;
        this.proofs = proofs;
        this.meter = meter;
    }

    /** What the check is made with. @param life how long a verification is good for */
    public record Proofs(
            PickupCodes codes, QrTokens qr, VerificationTokens tokens, Duration life, TerminalPolicy policy) {}

    /** @param verificationId what the issue of the parcels asks for */
    public record Verified(String orderId, String verificationId, Instant validUntil) {

        @Override
        public String toString() {
            return "Verified[" + orderId + "]";
        }
    }

    /** One call. @param qr what the shown QR proved to be, invalid when there is none */
    private record Call(PickupShown shown, String pvzId, String terminal, QrTokens.Read qr, CommandContext context) {}

    @Override
    public Mono<Outcome<Verified>> handle(PickupShown shown, CommandContext context) {
        Counter counter = Counter.of(shown.pvzId(), context.principal(), context);
        if (counter.refusal() != null) {
            return Mono.just(Outcome.refused(counter.refusal()));
        }
        QrTokens.Read qr =
                shown.qr() == null ? new QrTokens.Read.Invalid() : proofs.qr().read(shown.qr(), context.now());
        Call call = new Call(shown, counter.pvzId(), Counter.terminal(context.principal()), qr, context);
        return terminals
                .enter(context.tx(), call.terminal(), context.now())
                .flatMap(tally -> tally.refusal(proofs.policy(), shown.searches(), context.now())
                        .map(refusal -> Mono.just(counted(Outcome.<Verified>refused(refusal))))
                        .orElseGet(() -> check(call)));
    }

    private Mono<Outcome<Verified>> check(Call call) {
        if (call.shown().qr() != null && call.qr() instanceof QrTokens.Read.Expired) {
            return Mono.just(counted(Outcome.refused(Rejection.rule("QR_EXPIRED", "The QR code is too old."))));
        }
        return order(call)
                .flatMap(order -> store.lockByOrder(call.context().tx(), order))
                .flatMap(ticket ->
                        taken(call, ticket).flatMap(taken -> show(call, ticket, new FreeCodes(proofs.codes(), taken))))
                .switchIfEmpty(Mono.defer(() -> unknown(call)));
    }

    private Mono<String> order(Call call) {
        PickupShown shown = call.shown();
        if (shown.order() != null) {
            return Mono.justOrEmpty(shown.name()).flatMap(name -> order(call, name));
        }
        if (shown.qr() != null) {
            return call.qr() instanceof QrTokens.Read.Valid valid
                    ? orders.byTicket(call.context().tx(), valid.number())
                    : Mono.empty();
        }
        String hash =
                proofs.codes().hash(call.pvzId(), Objects.requireNonNull(shown.code(), "the reader asks for one"));
        return orders.byCode(call.context().tx(), call.pvzId(), hash);
    }

    /** A code is good for all parcels of an order, so which of them was scanned does not matter. */
    private Mono<String> order(Call call, ScannedName name) {
        return switch (name.kind()) {
            case UUID -> Mono.just(name.value());
            case ORDER_NUMBER -> orders.byNumber(call.context().tx(), name.value());
            // What other carriers bring has a number of its own and no ticket.
            case ALIAS -> Mono.empty();
        };
    }

    /** No ticket. Whoever named an order is told; a code or a QR that fits nothing is a wrong one. */
    private Mono<Outcome<Verified>> unknown(Call call) {
        if (call.shown().order() != null) {
            return Mono.just(counted(Outcome.refused(Rejection.notFound("ORDER"))));
        }
        Rejection wrong = call.shown().qr() == null
                ? Rejection.rule("CODE_INVALID", "No parcel at this pick-up point has this code.")
                : Rejection.rule("QR_INVALID", "This is no valid QR code.");
        return refuse(call, wrong, true);
    }

    /** Only the code that locks a ticket is replaced at once. */
    private Mono<Set<String>> taken(Call call, PickupTicket ticket) {
        TicketSnapshot t = ticket.snapshot();
        return t.pvzId() == null || t.state() != TicketState.ACTIVE || ticket.attemptsLeft() > 1
                ? Mono.just(Set.of())
                : store.taken(
                        call.context().tx(),
                        t.pvzId(),
                        FreeCodes.candidates(proofs.codes(), t.id(), t.pvzId(), t.code()));
    }

    private Mono<Outcome<Verified>> show(Call call, PickupTicket ticket, FreeCodes free) {
        String verification = call.context().newId();
        Instant now = call.context().now();
        String code = call.shown().code();
        Optional<Rejection> refused = code == null
                ? ticket.verifyQr(call.qr(), call.pvzId(), verification, now)
                : ticket.verify(code, call.pvzId(), verification, proofs.codes(), free, now);
        if (refused.isEmpty()) {
            return keep(call, ticket)
                    .then(charge(call, false))
                    .then(Mono.fromSupplier(() -> counted(Outcome.ok(proof(call, ticket, verification)))));
        }
        boolean wrong = !ticket.facts().isEmpty() || refused.get().code().equals("QR_INVALID");
        Mono<Void> kept = ticket.facts().isEmpty() ? Mono.empty() : keep(call, ticket);
        return kept.then(Mono.defer(() -> named(call, ticket, refused.get())))
                .flatMap(rejection -> refuse(call, rejection, wrong));
    }

    private Mono<Void> keep(Call call, PickupTicket ticket) {
        return store.save(call.context().tx(), ticket)
                .then(Mono.fromRunnable(() -> TicketFacts.publish(
                        call.context(), ticket, call.context().now())));
    }

    private Verified proof(Call call, PickupTicket ticket, String verification) {
        String order = ticket.snapshot().orderId();
        VerificationTokens.Verification proof = new VerificationTokens.Verification(
                verification, order, call.pvzId(), call.context().now().plus(proofs.life()));
        return new Verified(order, proofs.tokens().sign(proof), proof.expiresAt());
    }

    private Mono<Outcome<Verified>> refuse(Call call, Rejection rejection, boolean wrong) {
        boolean charged = wrong || call.shown().searches();
        return charge(call, wrong)
                .then(Mono.fromSupplier(() ->
                        counted(charged ? Outcome.refusedKeepingEffects(rejection) : Outcome.refused(rejection))));
    }

    private Mono<Void> charge(Call call, boolean wrong) {
        CommandContext context = call.context();
        boolean search = call.shown().searches();
        return wrong || search
                ? terminals.charge(context.tx(), call.terminal(), wrong, search, context.now())
                : Mono.empty();
    }

    /** Whoever is at the wrong place is told the right one. */
    private Mono<Rejection> named(Call call, PickupTicket ticket, Rejection rejection) {
        String right = ticket.snapshot().pvzId();
        return right == null || !rejection.code().equals("WRONG_PVZ")
                ? Mono.just(rejection)
                : points.name(call.context().tx(), right)
                        .map(name -> Rejection.rule("WRONG_PVZ", "The parcel lies at " + name + ".")
                                .with("pvz_id", right)
                                .with("pvz_name", name));
    }

    private Outcome<Verified> counted(Outcome<Verified> outcome) {
        meter.count(
                OUTCOMES,
                "result",
                outcome instanceof Outcome.Refused<Verified> refused
                        ? refused.rejection().code()
                        : "OK");
        return outcome;
    }
}
