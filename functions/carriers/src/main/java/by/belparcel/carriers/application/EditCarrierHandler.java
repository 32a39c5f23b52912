package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.CarrierEvent;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code PUT /references/carriers/{id}}. An edit that changes nothing answers the present state and tells nobody. */
public final class EditCarrierHandler implements CommandHandler<EditCarrier, CarrierView> {

    private final CarrierDirectory directory;
    private final EditGuard guard;

    public EditCarrierHandler(CarrierDirectory directory, EditGuard guard) {
        this.directory = directory;
        this.guard = guard;
    }

    @Override
    public Mono<Outcome<CarrierView>> handle(EditCarrier command, CommandContext context) {
        Optional<Rejection> forbidden = guard.forbidden(command.edit(), context.principal());
        if (forbidden.isPresent()) {
            return Mono.just(Outcome.refused(forbidden.get()));
        }
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> directory.lock(context.tx(), id))
                .flatMap(before -> edit(before, command, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("CARRIER"))));
    }

    private Mono<Outcome<CarrierView>> edit(Carrier before, EditCarrier command, CommandContext context) {
        Optional<Rejection> conflict =
                ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), before.editVersion());
        if (conflict.isPresent()) {
            return Mono.just(Outcome.refused(conflict.get()));
        }
        Carrier after = command.edit().of(before);
        List<String> changed = after.changedIn(before);
        if (changed.isEmpty()) {
            return Mono.just(answer(before, context));
        }
        return guard.objection(context.tx(), before, after, command.force())
                .map(Outcome::<CarrierView>refused)
                .switchIfEmpty(Mono.defer(() -> store(before, after.edited(), changed, command, context)));
    }

    private Mono<Outcome<CarrierView>> store(
            Carrier before, Carrier after, List<String> changed, EditCarrier command, CommandContext context) {
        String by = context.principal().actor();
        CarrierDirectory.Edit edit = new CarrierDirectory.Edit(changed, command.reason(), by, context.now());
        return directory.save(context.tx(), after, edit).then(Mono.fromSupplier(() -> {
            context.emit(Announcement.of(after, changed, context.now()), after.version());
            if (before.active() != after.active()) {
                context.emit(turned(after, command, by, context), after.version());
            }
            return answer(after, context);
        }));
    }

    private static CarrierEvent turned(Carrier carrier, EditCarrier command, String by, CommandContext context) {
        return carrier.active()
                ? new CarrierEvent.Activated(carrier.id(), command.reason(), by, context.now())
                : new CarrierEvent.Deactivated(carrier.id(), command.reason(), by, command.force(), context.now());
    }

    private static Outcome<CarrierView> answer(Carrier carrier, CommandContext context) {
        return Outcome.ok(CarrierView.of(carrier, context.principal()), carrier.editVersion());
    }
}
