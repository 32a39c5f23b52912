package by.belparcel.pickuptickets.model;

import java.time.Instant;
import java.util.Set;

/** Tickets in every state, made the way the product makes them. */
final class TicketFixture {

    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final Secrets SECRETS = new Secrets("a test key of enough characters");
    static final PickupCodes CODES = new PickupCodes(SECRETS);
    static final CodeSource SOURCE = new FreeCodes(CODES, Set.of());
    static final String PVZ = "pvz-1";

    private TicketFixture() {}

    static PickupTicket issued() {
        return PickupTicket.restored(
                TicketSnapshot.issued("01933b7c-0000-7000-8000-000000000009", "PT-0123456789", "order-1", NOW),
                TicketPolicy.DEFAULT);
    }

    static PickupTicket active() {
        PickupTicket ticket = issued();
        if (ticket.activate(PVZ, NOW.plusSeconds(604_800), SOURCE, NOW).isPresent()) {
            throw new AssertionError("an issued ticket can be activated");
        }
        return PickupTicket.restored(ticket.snapshot(), TicketPolicy.DEFAULT);
    }

    static String code(PickupTicket ticket) {
        TicketSnapshot t = ticket.snapshot();
        return CODES.code(t.id(), t.code().counter(), t.code().length()).digits();
    }

    static String wrong(PickupTicket ticket) {
        return code(ticket).equals("271828") ? "314159" : "271828";
    }
}
