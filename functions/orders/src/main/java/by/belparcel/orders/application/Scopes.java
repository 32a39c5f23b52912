package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandContext;

/** Builds the scope of a placing. */
final class Scopes {

    private Scopes() {}

    static OrderPlacing.Scope of(CommandContext context) {
        return new OrderPlacing.Scope(
                context.tx(),
                context.now(),
                context.timers(),
                context,
                context::newId,
                context.correlationId(),
                context.principal().actor(),
                context.correlationId());
    }
}
