package by.belparcel.runner.eventing;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.manifest.BackoffPolicy;
import by.belparcel.runner.manifest.DeliveryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackoffFormulaTest {

    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of(
                        BackoffFormula.KAFKA, BackoffPolicy.EXPONENTIAL, List.of(1000L, 2000L, 4000L, 8000L, 16000L)),
                Arguments.of(BackoffFormula.KAFKA, BackoffPolicy.LINEAR, List.of(500L, 1000L, 1500L, 2000L, 2500L)),
                Arguments.of(BackoffFormula.MT, BackoffPolicy.EXPONENTIAL, List.of(500L, 1000L, 2000L, 4000L, 8000L)),
                Arguments.of(BackoffFormula.MT, BackoffPolicy.LINEAR, List.of(0L, 500L, 1000L, 1500L, 2000L)));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void waitsAsTheFormulaSays(BackoffFormula formula, BackoffPolicy policy, List<Long> millis) {
        DeliveryPolicy delivery =
                new DeliveryPolicy(null, 5, policy, Duration.ofMillis(500), DeliveryPolicy.DEFAULT_TIMEOUT);

        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> formula.before(n, delivery).toMillis()))
                .isEqualTo(millis);
    }
}
