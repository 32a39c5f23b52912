package by.belparcel.eventing.edge.call;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.List;
import java.util.Map;

/**
 * A request that has passed every check of the edge.
 *
 * @param path path as it was requested
 * @param access decides the route's action for rows
 * @param idempotencyKeys all values of the header, as sent
 * @param headers of an event: the headers as received; empty otherwise
 */
public record Call(
        String path,
        RequestParameters parameters,
        Principal principal,
        Access access,
        List<String> idempotencyKeys,
        List<Map.Entry<String, String>> headers,
        Notes notes) {

    private static final RequestParameters NO_PARAMETERS = new RequestParameters(Map.of(), Map.of(), Map.of());
    private static final Access NOTHING_DENIED = (facts, thing) -> java.util.Optional.empty();

    public Call {
        idempotencyKeys = List.copyOf(idempotencyKeys);
    }

    /** A delivered event or a tick. */
    public static Call event(String path, List<Map.Entry<String, String>> headers, Notes notes) {
        return new Call(path, NO_PARAMETERS, Principal.ANONYMOUS, NOTHING_DENIED, List.of(), headers, notes);
    }
}
