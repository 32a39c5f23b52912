package by.belparcel.identity.application;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.identity.model.PasswordPolicy;
import by.belparcel.identity.model.Role;
import by.belparcel.identity.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A user that the configuration asks for. Passwords come from the environment, none is in the code.
 *
 * @param demo whether it is for demonstration only
 */
public record Seed(String login, String password, Role role, Map<String, List<String>> claims, boolean demo) {

    private static final String FIRST_SHOP = "0190a002-0000-7000-8000-000000000001";
    private static final String FIRST_PVZ = "0190a001-0000-7000-8000-000000000001";
    private static final String FIRST_CARRIER = "0190a003-0000-7000-8000-000000000001";

    /**
     * The first admin of {@code BELPARCEL_IDENTITY_BOOTSTRAP_ADMIN_LOGIN} and {@code .._PASSWORD}; one user per role when
     * {@code BELPARCEL_IDENTITY_DEMO_PASSWORD} is set.
     *
     * @throws IllegalStateException for weak passwords, and for demonstration users in production
     */
    public static List<Seed> from(Settings settings) {
        List<Seed> seeds = new ArrayList<>();
        settings.find("belparcel.identity.bootstrap-admin-login")
                .ifPresent(login -> seeds.add(new Seed(
                        login.toLowerCase(Locale.ROOT),
                        settings.required("belparcel.identity.bootstrap-admin-password"),
                        Role.ADMIN,
                        Map.of(),
                        false)));
        settings.find("belparcel.identity.demo-password").ifPresent(password -> {
            if (isProduction(settings)) {
                throw new IllegalStateException("belparcel.identity.demo-password must not be set in production");
            }
            for (Role role : Role.values()) {
                seeds.add(new Seed("demo-" + role.claim(), password, role, claims(role), true));
            }
        });
        seeds.forEach(Seed::requireStrong);
        return List.copyOf(seeds);
    }

    public static boolean isProduction(Settings settings) {
        return settings.text("environment", "development").equalsIgnoreCase("production");
    }

    User user(String id, String hash) {
        return new User(id, login, login, hash, role, claims, true, demo, 1);
    }

    @Override
    public String toString() {
        return "Seed[" + login + "]";
    }

    private void requireStrong() {
        Optional<String> refusal = PasswordPolicy.refusal(login, password);
        if (refusal.isPresent()) {
            throw new IllegalStateException("The configured password of " + login + " " + refusal.get());
        }
    }

    private static Map<String, List<String>> claims(Role role) {
        return switch (role) {
            case SHOP -> Map.of("shop_id", List.of(FIRST_SHOP));
            case CARRIER -> Map.of("carrier_id", List.of(FIRST_CARRIER));
            case PVZ_WORKER -> Map.of("pvz_id", List.of(FIRST_PVZ));
            case GUARD, GUARD_LEAD -> Map.of("site_id", List.of(FIRST_PVZ));
            case OPERATOR, MODERATOR, ADMIN, AGENT, ANALYST, AUDITOR -> Map.of();
        };
    }
}
