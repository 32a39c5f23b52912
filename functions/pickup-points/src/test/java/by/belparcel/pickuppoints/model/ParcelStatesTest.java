package by.belparcel.pickuppoints.model;

import static by.belparcel.kernel.PvzOrderState.ACCEPTED;
import static by.belparcel.kernel.PvzOrderState.EXPECTED;
import static by.belparcel.kernel.PvzOrderState.ISSUED;
import static by.belparcel.kernel.PvzOrderState.OVERDUE;
import static by.belparcel.kernel.PvzOrderState.REFUSED;
import static by.belparcel.kernel.PvzOrderState.RETURNED_BY_CLIENT;
import static by.belparcel.kernel.PvzOrderState.RETURNED_TO_COURIER;
import static by.belparcel.pickuppoints.model.ParcelFixture.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PvzOrderState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ParcelStatesTest {

    /** Domain pickup-points.md 2.1, read by eye. */
    private static final Map<PvzOrderState, Set<PvzOrderState>> TABLE = Map.of(
            EXPECTED, EnumSet.of(ACCEPTED),
            ACCEPTED, EnumSet.of(ACCEPTED, ISSUED, OVERDUE, REFUSED),
            ISSUED, EnumSet.of(RETURNED_BY_CLIENT),
            OVERDUE, EnumSet.of(OVERDUE, ACCEPTED, RETURNED_TO_COURIER),
            REFUSED, EnumSet.of(REFUSED, RETURNED_TO_COURIER),
            RETURNED_BY_CLIENT, EnumSet.of(RETURNED_BY_CLIENT, RETURNED_TO_COURIER),
            RETURNED_TO_COURIER, EnumSet.noneOf(PvzOrderState.class));

    @Test
    void leadsOnlyWhereTheTableDoes() {
        for (PvzOrderState from : PvzOrderState.values()) {
            Set<PvzOrderState> reached = EnumSet.noneOf(PvzOrderState.class);
            for (ParcelAction action : ParcelAction.values()) {
                ParcelStates.after(from, action).ifPresent(reached::add);
            }
            assertThat(reached).as("%s", from).isEqualTo(TABLE.get(from));
        }
    }

    @Test
    void namesTheStatesInWhichSomethingIsAllowed() {
        assertThat(ParcelStates.allowing(ParcelAction.ISSUE)).containsExactly("ACCEPTED");
        assertThat(ParcelStates.allowing(ParcelAction.HAND_TO_COURIER))
                .containsExactlyInAnyOrder("OVERDUE", "REFUSED", "RETURNED_BY_CLIENT");
    }

    @RepeatedTest(200) // whatever happens in whatever order and however late, the parcel stays on the table
    void staysOnTheTableOnARandomWalk(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Parcel parcel = ParcelFixture.expected();
        Instant now = ParcelFixture.ACCEPTED_AT;
        for (int step = 0; step < 60; step++) {
            now = now.plusMillis(random.nextLong(86_400_000L));
            PvzOrderState before = parcel.stateAt(now);
            Parcel after = step(parcel, random, now);
            if (after.version() != parcel.version()) {
                assertThat(after.version()).isEqualTo(parcel.version() + 1);
                assertThat(TABLE.get(before)).contains(after.state());
                assertThat(after.storage().cell() == null || after.takesRoom()).isTrue();
            }
            parcel = after;
        }
    }

    private static Parcel step(Parcel parcel, Random random, Instant now) {
        ParcelAction action = ParcelAction.values()[random.nextInt(ParcelAction.values().length)];
        return switch (action) {
            case ACCEPT ->
                parcel.state() == EXPECTED
                        ? ParcelSteps.accepted(
                                parcel, parcel.goods(), "A-01-1", now.plusSeconds(1 + random.nextInt(600_000)), now)
                        : parcel;
            case ISSUE -> when(RULES.issue(parcel, now), parcel, ParcelSteps.issued(parcel, now));
            case TAKE_BACK ->
                RULES.takeBack(parcel, now).isEmpty()
                        ? ParcelSteps.takenBack(parcel, parcel.pvzId(), null, now)
                        : parcel;
            case EXPIRE -> parcel.stateAt(now) == OVERDUE ? ParcelSteps.overdue(parcel, now) : parcel;
            case EXTEND ->
                RULES.extend(parcel, now).isEmpty() ? ParcelSteps.extended(parcel, 1 + random.nextInt(7), now) : parcel;
            case REFUSE -> when(RULES.refuse(parcel, now), parcel, ParcelSteps.refused(parcel, null, now));
            case HAND_TO_COURIER ->
                when(RULES.handToCourier(parcel, now), parcel, ParcelSteps.handedToCourier(parcel, now));
            case MOVE -> when(RULES.move(parcel, now), parcel, ParcelSteps.moved(parcel, "B-01-1", now));
        };
    }

    private static Parcel when(Optional<Rejection> refusal, Parcel before, Parcel after) {
        return refusal.isEmpty() ? after : before;
    }
}
