package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.PointScope;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * {@code POST /pvz/v1/orders:process}: parcels go to their client or come back from him. The rows are locked in the order of
 * their ids, so two terminals that hold the same parcels wait for each other and never block each other. Every parcel has a
 * result of its own; what concerns the request as a whole refuses all of it.
 */
public final class ProcessOrdersHandler implements CommandHandler<ProcessOrders, ProcessReply> {

    private final Counter counter;
    private final VerificationTokens tokens;

    public ProcessOrdersHandler(Counter counter, VerificationTokens tokens) {
        this.counter = counter;
        this.tokens = tokens;
    }

    @Override
    public Mono<Outcome<ProcessReply>> handle(ProcessOrders command, CommandContext context) {
        ParcelWork work = ParcelWork.of(context);
        return PointScope.at(
                context,
                null,
                pvz -> counter.parcels()
                        .lock(work.tx(), command.names())
                        .flatMap(found -> process(command, Item.of(command.names(), found), pvz, work)));
    }

    private Mono<Outcome<ProcessReply>> process(ProcessOrders command, List<Item> items, String pvz, ParcelWork work) {
        Optional<Rejection> whole =
                Item.repeated(items).map(ProcessOrdersHandler::duplicate).or(() -> severalClients(command, items, pvz));
        if (whole.isPresent()) {
            return Mono.just(Outcome.refused(whole.get()));
        }
        Handover handover = command.action() == ProcessOrders.Action.ISSUE
                ? new Issuing(command, counter, new Proofs(command, tokens, pvz, work.now()), pvz)
                : new TakingBack(command, counter, pvz);
        List<Item> checked = items.stream()
                .map(item -> item.check(parcel -> handover.refusal(parcel, work.now())))
                .toList();
        boolean refused = checked.stream().anyMatch(item -> item.refusal() != null);
        List<Item> going = command.atomic() && refused
                ? List.of()
                : checked.stream().filter(item -> item.refusal() == null).toList();
        return handover.carryOut(parcels(going).toList(), work)
                .then(Mono.fromSupplier(() -> Outcome.ok(reply(checked, going, handover))));
    }

    private static ProcessReply reply(List<Item> all, List<Item> processed, Handover handover) {
        return new ProcessReply(
                processed.stream()
                        .map(item -> new ProcessReply.ItemResult(item.name().given(), handover.result()))
                        .toList(),
                all.stream()
                        .filter(item -> !processed.contains(item))
                        .map(Item::error)
                        .toList());
    }

    /** Only at the issue, and only of parcels that are here: of others nothing is said. */
    private static Optional<Rejection> severalClients(ProcessOrders command, List<Item> items, String pvz) {
        return command.action() == ProcessOrders.Action.ISSUE
                ? Clients.severalOf(
                        parcels(items)
                                .filter(parcel -> parcel.pvzId().equals(pvz))
                                .toList(),
                        command.userId())
                : Optional.empty();
    }

    private static Stream<Parcel> parcels(List<Item> items) {
        return items.stream().map(Item::parcel).filter(Objects::nonNull);
    }

    private static Rejection duplicate(ParcelName name) {
        return new Rejection(
                Rejection.Kind.INVALID,
                "DUPLICATE_ORDER_ID",
                "The field order_ids names " + name.given() + " twice.",
                List.of(FieldError.of("/order_ids", "DUPLICATE", "names " + name.given() + " twice")),
                java.util.Map.of());
    }
}
