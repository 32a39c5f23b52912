package by.belparcel.runner.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords of the embedded servers: random, made once per data folder, readable for the owner only. */
final class LocalSecrets {

    private static final int BYTES = 24;

    private final Path folder;

    LocalSecrets(Path folder) {
        this.folder = folder;
    }

    String get(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                // In one step: a kill in between must not leave an empty secret.
                Path fresh = Files.createTempFile(
                        folder,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
