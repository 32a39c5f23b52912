package by.belparcel.apidocs.check;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The parameters of an operation by place and name. */
public final class Parameters {

    private Parameters() {}

    /** Such as {@code query limit}; references are followed. */
    public static Map<String, JsonNode> of(JsonNode document, JsonNode operation) {
        Map<String, JsonNode> parameters = new TreeMap<>();
        for (JsonNode given : operation.path("parameters")) {
            JsonNode parameter = ApiDiff.resolved(document, given);
            parameters.put(
                    parameter.get("in").asString() + ' ' + parameter.get("name").asString(), parameter);
        }
        return parameters;
    }
}
