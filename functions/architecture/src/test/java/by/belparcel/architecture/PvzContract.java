package by.belparcel.architecture;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.pvz.v1.PvzServiceOuterClass;
import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which function stands behind each method of the pick-up point's contract. */
final class PvzContract {

    static final String SERVICE = "belparcel.pvz.v1.PvzService";

    private final List<FunctionModule> contexts;

    PvzContract(List<FunctionModule> contexts) {
        this.contexts = contexts;
    }

    static List<MethodDescriptor> methods() {
        return PvzServiceOuterClass.getDescriptor()
                .findServiceByName("PvzService")
                .getMethods();
    }

    static String rule(MethodDescriptor method) {
        HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
        return switch (rule.getPatternCase()) {
            case GET -> "GET " + rule.getGet();
            case POST -> "POST " + rule.getPost();
            case PUT -> "PUT " + rule.getPut();
            default -> "none";
        };
    }

    Optional<FunctionSpec> function(MethodDescriptor method) {
        String wanted = anonymous(rule(method));
        return contexts.stream()
                .flatMap(context -> context.functions().stream())
                .filter(function -> {
                    HttpRoute route = GeneratedManifests.route(function);
                    return route != null
                            && anonymous(route.method() + " " + route.path()).equals(wanted);
                })
                .findFirst();
    }

    /** Names of all functions that the face needs, sorted. */
    List<String> functions() {
        return methods().stream()
                .map(this::function)
                .flatMap(Optional::stream)
                .map(FunctionSpec::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** Fields that travel as query parameters. */
    static Set<String> parameters(MethodDescriptor method) {
        String rule = rule(method);
        return !rule.startsWith("GET")
                ? Set.of()
                : method.getInputType().getFields().stream()
                        .map(FieldDescriptor::getName)
                        .filter(field -> !rule.contains("{" + field + "}"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How the variables of a path are named is nobody's business but the handler's. */
    private static String anonymous(String rule) {
        return rule.replaceAll("\\{[^}]*}", "{}");
    }
}
