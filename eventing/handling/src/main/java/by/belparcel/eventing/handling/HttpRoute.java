package by.belparcel.eventing.handling;

import java.util.Set;

/**
 * One row of the route table.
 *
 * @param method upper-case HTTP method
 * @param path template such as {@code /orders/{id}}; fixed words win over variables
 * @param action key of the access policy, or {@link #PUBLIC}
 * @param bodyLimit bytes
 * @param queryParameters names that are accepted; any other is 400
 */
public record HttpRoute(String method, String path, String action, int bodyLimit, Set<String> queryParameters) {

    /** Needs no token; a token that is sent must still be valid. */
    public static final String PUBLIC = "public";

    public static final int KIB_64 = 64 * 1024;
    public static final int KIB_256 = 256 * 1024;
}
