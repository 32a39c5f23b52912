package by.belparcel.runner.manifest;

import java.util.List;
import java.util.Map;

/** A Job that runs to its end before the services start; {@code env} is resolved. */
public record JobManifest(
        Key key,
        String image,
        List<String> command,
        List<String> args,
        Map<String, String> env,
        int backoffLimit,
        Place place) {}
