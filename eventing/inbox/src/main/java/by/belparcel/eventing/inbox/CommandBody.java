package by.belparcel.eventing.inbox;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The command read from its JSON, or the refusal that names every invalid field. */
sealed interface CommandBody<C> {

    record Read<C>(C command, JsonNode json) implements CommandBody<C> {}

    record Refused<C>(Rejection rejection) implements CommandBody<C> {}

    static <C> CommandBody<C> read(FunctionSpec.Command<C, ?> spec, CommandRequest request) {
        JsonNode given = request.body();
        JsonNode json = spec.body() ? given : JsonNodeFactory.instance.objectNode();
        if (json == null || !json.isObject()) {
            return new Refused<>(
                    Rejection.of(Rejection.Kind.INVALID, "MALFORMED_BODY", "The body must be one JSON object."));
        }
        Input input = Input.of(json);
        C command = spec.reader().read(input, request.parameters());
        List<FieldError> problems = input.problems();
        return problems.isEmpty() ? new Read<>(command, json) : new Refused<>(refusal(problems));
    }

    private static Rejection refusal(List<FieldError> problems) {
        Rejection invalid = Rejection.invalid(problems);
        boolean unknownOnly =
                problems.stream().allMatch(problem -> problem.code().equals("UNKNOWN_FIELD"));
        return unknownOnly
                ? new Rejection(
                        invalid.kind(), "UNKNOWN_FIELD", "The request has unknown fields.", problems, invalid.members())
                : invalid;
    }
}
