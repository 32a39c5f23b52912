package by.belparcel.pickuptickets.model;

import static by.belparcel.pickuptickets.model.TicketFixture.NOW;
import static by.belparcel.pickuptickets.model.TicketFixture.PVZ;
import static by.belparcel.pickuptickets.model.TicketFixture.active;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QrTokensTest {

    private final QrTokens tokens = new QrTokens(TicketFixture.SECRETS, Duration.ofSeconds(60));

    @Test
    void isNumberExpiryAndSignatureAndValidForAMinute() {
        QrTokens.Token token = tokens.issue("PT-0123456789", NOW);

        assertThat(token.text()).startsWith("PT-0123456789|" + (NOW.getEpochSecond() + 60) + "|");
        assertThat(tokens.read(token.text(), NOW.plusSeconds(59))).isEqualTo(new QrTokens.Read.Valid("PT-0123456789"));
        assertThat(tokens.read(token.text(), NOW.plusSeconds(60))).isInstanceOf(QrTokens.Read.Expired.class);
    }

    @Test // 3.4
    void isInvalidWhenAnythingOfItWasChanged() {
        String text = tokens.issue("PT-0123456789", NOW).text();
        QrTokens others = new QrTokens(new Secrets("another key of enough characters"), Duration.ofSeconds(60));

        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'X' ? 'Y' : 'X';
            String forged = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(tokens.read(forged, NOW)).as(forged).isInstanceOf(QrTokens.Read.Invalid.class);
        }
        assertThat(tokens.read(others.issue("PT-0123456789", NOW).text(), NOW))
                .isInstanceOf(QrTokens.Read.Invalid.class);
        for (String junk : new String[] {"", "|", "||", "a|b|c", "PT-1|9|", "x".repeat(9_999)}) {
            assertThat(tokens.read(junk, NOW)).as(junk).isInstanceOf(QrTokens.Read.Invalid.class);
        }
    }

    @Test // 3.4
    void opensItsOwnTicketOnly() {
        PickupTicket ticket = active();

        assertThat(ticket.verifyQr(new QrTokens.Read.Valid("PT-OTHER"), PVZ, "v1", NOW)
                        .map(Rejection::code))
                .contains("QR_INVALID");
        assertThat(ticket.verifyQr(new QrTokens.Read.Expired(), PVZ, "v1", NOW).map(Rejection::code))
                .contains("QR_EXPIRED");
        assertThat(ticket.verifyQr(new QrTokens.Read.Valid(ticket.snapshot().number()), PVZ, "v1", NOW))
                .isEmpty();
        assertThat(ticket.facts()).containsExactly(new TicketFact.Verified(PVZ, "v1"));
    }
}
