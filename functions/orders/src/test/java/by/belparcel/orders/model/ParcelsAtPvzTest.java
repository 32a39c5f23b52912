package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelsAtPvzTest {

    /** Parcels (with the cause of their return), partial issue, goal; a parcel of no state is missing, an absent one under way. */
    @ParameterizedTest
    @CsvSource({
        "accepted, false, READY",
        "accepted -, false,",
        "-, false,",
        "missing accepted, false, MISSING",
        "accepted issued, false, READY",
        "accepted overdue, false, READY",
        "overdue issued, false, OVERDUE",
        "overdue refused, false, OVERDUE",
        "refused refused, false, READY",
        "refused refused, true, READY",
        "refused issued, false, READY",
        "refused issued, true, ISSUED",
        "refused issued accepted, true, READY",
        "issued issued, false, ISSUED",
        "issued back/EXPIRED, false, ISSUED",
        "issued returned, false, ISSUED",
        "returned returned, false, CLIENT_RETURNED",
        "returned back/EXPIRED, false, CLIENT_RETURNED",
        "returned refused, true, CLIENT_RETURNED",
        "back/CLIENT_RETURN refused, true, CLIENT_RETURNED",
        "back/CLIENT_RETURN back/CLIENT_RETURN, false, RETURNING",
        "back/EXPIRED refused, false, OVERDUE",
        "back/REFUSED refused, false, READY",
        "back/EXPIRED back/REFUSED, false, RETURNING"
    })
    void followsTheLeastAdvancedParcel(String parcels, boolean partialIssue, OrderState goal) {
        String[] names = parcels.split(" ");
        List<ParcelAtPvz> known = IntStream.range(0, names.length)
                .filter(i -> !names[i].equals("-"))
                .mapToObj(i -> parcel(i + 1, names[i]))
                .toList();

        OrderState found = new ParcelsAtPvz(known)
                .goal(names.length, partialIssue)
                .map(g -> g.stops().getLast())
                .orElse(null);

        assertThat(found).isEqualTo(goal);
    }

    @Test
    void believesTheNewestFactOfEachParcel() {
        ParcelsAtPvz overdue =
                ParcelsAtPvz.NONE.heard(fact(PvzOrderState.OVERDUE, 3)).orElseThrow();

        assertThat(overdue.heard(fact(PvzOrderState.ACCEPTED, 2))).isEmpty();
        assertThat(overdue.heard(fact(PvzOrderState.OVERDUE, 3))).isEmpty();
        assertThat(overdue.heard(fact(PvzOrderState.ACCEPTED, 4))).isPresent();
    }

    @Test // expiry and return of one transaction
    void takesTheLaterOfTwoFactsOfOneVersion() {
        ParcelAtPvz overdue = fact(PvzOrderState.OVERDUE, 3);
        ParcelAtPvz back = new ParcelAtPvz(1, PvzOrderState.RETURNED_TO_COURIER, 3, ReturnCause.EXPIRED, null);

        assertThat(ParcelsAtPvz.NONE.heard(overdue).orElseThrow().heard(back)).isPresent();
        assertThat(ParcelsAtPvz.NONE.heard(back).orElseThrow().heard(overdue)).isEmpty();
    }

    @Test
    void doesNotMissWhatThePointHolds() {
        ParcelsAtPvz held =
                ParcelsAtPvz.NONE.heard(fact(PvzOrderState.ACCEPTED, 1)).orElseThrow();

        assertThat(held.lacks(1, "b")).isEmpty();
        assertThat(held.lacks(2, "b").orElseThrow().lacking()).containsExactly(new ParcelAtPvz(2, null, 0, null, "b"));
        assertThat(ParcelsAtPvz.NONE.lacks(1, "b").orElseThrow().heard(fact(PvzOrderState.ACCEPTED, 1)))
                .hasValueSatisfying(found -> assertThat(found.lacking()).isEmpty());
    }

    private static ParcelAtPvz fact(PvzOrderState state, long version) {
        return new ParcelAtPvz(1, state, version, null, null);
    }

    private static ParcelAtPvz parcel(int no, String text) {
        String[] words = text.split("/");
        ReturnCause cause = words.length > 1 ? ReturnCause.valueOf(words[1]) : null;
        PvzOrderState state = switch (words[0]) {
            case "missing" -> null;
            case "returned" -> PvzOrderState.RETURNED_BY_CLIENT;
            case "back" -> PvzOrderState.RETURNED_TO_COURIER;
            default -> PvzOrderState.valueOf(words[0].toUpperCase(Locale.ROOT));
        };
        return new ParcelAtPvz(no, state, state == null ? 0 : 5, cause, null);
    }
}
