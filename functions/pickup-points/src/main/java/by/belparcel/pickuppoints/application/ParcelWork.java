package by.belparcel.pickuppoints.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.PvzActor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * One transaction at work on parcels, whether a command or an event started it.
 *
 * @param now start of the transaction by the database's clock, to the millisecond: so it is compared, stored and told
 * @param newId gives UUIDv7 ids
 * @param actor who causes the change
 */
public record ParcelWork(
        Transaction tx, Instant now, Timers timers, Emitter emitter, Supplier<String> newId, PvzActor actor) {

    public ParcelWork {
        now = millisecond(now);
    }

    /** The precision of every time of this context (domain pickup-points.md 2.3, rule 9). */
    public static Instant millisecond(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The work of a command. */
    public static ParcelWork of(CommandContext context) {
        return new ParcelWork(
                context.tx(), context.now(), context.timers(), context, context::newId, actor(context.principal()));
    }

    /** The work of an event handler. */
    public static ParcelWork of(EventContext context) {
        return new ParcelWork(
                context.tx(),
                context.now(),
                context.timers(),
                context,
                context::newId,
                new PvzActor("system", "pickup-points"));
    }

    private static PvzActor actor(Principal principal) {
        String type = principal.is("client") ? "client" : principal.is("carrier") ? "courier" : "worker";
        return new PvzActor(type, principal.subject());
    }
}
