package by.belparcel.eventing.store;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Named crash points of quality section 3. Without {@code -Dbelchaos.halt=<point>:<nth>} a call costs one comparison; with it
 * the process halts, as if killed, when the point is reached for the nth time.
 */
public final class Faults {

    private static final @Nullable String SPEC = System.getProperty("belchaos.halt");
    private static final String POINT = SPEC == null ? "" : SPEC.substring(0, SPEC.indexOf(':'));
    private static final AtomicInteger LEFT =
            new AtomicInteger(SPEC == null ? 0 : Integer.parseInt(SPEC.substring(SPEC.indexOf(':') + 1)));

    private Faults() {}

    public static void reach(String point) {
        if (SPEC != null && POINT.equals(point) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
