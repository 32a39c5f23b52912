package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.Recipient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code PATCH /orders/{id}/recipient}, until the order is issued or will not be. The event names fields, never values. */
public final class ChangeRecipientHandler implements CommandHandler<ChangeRecipient, OrderView> {

    private static final Set<OrderState> TOO_LATE = EnumSet.of(
            OrderState.ISSUED,
            OrderState.CLIENT_RETURNED,
            OrderState.RETURNING,
            OrderState.RETURNED,
            OrderState.LOST,
            OrderState.CANCELLED);

    private final Orders orders;
    private final AccessFacts facts;
    private final ContactVault vault;
    private final OrderPresenter presenter;

    public ChangeRecipientHandler(Orders orders, AccessFacts facts, ContactVault vault, OrderPresenter presenter) {
        this.orders = orders;
        this.facts = facts;
        this.vault = vault;
        this.presenter = presenter;
    }

    @Override
    public Mono<Outcome<OrderView>> handle(ChangeRecipient command, CommandContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> orders.lock(context.tx(), id))
                .flatMap(order -> refusal(command, order, context)
                        .map(rejection -> Mono.just(Outcome.<OrderView>refused(rejection)))
                        .orElseGet(() -> change(command, order, context)))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private Optional<Rejection> refusal(ChangeRecipient command, OrderRecord order, CommandContext context) {
        Optional<Rejection> denied = context.denied(facts.of(order, context.principal()), "ORDER");
        if (denied.isPresent()) {
            return denied;
        }
        if (TOO_LATE.contains(order.state())) {
            List<String> allowed = Arrays.stream(OrderState.values())
                    .filter(state -> !TOO_LATE.contains(state))
                    .map(OrderState::name)
                    .toList();
            return Optional.of(Rejection.invalidState(order.state().name(), allowed));
        }
        return ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), order.version());
    }

    private Mono<Outcome<OrderView>> change(ChangeRecipient command, OrderRecord order, CommandContext context) {
        SealedContact sealed = order.contact();
        if (sealed == null) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.GONE, "CONTACT_ERASED", "The contact of this order was erased.")));
        }
        Contact old = vault.open(order.id(), sealed);
        Recipient changed = command.applyTo(old.recipient());
        List<String> fields = fields(old.recipient(), changed);
        if (fields.isEmpty()) {
            return Mono.just(Outcome.ok(presenter.present(order, context.principal()), order.version()));
        }
        SealedContact resealed = vault.seal(order.id(), new Contact(changed, old.comment()));
        OrderRecord after = order.withContact(resealed, changed.locale(), context.now());
        context.emit(new OrderEvent.RecipientChanged(order.id(), fields, context.now()), after.version());
        Cause cause = new Cause(context.principal().actor(), context.correlationId(), null);
        return orders.saveContact(context.tx(), after, fields, cause)
                .thenReturn(Outcome.ok(presenter.present(after, context.principal()), after.version()));
    }

    private static List<String> fields(Recipient old, Recipient now) {
        List<String> fields = new ArrayList<>();
        note(fields, "name", old.name(), now.name());
        note(fields, "phone", old.phone(), now.phone());
        note(fields, "email", old.email(), now.email());
        note(fields, "locale", old.locale(), now.locale());
        note(fields, "notify", old.notifyBy(), now.notifyBy());
        return fields;
    }

    private static void note(List<String> fields, String name, @Nullable Object old, @Nullable Object now) {
        if (!Objects.equals(old, now)) {
            fields.add(name);
        }
    }
}
