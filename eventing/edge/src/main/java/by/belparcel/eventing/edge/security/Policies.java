package by.belparcel.eventing.edge.security;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The policies of all contexts of this process, each read when its first request comes. */
public final class Policies {

    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, PolicyTable> tables = new ConcurrentHashMap<>();
    private final Consumer<String> denied;

    /** @param denied told the action of every refusal, for the metric */
    public Policies(List<FunctionModule> modules, Consumer<String> denied) {
        modules.forEach(module -> resources.put(module.name(), module.policyResource()));
        this.denied = denied;
    }

    /** The function-level half: empty when some role of the caller has the route's action. */
    public Optional<Rejection> deniedRole(String context, HttpRoute route, Principal principal) {
        if (route.action().equals(HttpRoute.PUBLIC)) {
            return Optional.empty();
        }
        if (table(context).decideRole(principal, route.action(), isReading(route)) instanceof Decision.Permit) {
            return Optional.empty();
        }
        denied.accept(route.action());
        return Optional.of(Rejection.forbidden("The role has no permission for " + route.action() + "."));
    }

    /** The object-level half, for the handler. */
    public Access access(String context, HttpRoute route, Principal principal) {
        return (facts, thing) -> {
            if (route.action().equals(HttpRoute.PUBLIC)) {
                return Optional.empty();
            }
            Decision decision = table(context).decide(principal, route.action(), isReading(route), facts);
            if (decision instanceof Decision.Permit) {
                return Optional.empty();
            }
            denied.accept(route.action());
            return Optional.of(
                    PolicyTable.isHiddenFrom(principal)
                            ? Rejection.notFound(thing)
                            : Rejection.forbidden("The role has no permission for this " + thing + "."));
        };
    }

    /** Differences between routes and policy of a context: actions without an entry and entries without a route. */
    public static List<String> gaps(FunctionModule module) {
        Set<String> used = new TreeSet<>();
        for (FunctionSpec function : module.functions()) {
            switch (function) {
                case FunctionSpec.Command<?, ?> command ->
                    used.add(command.route().action());
                case FunctionSpec.Query<?> query -> used.add(query.route().action());
                case FunctionSpec.Socket socket -> used.add(socket.route().action());
                case FunctionSpec.EventStream stream -> used.add(stream.route().action());
                case FunctionSpec.Event<?> event -> {}
                case FunctionSpec.RawEvent raw -> {}
                case FunctionSpec.Tick tick -> {}
            }
        }
        used.remove(HttpRoute.PUBLIC);
        Set<String> known =
                used.isEmpty() && PolicyTable.class.getClassLoader().getResource(module.policyResource()) == null
                        ? Set.of()
                        : PolicyTable.load(module.policyResource()).actions();
        List<String> gaps = new ArrayList<>();
        used.stream()
                .filter(action -> !known.contains(action))
                .forEach(action -> gaps.add(module.name() + ": action " + action + " has no policy entry"));
        known.stream()
                .filter(action -> !used.contains(action))
                .sorted()
                .forEach(action -> gaps.add(module.name() + ": policy entry " + action + " has no route"));
        return gaps;
    }

    private PolicyTable table(String context) {
        return tables.computeIfAbsent(
                context, name -> PolicyTable.load(java.util.Objects.requireNonNull(resources.get(name), name)));
    }

    private static boolean isReading(HttpRoute route) {
        return route.method().equals("GET");
    }
}
