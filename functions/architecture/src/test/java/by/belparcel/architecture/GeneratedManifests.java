package by.belparcel.architecture;

import by.belparcel.app.PlatformFunctions;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.outbox.OutboxMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the Services, Triggers and routes that follow from the functions' own declarations. */
final class GeneratedManifests {

    private static final String HEAD =
            "# Generated from the function declarations by functions/architecture (-Dgolden=write). Do not edit.\n";

    private static final String GRPC = "pickup-points-grpc";

    private final List<FunctionModule> contexts;
    private final FunctionModule platform = new PlatformFunctions(OutboxMetrics.noop());

    GeneratedManifests(List<FunctionModule> contexts) {
        this.contexts = contexts;
    }

    /** File name below {@code knative/base/generated} to content. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("services.yaml", services());
        files.put("triggers.yaml", triggers());
        files.put("routes.yaml", routes());
        return files;
    }

    private String services() {
        List<String> documents = new ArrayList<>();
        for (FunctionModule context : contexts) {
            List<String> http = names(context, GeneratedManifests::isHttp);
            List<String> events = names(context, f -> !isHttp(f));
            if (!http.isEmpty()) {
                documents.add(Templates.service(context.name(), false, http));
            }
            if (!events.isEmpty()) {
                documents.add(Templates.service(context.name() + "-events", true, events));
            }
        }
        documents.add(Templates.grpcService(GRPC, new PvzContract(contexts).functions()));
        documents.add(Templates.service(platform.name(), true, names(platform, f -> true)));
        return HEAD + String.join("---\n", documents);
    }

    private String triggers() {
        List<String> documents = new ArrayList<>();
        for (FunctionModule context : contexts) {
            triggers(context, context.name() + "-events", documents);
        }
        triggers(platform, platform.name(), documents);
        return HEAD + String.join("---\n", documents);
    }

    private static void triggers(FunctionModule module, String service, List<String> documents) {
        for (FunctionSpec function : module.functions()) {
            Map<String, String> filter = filter(function);
            if (!filter.isEmpty()) {
                documents.add(Templates.trigger(function.name(), filter, service));
            }
        }
    }

    /** What the Trigger of a function lets through; empty where it has none. */
    private static Map<String, String> filter(FunctionSpec function) {
        Map<String, String> filter = new LinkedHashMap<>();
        if (function instanceof FunctionSpec.Event<?> event) {
            filter.put("type", event.type().name());
            filter.putAll(new TreeMap<>(event.attributes()));
        } else if (function instanceof FunctionSpec.Tick tick) {
            filter.put("type", "dev.knative.sources.ping");
            filter.put("source", "/apis/v1/namespaces/belparcel/pingsources/" + tick.pingSource());
        }
        return filter;
    }

    /** One rule per context with every path it serves: an unknown path wakes nobody. */
    private String routes() {
        StringBuilder rules = new StringBuilder();
        for (FunctionModule context : contexts) {
            TreeSet<String> paths = context.functions().stream()
                    .map(GeneratedManifests::route)
                    .filter(Objects::nonNull)
                    .map(HttpRoute::path)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!paths.isEmpty()) {
                rules.append(Templates.routeRule(context.name(), paths));
            }
        }
        rules.append(Templates.grpcRule(
                GRPC, List.of(PvzContract.SERVICE, "grpc.reflection.v1.ServerReflection", "grpc.health.v1.Health")));
        return HEAD + Templates.routes(rules.toString());
    }

    private static List<String> names(FunctionModule module, java.util.function.Predicate<FunctionSpec> which) {
        return module.functions().stream()
                .filter(which)
                .map(FunctionSpec::name)
                .sorted()
                .toList();
    }

    private static boolean isHttp(FunctionSpec function) {
        return route(function) != null;
    }

    static @org.jspecify.annotations.Nullable HttpRoute route(FunctionSpec function) {
        return switch (function) {
            case FunctionSpec.Command<?, ?> command -> command.route();
            case FunctionSpec.Query<?> query -> query.route();
            case FunctionSpec.Socket socket -> socket.route();
            case FunctionSpec.EventStream stream -> stream.route();
            default -> null;
        };
    }

    static String kebab(String name) {
        StringBuilder text = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                text.append('-');
            }
            text.append(Character.toString(c).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
