package by.belparcel.eventing.edge.live;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which pages may open a live connection: literally listed ones; in development also a page of this machine itself. */
public final class Origins {

    private static final List<String> LOCAL = List.of("http://localhost", "http://127.0.0.1");

    private final Set<String> allowed;
    private final boolean local;

    public Origins(LiveSettings settings) {
        this.allowed = settings.origins();
        this.local = settings.localOrigins();
    }

    public boolean allow(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        return allowed.contains(origin) || (local && host != null && isLocal(origin, host));
    }

    private static boolean isLocal(String origin, String host) {
        return origin.equals("http://" + host)
                && LOCAL.stream().anyMatch(name -> origin.equals(name) || isPortOf(origin, name));
    }

    private static boolean isPortOf(String origin, String name) {
        if (!origin.startsWith(name + ":")) {
            return false;
        }
        String port = origin.substring(name.length() + 1);
        return !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
