package by.belparcel.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout lies: system property {@code belparcel.root}, or the folder above that holds {@code local-compose/embedded}. */
public final class Checkout {

    private Checkout() {}

    /** The root of the checkout, absolute. */
    public static Path root() {
        String set = System.getProperty("belparcel.root", "");
        if (!set.isEmpty()) {
            return Path.of(set).toAbsolutePath().normalize();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("local-compose/embedded"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no checkout above " + here + "; set -Dbelparcel.root");
    }

    /** Folder of everything that a run writes beside the build: system property {@code belparcel.state}, else {@code .belparcel}. */
    public static Path state() {
        String set = System.getProperty("belparcel.state", "");
        return set.isEmpty()
                ? root().resolve(".belparcel")
                : Path.of(set).toAbsolutePath().normalize();
    }

    static Path build(String child) {
        return root().resolve("local-compose/embedded/target").resolve(child);
    }
}
