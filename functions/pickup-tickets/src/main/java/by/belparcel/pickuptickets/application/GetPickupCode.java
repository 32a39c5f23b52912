package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuptickets.model.PickupCodes;
import by.belparcel.pickuptickets.model.PickupTicket;
import by.belparcel.pickuptickets.model.QrTokens;
import by.belparcel.pickuptickets.model.TicketSnapshot;
import by.belparcel.pickuptickets.model.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Shows the client, and nobody else, the code and a fresh QR: {@code GET /orders/{id}/pickup-code}. */
public final class GetPickupCode implements QueryHandler<GetPickupCode.CodeView> {

    private final TicketStore store;
    private final PickupCodes codes;
    private final QrTokens tokens;
    private final UnaryOperator<String> painter;
    private final DatabaseClock clock;

    /** @param painter draws the text as an SVG image */
    public GetPickupCode(
            TicketStore store, PickupCodes codes, QrTokens tokens, UnaryOperator<String> painter, DatabaseClock clock) {
        this.store = store;
        this.codes = codes;
        this.tokens = tokens;
        this.painter = painter;
        this.clock = clock;
    }

    /** @param qrExpiresAt when the page must ask for the next QR */
    public record CodeView(
            String number,
            TicketState state,
            String code,
            String qrToken,
            Instant qrExpiresAt,
            String qrSvg,
            @Nullable Instant validUntil,
            @Nullable Instant lockedUntil) {

        @Override
        public String toString() {
            return "CodeView[" + number + "]";
        }
    }

    @Override
    public Mono<Outcome<CodeView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> store.byOrder(context.tx(), id))
                .flatMap(ticket -> show(context, ticket))
                .defaultIfEmpty(Outcome.refused(Rejection.notFound("PICKUP_TICKET")));
    }

    private Mono<Outcome<CodeView>> show(QueryContext context, PickupTicket ticket) {
        TicketSnapshot t = ticket.snapshot();
        Optional<Rejection> denied = Caller.denied(context, context.principal(), t.orderId());
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        if (t.code().hash() == null || (t.state() != TicketState.ACTIVE && t.state() != TicketState.LOCKED)) {
            return Mono.just(Outcome.refused(Rejection.invalidState(t.state().name(), List.of("ACTIVE", "LOCKED"))));
        }
        return clock.now(context.tx()).map(now -> {
            QrTokens.Token token = tokens.issue(t.number(), now);
            String digits =
                    codes.code(t.id(), t.code().counter(), t.code().length()).digits();
            return Outcome.ok(new CodeView(
                    t.number(),
                    t.state(),
                    digits,
                    token.text(),
                    token.expiresAt(),
                    painter.apply(token.text()),
                    t.validUntil(),
                    t.lockedUntil()));
        });
    }
}
