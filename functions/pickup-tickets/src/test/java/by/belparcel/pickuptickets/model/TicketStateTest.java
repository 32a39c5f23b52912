package by.belparcel.pickuptickets.model;

import static by.belparcel.pickuptickets.model.TicketState.ACTIVE;
import static by.belparcel.pickuptickets.model.TicketState.EXPIRED;
import static by.belparcel.pickuptickets.model.TicketState.ISSUED;
import static by.belparcel.pickuptickets.model.TicketState.LOCKED;
import static by.belparcel.pickuptickets.model.TicketState.REDEEMED;
import static by.belparcel.pickuptickets.model.TicketState.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketStateTest {

    private static final Set<String> LEGAL = Set.of(
            ISSUED + ">" + ACTIVE,
            ISSUED + ">" + REDEEMED,
            ISSUED + ">" + REVOKED,
            ACTIVE + ">" + REDEEMED,
            ACTIVE + ">" + LOCKED,
            ACTIVE + ">" + REVOKED,
            ACTIVE + ">" + EXPIRED,
            LOCKED + ">" + ACTIVE,
            LOCKED + ">" + REDEEMED,
            LOCKED + ">" + REVOKED,
            LOCKED + ">" + EXPIRED,
            EXPIRED + ">" + ACTIVE,
            EXPIRED + ">" + REDEEMED,
            EXPIRED + ">" + REVOKED);

    @Test // D23
    void allowsExactlyTheTransitionsOfTheTable() {
        for (TicketState from : TicketState.values()) {
            for (TicketState to : TicketState.values()) {
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(LEGAL.contains(from + ">" + to));
            }
        }
        assertThat(TicketState.values()).filteredOn(TicketState::terminal).containsExactlyInAnyOrder(REDEEMED, REVOKED);
    }
}
