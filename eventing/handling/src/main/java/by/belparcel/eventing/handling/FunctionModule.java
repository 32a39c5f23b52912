package by.belparcel.eventing.handling;

import java.util.List;

/** A bounded context's one list of routes and handlers. */
public interface FunctionModule {

    /** Name of the context: its Services are {@code <name>} and {@code <name>-events}. */
    String name();

    List<FunctionSpec> functions();

    /** Class-path resource of the access policy: {@code policy/<name>.json}. */
    default String policyResource() {
        return "policy/" + name() + ".json";
    }
}
