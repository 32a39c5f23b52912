package by.belparcel.apidocs.adapter;

import by.belparcel.apidocs.application.FileShelf;
import by.belparcel.apidocs.application.StaticFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A closed list of resources, each read when it is first asked for. Whatever is not on the list does not exist. */
public final class ClassPathShelf implements FileShelf {

    private final Map<String, Resource> listed;
    private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

    /** @param path absolute name on the class path */
    public record Resource(String path, String mediaType) {}

    public ClassPathShelf(Map<String, Resource> listed) {
        this.listed = Map.copyOf(listed);
    }

    @Override
    public Optional<StaticFile> find(String name) {
        Resource resource = listed.get(name);
        return resource == null
                ? Optional.empty()
                : Optional.of(
                        read.computeIfAbsent(name, any -> StaticFile.of(resource.mediaType(), bytes(resource.path()))));
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Objects.requireNonNull(ClassPathShelf.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
