package by.belparcel.payments.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.function.Supplier;

/** What a change of a payment needs of the context it runs in, whether that is an event or a command. */
record Step(Transaction tx, Instant now, Emitter emitter, Timers timers, Supplier<String> ids) {

    static Step of(EventContext context) {
        return new Step(context.tx(), context.now(), context, context.timers(), context::newId);
    }

    static Step of(CommandContext context) {
        return new Step(context.tx(), context.now(), context, context.timers(), context::newId);
    }
}
