package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The compatibility profile of the pick-up point's API (domain README 4.5): two of its refusals answer 412 as their first
 * clients expect, not 422.
 */
public final class CompatibleCodes {

    private static final int PRECONDITION_FAILED = 412;
    private static final String PATHS = "/pvz/v1/";
    private static final Set<String> CODES = Set.of("STORAGE_EXPIRED", "WEIGHT_TOO_HEAVY");

    private final boolean on;

    private CompatibleCodes(boolean on) {
        this.on = on;
    }

    /** Setting {@code route256_http_codes}, off by default. */
    public static CompatibleCodes from(Settings settings) {
        return new CompatibleCodes(settings.text("route256_http_codes", "false").equals("true"));
    }

    int status(@Nullable String path, Rejection rejection) {
        boolean compatible = on && path != null && path.startsWith(PATHS) && CODES.contains(rejection.code());
        return compatible ? PRECONDITION_FAILED : rejection.kind().status();
    }
}
