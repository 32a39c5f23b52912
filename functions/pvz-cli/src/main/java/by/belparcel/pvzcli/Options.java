package by.belparcel.pvzcli;

import by.belparcel.pvzcli.output.Format;
import by.belparcel.pvzcli.output.Language;
import by.belparcel.pvzcli.output.Texts;
import by.belparcel.pvzcli.remote.CallSettings;
import by.belparcel.pvzcli.remote.Endpoint;
import by.belparcel.pvzcli.remote.LocalSystem;
import by.belparcel.pvzcli.syntax.Arguments;
import by.belparcel.pvzcli.syntax.Flag;
import by.belparcel.pvzcli.syntax.GlobalFlags;
import by.belparcel.pvzcli.syntax.Syntax;
import by.belparcel.pvzcli.syntax.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the global flags; what was not written comes from the environment, then from the system of this checkout. */
final class Options {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e&&[^,\"]]{1,200}");
    private static final Endpoint STANDARD = new Endpoint("localhost", 8080, false);
    /** The first point of the seeded reference data. */
    private static final String SEEDED_PVZ = "0190a001-0000-7000-8000-000000000001";

    private static final String SECONDS = "5";
    private static final String RETRIES = "3";

    private final Arguments arguments;
    private final Map<String, String> environment;
    private final Path root;
    private final Texts texts;

    Options(Arguments arguments, Terminal terminal, Texts texts) {
        this.arguments = arguments;
        this.environment = terminal.environment();
        this.root = terminal.root();
        this.texts = texts;
    }

    /** The language of everything that is said: of {@code --lang}, else of the locale. */
    static Texts texts(List<String> line, Map<String, String> environment) {
        String written = Syntax.early(line, GlobalFlags.LANG);
        String locale = environment.getOrDefault(
                "LC_ALL", environment.getOrDefault("LC_MESSAGES", environment.getOrDefault("LANG", "")));
        return Texts.in(Language.of(written).orElseGet(() -> Language.ofLocale(locale)));
    }

    /** The form of what is said, before anything is understood. */
    static Format format(List<String> line) {
        return Format.of(Syntax.early(line, GlobalFlags.OUTPUT)).orElse(Format.TEXT);
    }

    /** @throws UsageException when a global flag has a value that is none of its own */
    void check() {
        arguments.text(GlobalFlags.OUTPUT).ifPresent(name -> require(Format.of(name), GlobalFlags.OUTPUT));
        arguments.text(GlobalFlags.LANG).ifPresent(name -> require(Language.of(name), GlobalFlags.LANG));
    }

    CallSettings settings() {
        Optional<LocalSystem> local = local();
        return new CallSettings(
                endpoint().or(() -> local.map(LocalSystem::endpoint)).orElse(STANDARD),
                token(local),
                texts.language().code(),
                timeout(),
                retries(),
                arguments
                        .text(GlobalFlags.KEY)
                        .map(key -> require(Optional.of(key).filter(Options::isKey), GlobalFlags.KEY))
                        .orElseGet(() -> UUID.randomUUID().toString()));
    }

    /** Empty also when another address was written: the secret of this checkout says nothing there. */
    private Optional<LocalSystem> local() {
        boolean elsewhere = endpoint().isPresent();
        return elsewhere ? Optional.empty() : LocalSystem.at(root);
    }

    private Optional<Endpoint> endpoint() {
        Optional<String> text = arguments.text(GlobalFlags.ENDPOINT).or(() -> variable("BELPARCEL_PVZ_ENDPOINT"));
        return text.map(written -> require(Endpoint.of(written), GlobalFlags.ENDPOINT));
    }

    private String token(Optional<LocalSystem> local) {
        Optional<String> given = arguments.text(GlobalFlags.TOKEN).or(() -> variable("BELPARCEL_TOKEN"));
        if (given.isPresent()) {
            String token = given.get().strip();
            boolean visible = token.chars().allMatch(c -> c > ' ' && c < 0x7f);
            return require(Optional.of(token).filter(text -> visible), GlobalFlags.TOKEN);
        }
        boolean production = "production".equalsIgnoreCase(environment.get("ENVIRONMENT"));
        String pvz = arguments
                .text(GlobalFlags.PVZ)
                .or(() -> variable("BELPARCEL_PVZ_ID"))
                .orElse(SEEDED_PVZ);
        return local.filter(system -> !production)
                .flatMap(system -> system.workerToken(pvz))
                .orElse("");
    }

    private Duration timeout() {
        String text = arguments
                .text(GlobalFlags.TIMEOUT)
                .orElseGet(() -> environment.getOrDefault("GRPC_TIMEOUT_SECONDS", SECONDS) + "s");
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw wrong(GlobalFlags.TIMEOUT);
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration timeout = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
        };
        return require(Optional.of(timeout).filter(Duration::isPositive), GlobalFlags.TIMEOUT);
    }

    private int retries() {
        String text = environment.getOrDefault("GRPC_MAX_RETRIES", RETRIES);
        if (!text.matches("\\d{1,2}")) {
            throw new UsageException(texts.of("usage.form", "GRPC_MAX_RETRIES"));
        }
        return Integer.parseInt(text);
    }

    private static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private <T> T require(Optional<T> value, Flag flag) {
        return value.orElseThrow(() -> wrong(flag));
    }

    private UsageException wrong(Flag flag) {
        return new UsageException(texts.of("usage.form", flag.name()));
    }
}
