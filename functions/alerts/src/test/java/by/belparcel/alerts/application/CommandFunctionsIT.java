package by.belparcel.alerts.application;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of alerts keeps the contract of keys: one effect, the same answer, nothing left of a crash. */
@ParameterizedClass
@MethodSource("commands")
class CommandFunctionsIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private final FunctionHarness harness = AlertFixture.harness(POSTGRES.database());
    private final Command command;

    record Command(String function, Map<String, Object> body, Map<String, Object> otherBody) {

        @Override
        public String toString() {
            return function;
        }
    }

    CommandFunctionsIT(Command command) {
        this.command = command;
    }

    static Stream<Command> commands() {
        return Stream.of(
                new Command("acknowledgeAlert", Map.of(), Map.of("expected_version", 1)),
                new Command("snoozeAlert", Map.of("for", "1h"), Map.of("for", "15m")),
                new Command("resolveAlert", Map.of("reason", "a false alarm"), Map.of("reason", "another reason")));
    }

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return command.function();
    }

    @Override
    protected Principal caller() {
        return Principals.operator();
    }

    @Override
    protected Object body() {
        return command.body();
    }

    @Override
    protected Object otherBody() {
        return command.otherBody();
    }

    @Override
    protected Map<String, String> arrange() {
        return Map.of("id", AlertFixture.anAlert(harness));
    }
}
