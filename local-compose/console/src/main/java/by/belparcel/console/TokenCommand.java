package by.belparcel.console;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token for the local system. */
@Command(name = "token", description = "Prints a token for the local system.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    /** The roles of domain README section 1. */
    private static final Set<String> ROLES = Set.of(
            "shop",
            "client",
            "carrier",
            "pvz_worker",
            "operator",
            "moderator",
            "admin",
            "agent",
            "guard",
            "guard_lead",
            "analyst",
            "auditor",
            "service");

    /** Scope claims that make a role useful at once on a fresh system. */
    private static final Map<String, Map<String, String>> DEFAULT_CLAIMS =
            Map.of("shop", Map.of("shop_id", DemoPlaces.SHOP), "pvz_worker", Map.of("pvz_id", DemoPlaces.PVZ));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--role", required = true, description = "One of the 13 roles.")
    private String role = "";

    @Option(names = "--sub", description = "Subject; by default demo-<role>.")
    private String subject = "";

    @Option(names = "--claim", description = "Scope claim name=value; may be repeated.")
    private Map<String, String> claims = new TreeMap<>();

    @Override
    public Integer call() {
        if ("production".equalsIgnoreCase(System.getenv("ENVIRONMENT"))) {
            throw new IllegalStateException("tokens are for the local system only; ENVIRONMENT is production");
        }
        if (!ROLES.contains(role)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "unknown role; the roles are " + ROLES.stream().sorted().toList());
        }
        Map<String, String> all = new TreeMap<>(DEFAULT_CLAIMS.getOrDefault(role, Map.of()));
        all.putAll(claims);
        Map<String, List<String>> lists =
                all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
        spec.commandLine()
                .getOut()
                .println(new LocalTokens(RunningSystem.find())
                        .issue(role, subject.isEmpty() ? "demo-" + role : subject, lists));
        return 0;
    }
}
