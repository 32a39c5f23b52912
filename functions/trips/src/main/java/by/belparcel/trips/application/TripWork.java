package by.belparcel.trips.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One transaction at work on trips, whether a command or an event started it.
 *
 * @param now start of the transaction by the database's clock
 * @param newId gives UUIDv7 ids
 * @param actor who causes the change, {@code role:subject} or {@code system}
 * @param causeId id of the command or event behind it
 */
public record TripWork(
        Transaction tx,
        Instant now,
        Timers timers,
        Emitter emitter,
        Supplier<String> newId,
        String actor,
        String causeId) {

    /** The work of a command. */
    public static TripWork of(CommandContext context) {
        return new TripWork(
                context.tx(),
                context.now(),
                context.timers(),
                context,
                context::newId,
                context.principal().actor(),
                context.correlationId());
    }

    /** The work of an event handler. */
    public static TripWork of(EventContext context) {
        return new TripWork(
                context.tx(),
                context.now(),
                context.timers(),
                context,
                context::newId,
                "system",
                context.event().id());
    }
}
