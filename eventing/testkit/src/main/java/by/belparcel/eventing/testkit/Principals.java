package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Callers of every role. */
public final class Principals {

    private Principals() {}

    public static Principal shop(String shopId) {
        return of("shop", "user-of-" + shopId, Map.of("shop_id", List.of(shopId)));
    }

    public static Principal client(String clientId) {
        return of("client", clientId, Map.of("client_id", List.of(clientId)));
    }

    public static Principal carrier(String carrierId) {
        return of("carrier", "driver-" + carrierId, Map.of("carrier_id", List.of(carrierId)));
    }

    public static Principal pvzWorker(String pvzId) {
        return of("pvz_worker", "worker-" + pvzId, Map.of("pvz_id", List.of(pvzId)));
    }

    public static Principal operator() {
        return staff("operator");
    }

    public static Principal moderator() {
        return staff("moderator");
    }

    public static Principal admin() {
        return staff("admin");
    }

    public static Principal agent() {
        return staff("agent");
    }

    public static Principal analyst() {
        return staff("analyst");
    }

    public static Principal auditor() {
        return staff("auditor");
    }

    public static Principal service(String name) {
        return of("service", name, Map.of());
    }

    /** A member of staff with a role and no scope: {@code operator-1}. */
    public static Principal staff(String role) {
        return of(role, role + "-1", Map.of());
    }

    public static Principal of(String role, String subject, Map<String, List<String>> claims) {
        return new Principal(subject, Set.of(role), claims, "token-of-" + subject);
    }
}
