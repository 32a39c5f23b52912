package by.belparcel.batching;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.FunctionSpec;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BatchingFunctionsTest {

    @Test
    void listsEveryFunctionOnce() {
        assertThat(new BatchingFunctions().functions().stream().map(FunctionSpec::name))
                .doesNotHaveDuplicates()
                .hasSize(27);
    }

    @Test
    void hearsBothKindsOfTimers() {
        Set<String> kinds = new BatchingFunctions()
                .functions().stream()
                        .filter(FunctionSpec.Event.class::isInstance)
                        .map(FunctionSpec.Event.class::cast)
                        .map(event -> String.valueOf(event.attributes().get("timerkind")))
                        .collect(Collectors.toSet());

        assertThat(kinds).contains("batch.age", "batch.cutoff");
    }

    @Test
    void needsAKeyForEveryCommand() {
        assertThat(new BatchingFunctions()
                        .functions().stream()
                                .filter(FunctionSpec.Command.class::isInstance)
                                .map(FunctionSpec.Command.class::cast))
                .hasSize(7)
                .allMatch(command -> command.keyLife().toHours() == 24);
    }
}
