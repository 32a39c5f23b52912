package by.belparcel.runner.manifest;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PingSource: cron {@code schedule} (read in {@code timezone}, else as written) and the event of every tick. */
public record PingManifest(
        Key key,
        String schedule,
        @Nullable String timezone,
        @Nullable String contentType,
        @Nullable String data,
        @Nullable String dataBase64,
        URI sink,
        Map<String, String> extensions,
        Place place) {}
