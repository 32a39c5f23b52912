package by.belparcel.eventing.handling;

import by.belparcel.eventing.outcome.Outcome;
import reactor.core.publisher.Mono;

/**
 * Executes one command inside one transaction together with the idempotency record and the outbox rows of what it emits.
 * A refusal rolls everything back unless it says otherwise.
 *
 * @param <C> the command, already validated by its {@link CommandReader}
 * @param <R> the body of the answer
 */
public interface CommandHandler<C, R> {

    Mono<Outcome<R>> handle(C command, CommandContext context);
}
