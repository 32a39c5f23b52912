package by.belparcel.eventing.inbox;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.TraceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command as the edge hands it over, its route's action already permitted.
 *
 * @param access object-level half of that permission
 * @param path actual path, as in the request line, without query
 * @param body parsed JSON, absent when the command has no body
 * @param idempotencyKeys every value of the header Idempotency-Key
 * @param correlationId id of this command
 */
public record CommandRequest(
        Principal principal,
        Access access,
        RequestParameters parameters,
        String path,
        @Nullable JsonNode body,
        List<String> idempotencyKeys,
        String correlationId,
        TraceContext trace) {

    public CommandRequest {
        idempotencyKeys = List.copyOf(idempotencyKeys);
    }
}
