package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.OrderState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicStatusTest {

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void namesEveryStateInThreeLanguages(OrderState state) {
        PublicStatus status = PublicStatus.of(state);

        assertThat(status.code()).isEqualTo(state.publicCode());
        assertThat(status.ru()).isNotBlank();
        assertThat(status.be()).isNotBlank();
        assertThat(status.en()).isNotBlank().isNotEqualTo(status.ru());
    }
}
