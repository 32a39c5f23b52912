package by.belparcel.pickuppoints.model;

import static by.belparcel.pickuppoints.model.ParcelFixture.ACCEPTED_AT;
import static by.belparcel.pickuppoints.model.ParcelFixture.RULES;
import static by.belparcel.pickuppoints.model.ParcelFixture.UNTIL;
import static by.belparcel.pickuppoints.model.ParcelFixture.accepted;
import static by.belparcel.pickuppoints.model.ParcelFixture.in;
import static by.belparcel.pickuppoints.model.ParcelFixture.issued;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PvzOrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every limit of domain pickup-points.md 2.3 at one millisecond before it, at it and after it. */
class ParcelRulesTest {

    private static final Instant NOW = ACCEPTED_AT;

    private static String code(Optional<Rejection> refusal) {
        return refusal.map(Rejection::code).orElse("OK");
    }

    @Test // rule 9: accept needs storage_until > now
    void keepsOnlyUntilAMomentToCome() {
        assertThat(code(RULES.keepUntil(NOW.minusMillis(1), NOW))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(RULES.keepUntil(NOW, NOW))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(RULES.keepUntil(NOW.plusMillis(1), NOW))).isEqualTo("OK");
    }

    @Test // rule 1: at most 60 days
    void keepsNoLongerThanSixtyDays() {
        Instant latest = NOW.plus(Duration.ofDays(60));

        assertThat(code(RULES.keepUntil(latest.minusMillis(1), NOW))).isEqualTo("OK");
        assertThat(code(RULES.keepUntil(latest, NOW))).isEqualTo("OK");
        assertThat(RULES.keepUntil(latest.plusMillis(1), NOW)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("VALIDATION_FAILED");
            assertThat(refusal.errors().getFirst().pointer()).isEqualTo("/storage_until");
            assertThat(refusal.errors().getFirst().detail()).contains("60 days");
        });
    }

    @Test // rule 9: issue allowed while now <= storage_until
    void issuesUpToTheDeadline() {
        assertThat(code(RULES.issue(accepted(), UNTIL.minusMillis(1)))).isEqualTo("OK");
        assertThat(code(RULES.issue(accepted(), UNTIL))).isEqualTo("OK");
        assertThat(code(RULES.issue(accepted(), UNTIL.plusMillis(1)))).isEqualTo("STORAGE_EXPIRED");
    }

    @Test // rule 9: return to courier of what was not issued allowed when now > storage_until
    void handsToTheCourierAfterTheDeadline() {
        assertThat(code(RULES.handToCourier(accepted(), UNTIL.minusMillis(1)))).isEqualTo("STORAGE_NOT_EXPIRED");
        assertThat(RULES.handToCourier(accepted(), UNTIL))
                .hasValueSatisfying(refusal -> assertThat(refusal.detail()).contains(UNTIL.toString()));
        assertThat(code(RULES.handToCourier(accepted(), UNTIL.plusMillis(1)))).isEqualTo("OK");
    }

    @Test // rule 9: client return allowed while now - issued_at <= 48 h
    void takesBackWithinFortyEightHours() {
        Instant end = ACCEPTED_AT.plus(Duration.ofHours(48));

        assertThat(code(RULES.takeBack(issued(), end.minusMillis(1)))).isEqualTo("OK");
        assertThat(code(RULES.takeBack(issued(), end))).isEqualTo("OK");
        assertThat(code(RULES.takeBack(issued(), end.plusMillis(1)))).isEqualTo("RETURN_WINDOW_EXPIRED");
        assertThat(code(RULES.takeBack(issued(), end.plusSeconds(1)))).isEqualTo("RETURN_WINDOW_EXPIRED");
    }

    @Test // rule 5: up to 24 h after the deadline
    void extendsUpToADayAfterTheDeadline() {
        Instant end = UNTIL.plus(Duration.ofHours(24));

        assertThat(code(RULES.extend(accepted(), end.minusMillis(1)))).isEqualTo("OK");
        assertThat(code(RULES.extend(accepted(), end))).isEqualTo("OK");
        assertThat(code(RULES.extend(accepted(), end.plusMillis(1)))).isEqualTo("STORAGE_EXPIRED");
    }

    @Test // rule 5: at most twice
    void extendsTwice() {
        Parcel once = ParcelSteps.extended(accepted(), 1, NOW);
        Parcel twice = ParcelSteps.extended(once, 7, NOW);

        assertThat(code(RULES.extend(once, NOW))).isEqualTo("OK");
        assertThat(code(RULES.extend(twice, NOW))).isEqualTo("EXTENSION_LIMIT_REACHED");
        assertThat(twice.storage().until()).isEqualTo(UNTIL.plus(Duration.ofDays(8)));
    }

    @Test // 2.1: OVERDUE is computed, the timer only writes it down
    void isOverdueFromTheMomentAfterTheDeadline() {
        assertThat(accepted().stateAt(UNTIL)).isEqualTo(PvzOrderState.ACCEPTED);
        assertThat(accepted().stateAt(UNTIL.plusMillis(1))).isEqualTo(PvzOrderState.OVERDUE);
        assertThat(issued().stateAt(UNTIL.plusMillis(1))).isEqualTo(PvzOrderState.ISSUED);
    }

    @Test // 2.1: an extension makes an overdue parcel wait again
    void waitsAgainAfterAnExtension() {
        Parcel extended = ParcelSteps.extended(in(PvzOrderState.OVERDUE), 1, UNTIL.plusMillis(1));

        assertThat(extended.stateAt(UNTIL.plusMillis(1))).isEqualTo(PvzOrderState.ACCEPTED);
        assertThat(code(RULES.issue(extended, UNTIL.plusMillis(1)))).isEqualTo("OK");
    }

    @Test // 3.4
    void namesTheReasonByTheState() {
        assertThat(code(RULES.issue(issued(), NOW))).isEqualTo("ORDER_ALREADY_ISSUED");
        assertThat(code(RULES.issue(in(PvzOrderState.RETURNED_TO_COURIER), NOW)))
                .isEqualTo("ALREADY_RETURNED_TO_COURIER");
        assertThat(code(RULES.issue(in(PvzOrderState.REFUSED), NOW))).isEqualTo("INVALID_STATE");
        assertThat(code(RULES.handToCourier(issued(), NOW))).isEqualTo("ORDER_ALREADY_ISSUED");
        assertThat(code(RULES.handToCourier(in(PvzOrderState.RETURNED_TO_COURIER), NOW)))
                .isEqualTo("ALREADY_RETURNED_TO_COURIER");
        assertThat(code(RULES.handToCourier(in(PvzOrderState.REFUSED), NOW))).isEqualTo("OK");
        assertThat(code(RULES.handToCourier(in(PvzOrderState.RETURNED_BY_CLIENT), NOW)))
                .isEqualTo("OK");
        assertThat(code(RULES.takeBack(accepted(), NOW))).isEqualTo("ORDER_NOT_ISSUED");
        assertThat(code(RULES.takeBack(in(PvzOrderState.RETURNED_BY_CLIENT), NOW)))
                .isEqualTo("ORDER_NOT_ISSUED");
        assertThat(code(RULES.refuse(in(PvzOrderState.OVERDUE), UNTIL.plusMillis(1))))
                .isEqualTo("STORAGE_EXPIRED");
        assertThat(code(RULES.move(issued(), NOW))).isEqualTo("ORDER_ALREADY_ISSUED");
    }
}
