package by.belparcel.pickuptickets.model;

import static by.belparcel.pickuptickets.model.TicketFixture.CODES;
import static by.belparcel.pickuptickets.model.TicketFixture.NOW;
import static by.belparcel.pickuptickets.model.TicketFixture.PVZ;
import static by.belparcel.pickuptickets.model.TicketFixture.SOURCE;
import static by.belparcel.pickuptickets.model.TicketFixture.active;
import static by.belparcel.pickuptickets.model.TicketFixture.code;
import static by.belparcel.pickuptickets.model.TicketFixture.issued;
import static by.belparcel.pickuptickets.model.TicketFixture.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PickupTicketTest {

    private static Optional<Rejection> show(PickupTicket ticket, String digits, Instant now) {
        return ticket.verify(digits, PVZ, "v1", CODES, SOURCE, now);
    }

    private static PickupTicket locked() {
        PickupTicket ticket = active();
        for (int i = 0; i < 5; i++) {
            assertThat(show(ticket, wrong(ticket), NOW)).isPresent();
        }
        return ticket;
    }

    private static String refusal(Optional<Rejection> rejection) {
        return rejection.map(Rejection::code).orElse("");
    }

    @Test
    void getsItsCodeWhenItBecomesActive() {
        PickupTicket ticket = issued();
        assertThat(ticket.snapshot().code().hash()).isNull();

        assertThat(ticket.activate(PVZ, null, SOURCE, NOW)).isEmpty();

        assertThat(ticket.snapshot().state()).isEqualTo(TicketState.ACTIVE);
        assertThat(ticket.snapshot().code().hash()).isEqualTo(CODES.hash(PVZ, code(ticket)));
        assertThat(ticket.facts()).containsExactly(new TicketFact.Activated(PVZ, null));
        assertThat(refusal(ticket.activate(PVZ, null, SOURCE, NOW))).isEqualTo("INVALID_STATE");
    }

    @Test
    void acceptsTheRightCodeAndForgetsWrongOnes() {
        PickupTicket ticket = active();

        assertThat(refusal(show(ticket, wrong(ticket), NOW))).isEqualTo("CODE_INVALID");
        assertThat(ticket.attemptsLeft()).isEqualTo(4);
        assertThat(show(ticket, code(ticket), NOW)).isEmpty();

        assertThat(ticket.attemptsLeft()).isEqualTo(5);
        assertThat(ticket.facts())
                .containsExactly(new TicketFact.VerificationFailed(PVZ, 4), new TicketFact.Verified(PVZ, "v1"));
    }

    @Test // 3.4
    void saysHowManyAttemptsAreLeftAndLocksAtTheFifth() {
        PickupTicket ticket = active();
        for (int left = 4; left > 0; left--) {
            assertThat(show(ticket, wrong(ticket), NOW).orElseThrow().members()).containsEntry("attempts_left", left);
        }

        Rejection locked = show(ticket, wrong(ticket), NOW).orElseThrow();

        assertThat(locked.code()).isEqualTo("CODE_LOCKED");
        assertThat(locked.kind().status()).isEqualTo(429);
        assertThat(locked.members()).containsEntry("retry_after", 1_800L);
        assertThat(ticket.snapshot().state()).isEqualTo(TicketState.LOCKED);
        assertThat(ticket.attemptsLeft()).isZero();
        assertThat(ticket.facts()).contains(new TicketFact.Locked(NOW.plus(Duration.ofMinutes(30))));
    }

    @Test // 3.2: automatic rotation after a lock
    void replacesTheCodeThatWasBeingGuessed() {
        PickupTicket ticket = active();
        String old = code(ticket);
        for (int i = 0; i < 5; i++) {
            assertThat(show(ticket, wrong(ticket), NOW)).isPresent();
        }

        assertThat(code(ticket)).isNotEqualTo(old);
        assertThat(ticket.facts()).last().isEqualTo(new TicketFact.CodeRotated("LOCKED"));
        assertThat(refusal(show(ticket, code(ticket), NOW.plusSeconds(1_799)))).isEqualTo("CODE_LOCKED");
        assertThat(show(ticket, code(ticket), NOW.plusSeconds(1_800))).isEmpty();
        assertThat(ticket.snapshot().state()).isEqualTo(TicketState.ACTIVE);
    }

    @Test
    void isUnlockedByARotation() {
        PickupTicket ticket = locked();

        assertThat(ticket.rotate(SOURCE, NOW)).isEmpty();

        assertThat(show(ticket, code(ticket), NOW)).isEmpty();
    }

    @Test // 3.2, 3.4
    void isRotatedThreeTimesADayByTheClientAndFiveTimesForOperators() {
        PickupTicket ticket = active();
        for (int i = 0; i < 3; i++) {
            assertThat(ticket.rotate(SOURCE, NOW)).isEmpty();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ticket.resend(SOURCE, NOW)).isEmpty();
        }
        Rejection fourth = ticket.rotate(SOURCE, NOW).orElseThrow();

        assertThat(fourth.code()).isEqualTo("RATE_LIMITED");
        assertThat(fourth.kind().status()).isEqualTo(429);
        assertThat(refusal(ticket.resend(SOURCE, NOW))).isEqualTo("RATE_LIMITED");
        Instant midnightInMinsk = Instant.parse("2026-11-20T21:00:00Z");
        assertThat(refusal(ticket.rotate(SOURCE, midnightInMinsk.minusSeconds(1))))
                .isEqualTo("RATE_LIMITED");
        assertThat(ticket.rotate(SOURCE, midnightInMinsk)).isEmpty();
    }

    @Test // 3.4
    void refusesWhatIsNoCode() {
        for (String text : new String[] {"12345", "123456789", "12345a", "１２３４５６", ""}) {
            PickupTicket ticket = active();
            assertThat(refusal(show(ticket, text, NOW))).as(text).isEqualTo("VALIDATION_FAILED");
            assertThat(ticket.attemptsLeft()).isEqualTo(5);
        }
    }

    @Test // 3.4
    void saysWhyItCannotBeUsed() {
        PickupTicket redeemed = active();
        assertThat(redeemed.redeem()).isEmpty();
        PickupTicket revoked = active();
        assertThat(revoked.revoke("ORDER_CANCELLED")).isTrue();
        PickupTicket expired = active();
        assertThat(expired.expire(NOW)).isTrue();

        assertThat(refusal(show(issued(), "271828", NOW))).isEqualTo("PARCEL_NOT_READY");
        assertThat(refusal(show(redeemed, "271828", NOW))).isEqualTo("ALREADY_REDEEMED");
        assertThat(refusal(show(revoked, "271828", NOW))).isEqualTo("TICKET_REVOKED");
        assertThat(refusal(show(expired, "271828", NOW))).isEqualTo("STORAGE_EXPIRED");
        PickupTicket elsewhere = active();
        Rejection wrongPvz = elsewhere
                .verify(code(elsewhere), "pvz-2", "v1", CODES, SOURCE, NOW)
                .orElseThrow();
        assertThat(wrongPvz.code()).isEqualTo("WRONG_PVZ");
        assertThat(wrongPvz.members()).containsEntry("pvz_id", PVZ);
    }

    @Test // I3
    void isRedeemedOnce() {
        PickupTicket ticket = active();

        assertThat(ticket.redeem()).isEmpty();

        assertThat(refusal(ticket.redeem())).isEqualTo("ALREADY_REDEEMED");
        assertThat(ticket.revoke("x")).isFalse();
    }

    @Test // a parcel is issued against a document, or the news come in the wrong order
    void isRedeemedFromEveryLivingState() {
        PickupTicket expired = active();
        assertThat(expired.expire(NOW)).isTrue();

        assertThat(issued().redeem()).isEmpty();
        assertThat(locked().redeem()).isEmpty();
        assertThat(expired.redeem()).isEmpty();
    }

    @Test // 2.3 rule 9 of pickup-points.md
    void canBeUsedUntilTheLastMillisecondOfTheStorage() {
        Instant end = NOW.plusSeconds(604_800);

        assertThat(refusal(show(active(), "", end))).isEqualTo("VALIDATION_FAILED");
        for (Instant inTime : new Instant[] {end.minusMillis(1), end}) {
            PickupTicket ticket = active();
            assertThat(show(ticket, code(ticket), inTime)).as("%s", inTime).isEmpty();
        }
        PickupTicket late = active();
        assertThat(refusal(show(late, code(late), end.plusMillis(1)))).isEqualTo("STORAGE_EXPIRED");
    }

    @Test
    void comesBackWithItsCodeWhenStorageIsExtended() {
        PickupTicket ticket = active();
        String code = code(ticket);
        assertThat(ticket.expire(NOW)).isTrue();

        assertThat(ticket.activate(PVZ, NOW.plusSeconds(60), SOURCE, NOW)).isEmpty();

        assertThat(show(ticket, code, NOW)).isEmpty();
        assertThat(issued().expire(NOW)).isFalse();
    }

    @Test
    void canBeRevokedInEveryStateThatIsNotFinal() {
        PickupTicket expired = active();
        assertThat(expired.expire(NOW)).isTrue();

        assertThat(issued().revoke("x")).isTrue();
        assertThat(active().revoke("x")).isTrue();
        assertThat(locked().revoke("x")).isTrue();
        assertThat(expired.revoke("x")).isTrue();
        assertThat(expired.revoke("x")).isFalse();
    }

    @Test
    void namesOneOtherPersonWhileItLives() {
        PickupTicket ticket = issued();
        assertThat(ticket.delegateTo(new Delegate("Anna", "h1"))).isEmpty();
        assertThat(ticket.delegateTo(new Delegate("Olga", "h2"))).isEmpty();
        assertThat(ticket.snapshot().delegate()).isEqualTo(new Delegate("Olga", "h2"));
        assertThat(ticket.revoke("x")).isTrue();
        assertThat(refusal(ticket.delegateTo(new Delegate("Ivan", "h3")))).isEqualTo("TICKET_REVOKED");
    }

    @Test // 3.2: the code is never in events or logs
    void neverShowsItsCodeAsText() {
        PickupTicket ticket = active();
        assertThat(ticket.rotate(SOURCE, NOW)).isEmpty();
        String code = code(ticket);

        assertThat(ticket.facts().toString()).doesNotContain(code);
        assertThat(ticket.snapshot().toString()).doesNotContain(code);
        assertThat(new PickupCode(code).toString()).doesNotContain(code);
        assertThat(TicketFixture.SECRETS.toString()).isEqualTo("Secrets");
    }
}
