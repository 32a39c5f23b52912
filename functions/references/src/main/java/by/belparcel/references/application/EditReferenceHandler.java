package by.belparcel.references.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.references.model.Changes;
import by.belparcel.references.model.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** {@code PUT /references/{kind}/{id}}. An edit that changes nothing answers the present state and announces nothing. */
public final class EditReferenceHandler<T extends Reference, V> implements CommandHandler<EditReference<T>, V> {

    private final String thing;
    private final References<T> references;
    private final EditGuard<T> guard;
    private final Function<T, V> view;

    /** @param thing name in {@code <THING>_NOT_FOUND} */
    public EditReferenceHandler(String thing, References<T> references, EditGuard<T> guard, Function<T, V> view) {
        this.thing = thing;
        this.references = references;
        this.guard = guard;
        this.view = view;
    }

    @Override
    public Mono<Outcome<V>> handle(EditReference<T> command, CommandContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> references.lock(context.tx(), id))
                .flatMap(before -> edit(before, command, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound(thing))));
    }

    private Mono<Outcome<V>> edit(T before, EditReference<T> command, CommandContext context) {
        Optional<Rejection> conflict =
                ExpectedVersion.conflict(command.expectedVersion(), context.parameters(), before.version());
        if (conflict.isPresent()) {
            return Mono.just(Outcome.refused(conflict.get()));
        }
        T after = command.change().apply(before);
        List<String> changed = Changes.between(before, after);
        if (changed.isEmpty()) {
            return Mono.just(Outcome.ok(view.apply(before), before.version()));
        }
        return guard.objection(context.tx(), before, after)
                .map(Outcome::<V>refused)
                .switchIfEmpty(Mono.defer(() -> store(after, changed, command.reason(), context)));
    }

    private Mono<Outcome<V>> store(T edited, List<String> changed, String reason, CommandContext context) {
        Edit edit = new Edit(changed, reason, context.principal().actor(), context.now());
        return references
                .save(context.tx(), edited, edit)
                .then(references.find(context.tx(), edited.id()))
                .map(saved -> {
                    context.emit(Announcement.of(saved, changed, context.now()), saved.version());
                    return Outcome.ok(view.apply(saved), saved.version());
                });
    }
}
