package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.inbox.CommandPipeline;
import by.belparcel.eventing.inbox.CommandRequest;
import by.belparcel.eventing.inbox.Reply;
import by.belparcel.eventing.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Runs one command function; a contract also runs it with something between handler and commit. */
@FunctionalInterface
public interface CommandRunner {

    Mono<Reply> run(CommandRequest request);

    /** Something that happens to a handler's outcome inside the transaction. */
    interface Ending {
        <R> Mono<Outcome<R>> after(Mono<Outcome<R>> outcome);
    }

    static <C, R> CommandRunner of(FunctionHarness harness, FunctionSpec.Command<C, R> spec) {
        return new CommandPipeline<>(harness.machinery(), spec, spec.handler().apply(harness.services()))::run;
    }

    static <C, R> CommandRunner withEnding(FunctionHarness harness, FunctionSpec.Command<C, R> spec, Ending ending) {
        CommandHandler<C, R> handler = spec.handler().apply(harness.services());
        CommandHandler<C, R> ended = (command, context) -> ending.after(handler.handle(command, context));
        return new CommandPipeline<>(harness.machinery(), spec, ended)::run;
    }
}
