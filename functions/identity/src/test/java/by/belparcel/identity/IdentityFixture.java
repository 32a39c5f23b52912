package by.belparcel.identity;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Users of identity's tests. Hashing is as cheap as bcrypt allows. */
public final class IdentityFixture {

    public static final String PASSWORD = "correct horse battery";
    public static final String ROOT = "root-admin";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private IdentityFixture() {}

    public static FunctionHarness harness(TestDatabase database) {
        return harness(database, Map.of());
    }

    public static FunctionHarness harness(TestDatabase database, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BELPARCEL_IDENTITY_BCRYPT_COST", "4",
                "BELPARCEL_IDENTITY_BOOTSTRAP_ADMIN_LOGIN", ROOT,
                "BELPARCEL_IDENTITY_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD));
        environment.putAll(more);
        return FunctionHarness.of(database, new IdentityFunctions(), environment);
    }

    public static String newLogin() {
        return "user-" + NUMBER.incrementAndGet();
    }

    public static String anOperator(FunctionHarness harness) {
        String login = newLogin();
        create(harness, login, "operator", Map.of());
        return login;
    }

    public static HttpReply create(FunctionHarness harness, String login, String role, Map<String, Object> claims) {
        return harness.command("createUser")
                .as(Principals.admin())
                .withoutKey()
                .body(Map.of("login", login, "name", "Some Body", "password", PASSWORD, "role", role, "claims", claims))
                .send();
    }

    public static CommandCall login(FunctionHarness harness, String login, String password) {
        return harness.command("logIn").withoutKey().body(Map.of("login", login, "password", password));
    }

    public static HttpReply refresh(FunctionHarness harness, String token) {
        return harness.command("refreshSession")
                .withoutKey()
                .body(Map.of("refresh_token", token))
                .send();
    }

    /** The caller that an answered access token stands for. */
    public static Principal bearer(FunctionHarness harness, HttpReply session) {
        return harness.services()
                .tokens()
                .verify(Tokens.Kind.ACCESS, session.text("access_token"))
                .orElseThrow();
    }

    public static boolean isRevoked(FunctionHarness harness, HttpReply session) {
        return harness.database()
                        .number(
                                "select count(*) from eventing.revoked_tokens where jti = ? and expires_at > now()",
                                bearer(harness, session).tokenId())
                > 0;
    }
}
