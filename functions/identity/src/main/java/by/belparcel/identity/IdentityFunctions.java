package by.belparcel.identity;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.query;
import static by.belparcel.eventing.handling.FunctionSpec.tick;
import static by.belparcel.eventing.handling.FunctionSpec.with;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.identity.adapter.BcryptPasswords;
import by.belparcel.identity.adapter.SqlLoginFailures;
import by.belparcel.identity.adapter.SqlSessions;
import by.belparcel.identity.adapter.SqlUsers;
import by.belparcel.identity.application.ChangeUser;
import by.belparcel.identity.application.CreateUser;
import by.belparcel.identity.application.FirstUsers;
import by.belparcel.identity.application.GetKeySet;
import by.belparcel.identity.application.GetMe;
import by.belparcel.identity.application.ListUsers;
import by.belparcel.identity.application.LogIn;
import by.belparcel.identity.application.LogOut;
import by.belparcel.identity.application.Passwords;
import by.belparcel.identity.application.PurgeSessions;
import by.belparcel.identity.application.RefreshSession;
import by.belparcel.identity.application.Seed;
import by.belparcel.identity.application.TokenPairs;
import by.belparcel.identity.model.LoginThrottle;
import by.belparcel.identity.model.SessionTerms;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The functions of identity. None of them needs an Idempotency-Key (domain README 4.4). */
public final class IdentityFunctions implements FunctionModule {

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                keyless(
                        command(
                                "logIn",
                                "POST",
                                "/auth/login",
                                HttpRoute.PUBLIC,
                                LogIn::read,
                                IdentityFunctions::logIn),
                        true),
                keyless(
                        command(
                                "refreshSession",
                                "POST",
                                "/auth/refresh",
                                HttpRoute.PUBLIC,
                                RefreshSession::read,
                                IdentityFunctions::refresh),
                        true),
                keyless(
                        command(
                                "logOut",
                                "POST",
                                "/auth/logout",
                                "auth.session",
                                (body, parameters) -> new LogOut.Now(),
                                services -> new LogOut(new SqlSessions(), longestAccess(services.settings()))),
                        false),
                query("getMe", "/auth/me", "auth.session", Set.of(), services -> new GetMe(new SqlUsers())),
                query(
                        "getKeySet",
                        "/auth/.well-known/jwks.json",
                        HttpRoute.PUBLIC,
                        Set.of(),
                        services -> new GetKeySet()),
                query(
                        "listUsers",
                        "/auth/users",
                        "auth.user.read",
                        ListUsers.PARAMETERS,
                        services -> new ListUsers(new SqlUsers())),
                keyless(
                        command(
                                "createUser",
                                "POST",
                                "/auth/users",
                                "auth.user.write",
                                CreateUser::read,
                                services -> new CreateUser(new SqlUsers(), passwords(services))),
                        true),
                command(
                        "changeUser",
                        "PUT",
                        "/auth/users/{id}",
                        "auth.user.write",
                        ChangeUser::read,
                        services -> new ChangeUser(new SqlUsers(), passwords(services), new SqlSessions())),
                tick(
                        "purgeSessions",
                        "nightly",
                        services -> new PurgeSessions(
                                services.database(),
                                new SqlLoginFailures(),
                                throttle(services.settings()).window())));
    }

    private static LogIn logIn(Services services) {
        Passwords passwords = passwords(services);
        return new LogIn(
                new SqlUsers(),
                passwords,
                new SqlLoginFailures(),
                new SqlSessions(),
                pairs(services),
                throttle(services.settings()),
                firstUsers(services, passwords));
    }

    private static RefreshSession refresh(Services services) {
        return new RefreshSession(
                services.tokens(),
                new SqlUsers(),
                new SqlSessions(),
                pairs(services),
                firstUsers(services, passwords(services)));
    }

    private static FirstUsers firstUsers(Services services, Passwords passwords) {
        Settings settings = services.settings();
        return new FirstUsers(new SqlUsers(), passwords, Seed.from(settings), Seed.isProduction(settings));
    }

    private static TokenPairs pairs(Services services) {
        Settings settings = services.settings();
        SessionTerms terms = new SessionTerms(
                settings.duration("belparcel.identity.access-life", Duration.ofMinutes(15)),
                settings.duration("belparcel.identity.session-life", Duration.ofHours(8)),
                settings.duration("belparcel.identity.device-session-life", Duration.ofDays(30)));
        return new TokenPairs(services.tokens(), new SqlSessions(), terms);
    }

    private static LoginThrottle throttle(Settings settings) {
        return new LoginThrottle(
                Math.toIntExact(settings.number(
                        "belparcel.identity.login-failures-per-account", LoginThrottle.DEFAULT.perAccount())),
                Math.toIntExact(settings.number(
                        "belparcel.identity.login-failures-per-address", LoginThrottle.DEFAULT.perAddress())),
                settings.duration("belparcel.identity.login-failure-window", LoginThrottle.DEFAULT.window()));
    }

    private static Passwords passwords(Services services) {
        return new BcryptPasswords(Math.toIntExact(services.settings().number("belparcel.identity.bcrypt-cost", 12)));
    }

    private static Duration longestAccess(Settings settings) {
        return settings.duration("belparcel.auth.longest-access-life", Duration.ofHours(12));
    }

    private static <C, R> FunctionSpec.Command<C, R> keyless(FunctionSpec.Command<C, R> command, boolean body) {
        return with(command, Duration.ZERO, HttpRoute.KIB_64, body);
    }
}
