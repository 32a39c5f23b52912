package by.belparcel.runner.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The environment that SinkBindings inject into their subjects: {@code K_SINK} and {@code K_CE_OVERRIDES}. */
final class SinkBindings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Map<String, String>> bySubject = new HashMap<>();

    SinkBindings(Loading loading) {
        for (Resource binding : loading.all("sources.knative.dev", "SinkBinding")) {
            View subject = binding.spec().at("subject");
            String kind = subject.at("kind").text("");
            if (subject.at("selector").present() || !Set.of("Service", "Job").contains(kind)) {
                loading.fatal(subject.place(), "a SinkBinding's subject is one Service or Job by name");
                continue;
            }
            String namespace = binding.key().namespace();
            Key key = new Key(subject.at("namespace").text(namespace), loading.required(subject, "name"));
            Map<String, String> env = new HashMap<>();
            env.put(
                    "K_SINK",
                    loading.destination(binding.spec().at("sink"), namespace).toString());
            Map<String, String> extensions =
                    binding.spec().at("ceOverrides", "extensions").map();
            if (!extensions.isEmpty()) {
                env.put("K_CE_OVERRIDES", JSON.writeValueAsString(Map.of("extensions", extensions)));
            }
            bySubject.put(kind + " " + key, env);
        }
    }

    Map<String, String> of(Resource subject) {
        return bySubject.getOrDefault(subject.kind() + " " + subject.key(), Map.of());
    }
}
