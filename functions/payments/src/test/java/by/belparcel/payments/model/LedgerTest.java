package by.belparcel.payments.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test // I5
    void balancesEverySettlementAndEmptiesEveryAccountWhenAllIsRefunded() {
        Random random = new Random(20261120);
        for (int run = 0; run < 2_000; run++) {
            PaymentMethod method = PaymentMethod.values()[random.nextInt(3)];
            PaymentTerms terms = PaymentFixture.terms(method, random.nextInt(5_000), random.nextInt(9_000));
            long total = terms.amount().amount();
            Money captured = Money.byn(total == 0 ? 0 : random.nextLong(total) + 1);
            List<Posting> all = new ArrayList<>(Ledger.capture(terms, captured));
            assertThat(sum(all)).isZero();
            long refunded = 0;
            while (refunded < captured.amount()) {
                long part = random.nextLong(captured.amount() - refunded) + 1;
                Refund refund = Refund.requested("r" + refunded, Money.byn(part), "x", Instant.EPOCH, Instant.EPOCH);
                List<Posting> lines = Ledger.refund(terms, refund, captured, Money.byn(refunded));
                assertThat(sum(lines)).isZero();
                all.addAll(lines);
                refunded += part;
            }
            assertThat(byAccount(all).values()).as("terms %s", terms).containsOnly(0L);
        }
    }

    @Test
    void givesTheDeliveryFeeToUsAndTheGoodsToTheShop() {
        PaymentTerms terms = PaymentFixture.terms(PaymentMethod.PAY_ON_PICKUP, 600, 2_000);

        assertThat(byAccount(Ledger.capture(terms, Money.byn(2_600))))
                .containsEntry("cash:pvz", 2_600L)
                .containsEntry("revenue:delivery", -600L)
                .containsEntry("payable:shop:shop-1", -2_000L);
    }

    private static long sum(List<Posting> lines) {
        return lines.stream().mapToLong(Posting::amountMinor).sum();
    }

    private static Map<String, Long> byAccount(List<Posting> lines) {
        Map<String, Long> accounts = new HashMap<>();
        lines.forEach(line -> accounts.merge(line.account(), line.amountMinor(), Long::sum));
        return accounts;
    }
}
