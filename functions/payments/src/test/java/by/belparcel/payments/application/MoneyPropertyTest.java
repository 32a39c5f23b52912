package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.PaymentState;
import by.belparcel.payments.model.Posting;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random sequences of callbacks, timeouts, cancellations, crashes and duplicates, each followed by a calm end. */
class MoneyPropertyTest {

    private static final int RUNS = 4_000;
    private static final Set<PaymentState> NOTHING_LEFT =
            EnumSet.of(PaymentState.VOIDED, PaymentState.DECLINED, PaymentState.REFUNDED, PaymentState.EXPIRED);

    @Test // I4, I5, R-104
    void neverChargesTwiceBalancesTheLedgerAndLeavesNothingOfACancelledOrder() {
        Set<PaymentState> ends = EnumSet.noneOf(PaymentState.class);
        for (long seed = 0; seed < RUNS; seed++) {
            ends.add(check(seed, false));
        }
        assertThat(ends)
                .as("the runs reach every end")
                .contains(
                        PaymentState.CAPTURED,
                        PaymentState.VOIDED,
                        PaymentState.REFUNDED,
                        PaymentState.DECLINED,
                        PaymentState.EXPIRED);
    }

    @Test // broken on purpose: the properties can fail
    void noticesAProviderThatForgetsItsKeys() {
        assertThatThrownBy(() -> {
                    for (long seed = 0; seed < RUNS; seed++) {
                        check(seed, true);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }

    private static PaymentState check(long seed, boolean bankForgetsKeys) {
        boolean cancelled = seed % 2 == 0;
        boolean confirmed = seed % 3 != 0;
        World world = new World(seed, bankForgetsKeys);

        world.live(confirmed, cancelled);

        String run = "seed " + seed + ", bank " + world.bank + ", ours " + world.store.all();
        assertThat(world.store.all()).as(run).hasSize(1);
        PaymentSnapshot payment = world.store.all().getFirst();
        assertThat(world.bank.timesCharged())
                .as("charged at most once, %s", run)
                .isLessThanOrEqualTo(1);
        assertThat(world.bank.captured()).as(run).isEqualTo(payment.captured().amount());
        assertThat(world.bank.refunded()).as(run).isEqualTo(payment.refunded().amount());
        assertThat(world.bank.reserved()).as("nothing stays reserved, %s", run).isZero();
        assertThat(settlements(world).values())
                .as("ledger, %s", run)
                .containsOnly(0L)
                .isNotNull();
        assertThat(debits(world, "CAPTURE"))
                .as(run)
                .isEqualTo(payment.captured().amount());
        assertThat(-credits(world, "REFUND"))
                .as(run)
                .isEqualTo(payment.refunded().amount());
        if (cancelled) {
            assertThat(payment.state()).as(run).isIn(NOTHING_LEFT);
            assertThat(world.bank.captured() - world.bank.refunded()).as(run).isZero();
        } else {
            assertThat(payment.state().terminal() || payment.state() == PaymentState.CAPTURED)
                    .as(run)
                    .isTrue();
        }
        return payment.state();
    }

    private static Map<String, Long> settlements(World world) {
        Map<String, Long> sums = world.store.ledger().stream()
                .collect(Collectors.groupingBy(Posting::settlementId, Collectors.summingLong(Posting::amountMinor)));
        sums.put("none", 0L);
        return sums;
    }

    private static long debits(World world, String kind) {
        return world.store.ledger().stream()
                .filter(p -> p.kind().equals(kind) && p.amountMinor() > 0)
                .mapToLong(Posting::amountMinor)
                .sum();
    }

    private static long credits(World world, String kind) {
        return world.store.ledger().stream()
                .filter(p -> p.kind().equals(kind) && p.amountMinor() < 0)
                .mapToLong(Posting::amountMinor)
                .sum();
    }
}
