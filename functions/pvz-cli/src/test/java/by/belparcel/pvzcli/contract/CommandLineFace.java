package by.belparcel.pvzcli.contract;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.pvzcli.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The command line, from its words to its exit code. */
final class CommandLineFace implements Face {

    private static final Map<String, String> FLAGS = Map.of("verification_ids", "--verification-id");
    private static final Set<String> SWITCHES = Set.of("atomic", "require_code", "in_pvz");

    private final String endpoint;

    CommandLineFace(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Outcome perform(Verb verb, Map<String, String> values, String token) {
        List<String> words =
                new ArrayList<>(List.of(verb.command(), "--output=json", "--token=" + token, "--timeout=10s"));
        values.forEach((name, value) -> words.add(word(name, value)));
        Line.Ended ended = Line.of(words.toArray(String[]::new)).at(endpoint).run();
        String status = Integer.toString(ended.code());
        if (ended.code() == 0 || ended.code() == 3) {
            return Outcome.ok(Json.mapper().readTree(ended.out()), status);
        }
        JsonNode error = Json.mapper().readTree(ended.err()).path("error");
        Set<String> fields = new TreeSet<>();
        error.path("fields").forEach(field -> fields.add(field.asString().replaceFirst(": .*", "")));
        return Outcome.refused(error.path("code").asString(), fields, status);
    }

    @Override
    public String status(Expected expected) {
        if (!expected.code().equals("OK")) {
            return "2";
        }
        return Outcome.partial(expected.facts()) ? "3" : "0";
    }

    private static String word(String name, String value) {
        if (name.equals("rows")) {
            return "--file=" + file(value);
        }
        String flag = FLAGS.getOrDefault(name, "--" + name.replace('_', '-'));
        return SWITCHES.contains(name) ? flag : flag + "=" + value;
    }

    private static Path file(String rows) {
        try {
            Path file = Files.createTempFile("orders", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Json.mapper().writeValueAsString(Messages.cells(rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
