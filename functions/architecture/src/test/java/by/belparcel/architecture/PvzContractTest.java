package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.app.Contexts;
import by.belparcel.eventing.handling.FunctionSpec;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PvzContractTest {

    private final PvzContract contract = new PvzContract(Contexts.all());

    @Test // A4: what gRPC promises, HTTP serves
    void everyMethodOfTheContractHasItsHttpFunction() {
        List<String> missing = PvzContract.methods().stream()
                .filter(method -> contract.function(method).isEmpty())
                .map(method -> method.getName() + " " + PvzContract.rule(method))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test // A4
    void everyFieldOfAQueryIsAParameterOfItsHttpFunction() {
        List<String> missing = new ArrayList<>();
        for (MethodDescriptor method : PvzContract.methods()) {
            Optional<FunctionSpec> function = contract.function(method);
            if (function.isPresent() && function.get() instanceof FunctionSpec.Query<?> query) {
                Set<String> unknown = new TreeSet<>(PvzContract.parameters(method));
                unknown.removeAll(query.route().queryParameters());
                unknown.forEach(field -> missing.add(method.getName() + "." + field));
            }
        }

        assertThat(missing).isEmpty();
    }
}
