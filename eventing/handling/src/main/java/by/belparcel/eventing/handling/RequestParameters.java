package by.belparcel.eventing.handling;

import java.util.Map;
import java.util.Optional;

/**
 * Path variables, query parameters and selected headers of a request.
 *
 * @param path variables of the path template
 * @param query query parameters; a repeated parameter was refused before
 * @param headers the headers that the route declares, names lower-case, such as {@code if-match}
 */
public record RequestParameters(Map<String, String> path, Map<String, String> query, Map<String, String> headers) {

    public RequestParameters {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A variable of the route's own template. */
    public String variable(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable " + name);
        }
        return value;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }
}
