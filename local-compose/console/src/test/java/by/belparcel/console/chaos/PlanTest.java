package by.belparcel.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void drawsTheSamePlanFromTheSameSeed() {
        assertThat(Plan.of(100, 30, 5)).isEqualTo(Plan.of(100, 30, 5)).isNotEqualTo(Plan.of(100, 30, 6));
    }

    @Test
    void doesEveryKindOfFaultOnceBeforeAnyKindTwice() {
        int kinds = FaultKind.values().length;

        Plan plan = Plan.of(10, kinds * 2, 11);

        assertThat(kinds).isGreaterThanOrEqualTo(10);
        assertThat(plan.faults().subList(0, kinds).stream().map(Plan.Fault::kind))
                .containsExactlyInAnyOrder(FaultKind.values());
        assertThat(plan.faults().subList(kinds, kinds * 2).stream().map(Plan.Fault::kind))
                .containsExactlyInAnyOrder(FaultKind.values());
    }

    @Test
    void hasOrdersOfEverySort() {
        Plan plan = Plan.of(200, 0, 3);

        assertThat(plan.orders()).anyMatch(Plan.Order::twice);
        assertThat(plan.orders()).anyMatch(Plan.Order::refused);
        assertThat(plan.orders()).anyMatch(Plan.Order::onPickup);
        assertThat(plan.orders()).anyMatch(Plan.Order::express);
        assertThat(plan.orders().stream().map(Plan.Order::cancel)).contains(Plan.Cancel.values());
    }
}
