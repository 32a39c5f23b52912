package by.belparcel.runner.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves {@code env} and {@code envFrom} of a container from ConfigMaps and Secrets as kubelet does. */
final class Environment {

    static final String GENERATE = "runner.belparcel.by/generate";
    private static final Pattern REFERENCE = Pattern.compile("\\$(\\$)?\\(([^)]+)\\)");

    private final Loading loading;
    private final Map<Key, Map<String, String>> configMaps = new HashMap<>();
    private final Map<Key, Map<String, String>> secrets = new HashMap<>();

    Environment(Loading loading, SecretStore store) {
        this.loading = loading;
        loading.all("", "ConfigMap")
                .forEach(map -> configMaps.put(map.key(), map.view().at("data").map()));
        loading.all("", "Secret").forEach(secret -> secrets.put(secret.key(), data(secret, store)));
    }

    Map<String, String> of(View container, String namespace) {
        Map<String, String> env = new LinkedHashMap<>();
        for (View from : container.at("envFrom").list()) {
            String prefix = from.at("prefix").text("");
            all(from, namespace).forEach((key, value) -> env.put(prefix + key, value));
        }
        for (View entry : container.at("env").list()) {
            String name = loading.required(entry, "name");
            String value = entry.at("valueFrom").present()
                    ? one(entry.at("valueFrom"), namespace)
                    : entry.at("value").text("");
            if (value != null) {
                env.put(name, expand(value, env));
            }
        }
        return Collections.unmodifiableMap(env);
    }

    private Map<String, String> all(View from, String namespace) {
        boolean secret = from.at("secretRef").present();
        View ref = secret ? from.at("secretRef") : from.at("configMapRef");
        Key key = new Key(namespace, loading.required(ref, "name"));
        Map<String, String> values = (secret ? secrets : configMaps).get(key);
        if (values == null && !ref.at("optional").flag(false)) {
            loading.fatal(ref.place(), (secret ? "Secret " : "ConfigMap ") + key + " is not in the manifests");
        }
        return values == null ? Map.of() : values;
    }

    private @Nullable String one(View from, String namespace) {
        boolean secret = from.at("secretKeyRef").present();
        View ref = secret ? from.at("secretKeyRef") : from.at("configMapKeyRef");
        if (!ref.present()) {
            return null; // fieldRef and resourceFieldRef: refused by PodSpecMask
        }
        Key key = new Key(namespace, loading.required(ref, "name"));
        String field = loading.required(ref, "key");
        String value =
                (secret ? secrets : configMaps).getOrDefault(key, Map.of()).get(field);
        if (value == null && !ref.at("optional").flag(false)) {
            loading.fatal(
                    ref.place(),
                    (secret ? "Secret " : "ConfigMap ") + key + " with key " + field + " is not in the manifests");
        }
        return value;
    }

    /** {@code $(NAME)} of an earlier variable; unknown names stay as they are, {@code $$(NAME)} escapes. */
    private static String expand(String value, Map<String, String> env) {
        Matcher matcher = REFERENCE.matcher(value);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(
                match.group(1) != null ? match.group().substring(1) : env.getOrDefault(match.group(2), match.group())));
    }

    private Map<String, String> data(Resource secret, SecretStore store) {
        Map<String, String> values = new LinkedHashMap<>();
        View data = secret.view().at("data");
        for (String key : data.keys()) {
            try {
                byte[] bytes = Base64.getDecoder().decode(data.at(key).text(""));
                values.put(key, new String(bytes, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                loading.fatal(data.at(key).place(), key + " is no base64");
            }
        }
        values.putAll(secret.view().at("stringData").map());
        View generate = secret.view().at("metadata", "annotations", GENERATE);
        for (String entry : generate.text("").split(",", -1)) {
            if (!entry.isBlank()) {
                generate(secret, store, values, entry.strip(), generate.place());
            }
        }
        return values;
    }

    private void generate(Resource secret, SecretStore store, Map<String, String> values, String entry, Place place) {
        int equals = entry.indexOf('=');
        try {
            String key = entry.substring(0, equals);
            int bytes = Integer.parseInt(entry.substring(equals + 1));
            if (bytes < 1 || bytes > 1024) {
                throw new NumberFormatException("1 to 1024 bytes");
            }
            values.computeIfAbsent(key, missing -> store.value(secret.key(), missing, bytes));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            loading.fatal(place, GENERATE + " is KEY=BYTES,KEY2=BYTES, not " + entry);
        }
    }
}
