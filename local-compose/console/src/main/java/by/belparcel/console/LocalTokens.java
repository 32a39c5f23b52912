package by.belparcel.console;

import by.belparcel.eventing.edge.security.JwtTokens;
import by.belparcel.eventing.edge.security.SigningKeys;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens for the system on this machine, signed with the secret that its runner made. */
public final class LocalTokens {

    private static final Duration LIFE = Duration.ofHours(8);

    private final JwtTokens tokens;

    public LocalTokens(RunningSystem system) {
        Settings settings = new Settings(Map.of("AUTH_HS256SECRET", system.secret("AUTH_HS256SECRET")));
        this.tokens = new JwtTokens(SigningKeys.from(settings), settings, new Ids(), Clock.systemUTC(), reason -> {});
    }

    public String issue(String role, String subject, Map<String, List<String>> claims) {
        Principal principal = new Principal(subject, Set.of(role), claims, null);
        return tokens.issue(Tokens.Kind.ACCESS, principal, LIFE).token();
    }
}
