package by.belparcel.batching.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.function.Supplier;

/** What commands and event handlers have in common: one transaction with its time, timers and facts. */
record Work(Transaction tx, Instant now, Timers timers, Emitter emitter, Supplier<String> ids) {

    static Work of(EventContext context) {
        return new Work(context.tx(), context.now(), context.timers(), context, context::newId);
    }

    static Work of(CommandContext context) {
        return new Work(context.tx(), context.now(), context.timers(), context, context::newId);
    }
}
