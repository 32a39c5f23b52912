package by.belparcel.runner.main;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code up} was asked for; {@code data} none = a temporary folder that goes with the run. */
record Settings(
        int port, String host, int adminPort, @Nullable Path data, Path manifests, Path images, int maxInstances) {}
