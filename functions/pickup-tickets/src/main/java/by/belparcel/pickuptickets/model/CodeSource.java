package by.belparcel.pickuptickets.model;

/** Gives a ticket its next code. */
@FunctionalInterface
public interface CodeSource {

    CodeSlot next(String ticketId, String pvzId, CodeSlot present);
}
