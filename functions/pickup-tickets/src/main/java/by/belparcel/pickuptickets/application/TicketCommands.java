package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuptickets.model.CodeSource;
import by.belparcel.pickuptickets.model.FreeCodes;
import by.belparcel.pickuptickets.model.PickupCodes;
import by.belparcel.pickuptickets.model.PickupTicket;
import by.belparcel.pickuptickets.model.TicketSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What all commands on a ticket share: lock it, look at the caller, change it, store it, publish. */
final class TicketCommands {

    private final TicketStore store;
    private final PickupCodes codes;

    TicketCommands(TicketStore store, PickupCodes codes) {
        this.store = store;
        this.codes = codes;
    }

    Mono<Outcome<TicketView>> change(CommandContext context, Function<PickupTicket, Optional<Rejection>> change) {
        return with(context, ticket -> apply(context, ticket, change));
    }

    /** A change that gives the ticket another code. */
    Mono<Outcome<TicketView>> recode(
            CommandContext context, BiFunction<PickupTicket, CodeSource, Optional<Rejection>> change) {
        return with(
                context,
                ticket -> taken(context, ticket)
                        .flatMap(taken -> apply(context, ticket, t -> change.apply(t, new FreeCodes(codes, taken)))));
    }

    private Mono<Outcome<TicketView>> with(
            CommandContext context, Function<PickupTicket, Mono<Outcome<TicketView>>> work) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> store.lockByOrder(context.tx(), id))
                .flatMap(ticket -> Caller.denied(
                                context, context.principal(), ticket.snapshot().orderId())
                        .map(denied -> Mono.just(Outcome.<TicketView>refused(denied)))
                        .orElseGet(() -> work.apply(ticket)))
                .defaultIfEmpty(Outcome.refused(Rejection.notFound("PICKUP_TICKET")));
    }

    private Mono<Set<String>> taken(CommandContext context, PickupTicket ticket) {
        TicketSnapshot t = ticket.snapshot();
        return t.pvzId() == null
                ? Mono.just(Set.of())
                : store.taken(context.tx(), t.pvzId(), FreeCodes.candidates(codes, t.id(), t.pvzId(), t.code()));
    }

    private Mono<Outcome<TicketView>> apply(
            CommandContext context, PickupTicket ticket, Function<PickupTicket, Optional<Rejection>> change) {
        Optional<Rejection> refused = change.apply(ticket);
        if (refused.isPresent()) {
            return Mono.just(Outcome.refused(refused.get()));
        }
        return store.save(context.tx(), ticket).then(Mono.fromSupplier(() -> {
            TicketFacts.publish(context, ticket, context.now());
            return Outcome.ok(TicketView.of(ticket), ticket.snapshot().version() + 1);
        }));
    }
}
