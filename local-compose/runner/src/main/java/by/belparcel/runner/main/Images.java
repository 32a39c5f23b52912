package by.belparcel.runner.main;

import by.belparcel.embedded.Checkout;
import by.belparcel.runner.serving.ServiceSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What stands for a container image on this machine: a folder (relative to the checkout) and the entry point. */
final class Images {

    private record Image(Path directory, List<String> command) {}

    private final Map<String, Image> images = new HashMap<>();
    private final Path file;

    private Images(Path file) {
        this.file = file;
    }

    static Images read(Path file) {
        Images images = new Images(file);
        try (InputStream in = Files.newInputStream(file)) {
            Object root =
                    new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromInputStream(in);
            if (!(root instanceof Map<?, ?> top) || !(top.get("images") instanceof Map<?, ?> all)) {
                throw new RunnerException(file + " has no map images");
            }
            all.forEach((name, value) -> images.images.put(String.valueOf(name), images.image(name, value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return images;
    }

    private Image image(Object name, Object value) {
        if (value instanceof Map<?, ?> fields
                && fields.get("directory") instanceof String directory
                && fields.get("command") instanceof List<?> command) {
            return new Image(
                    Checkout.root().resolve(directory),
                    command.stream().map(String::valueOf).toList());
        }
        throw new RunnerException(file + ": image " + name + " needs directory and command");
    }

    /** The process for a container: its own command replaces the entry point, its arguments follow (as in Kubernetes). */
    ServiceSpec.Launch launch(String image, List<String> command, List<String> args, Map<String, String> env) {
        Image found = images.getOrDefault(image, images.get(bare(image)));
        if (found == null) {
            throw new RunnerException("image " + image + " is not in " + file);
        }
        if (!Files.isDirectory(found.directory())) {
            throw new RunnerException(found.directory() + " (image " + image + ") is missing: run ./belparcel build");
        }
        List<String> line = new ArrayList<>(command.isEmpty() ? found.command() : command);
        line.addAll(args);
        return new ServiceSpec.Launch(line, found.directory(), env);
    }

    /** Without tag and digest. */
    private static String bare(String image) {
        int at = image.indexOf('@');
        String name = at < 0 ? image : image.substring(0, at);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }
}
