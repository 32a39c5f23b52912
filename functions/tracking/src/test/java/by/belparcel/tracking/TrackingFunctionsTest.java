package by.belparcel.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackingFunctionsTest {

    private final List<FunctionSpec> functions = new TrackingFunctions().functions();

    @Test
    void listsEveryFunctionOnce() {
        assertThat(functions.stream().map(FunctionSpec::name))
                .doesNotHaveDuplicates()
                .contains("reportLocations", "judgeFixOnLocationReported", "listLocations", "followLink");
    }

    @Test // the natural key of an upload is carrier and counter
    void takesLargeUploadsWithoutAKey() {
        FunctionSpec.Command<?, ?> upload = (FunctionSpec.Command<?, ?>) functions.stream()
                .filter(f -> f.name().equals("reportLocations"))
                .findFirst()
                .orElseThrow();

        assertThat(upload.keyLife()).isEqualTo(Duration.ZERO);
        assertThat(upload.route().bodyLimit()).isEqualTo(HttpRoute.KIB_256);
    }

    @Test // S-051
    void hasAPolicyForEveryRoute() {
        assertThat(Policies.gaps(new TrackingFunctions())).isEmpty();
    }
}
