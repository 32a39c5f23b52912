package by.belparcel.runner.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random values for Secrets with the annotation {@code runner.belparcel.by/generate}: made once, then kept in one file
 * that only its owner can read, so that tokens stay valid over restarts.
 */
public final class SecretStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final @Nullable Path file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> values;

    private SecretStore(@Nullable Path file, Map<String, String> values) {
        this.file = file;
        this.values = new TreeMap<>(values);
    }

    /** A store in {@code file}, which is made with the first value. */
    public static SecretStore in(Path file) {
        try {
            return new SecretStore(
                    file,
                    Files.exists(file)
                            ? JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), new TypeReference<>() {})
                            : Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A store that forgets, for tests and for checking manifests. */
    public static SecretStore inMemory() {
        return new SecretStore(null, Map.of());
    }

    /** The value of one key of a Secret: {@code bytes} random bytes as base64url without padding. */
    synchronized String value(Key secret, String key, int bytes) {
        String name = secret + "/" + key;
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        byte[] fresh = new byte[bytes];
        random.nextBytes(fresh);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
        values.put(name, value);
        save();
        return value;
    }

    private void save() {
        if (file == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
            Path fresh = Files.createTempFile(folder, "secrets", ".tmp", mode);
            Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(values));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
