package by.belparcel.eventing.edge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtTokensTest {

    private static final String SECRET = "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6";
    private static final String OTHER = "z9Xw8Vu7Ts6Rq5Po4Nm3Lk2Ji1Hg0FeDcBa~YxWv";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final List<String> reasons = new ArrayList<>();
    private final JwtTokens tokens = tokens(Map.of("AUTH_HS256SECRET", SECRET), NOW);

    private JwtTokens tokens(Map<String, String> environment, Instant now) {
        Settings settings = new Settings(environment);
        return new JwtTokens(
                SigningKeys.from(settings), settings, new Ids(), Clock.fixed(now, ZoneOffset.UTC), reasons::add);
    }

    private static RawToken valid() {
        return RawToken.valid(SECRET, NOW);
    }

    private boolean accepts(String token) {
        return tokens.verify(Tokens.Kind.ACCESS, token).isPresent();
    }

    record Case(String name, UnaryOperator<RawToken> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case header(String id, String name, String json) {
        return new Case(id + " header " + name + "=" + json, token -> token.header(name, json));
    }

    private static Case claim(String id, String name, String json) {
        return new Case(id + " claim " + name + "=" + json, token -> token.claim(name, json));
    }

    static Stream<Case> wrongTokens() {
        return Stream.of(
                header("S-001", "alg", "\"none\""),
                header("S-001", "alg", "\"nOnE\""),
                new Case("S-003", token -> token.header("alg", "\"HS512\"").mac("HmacSHA512")),
                new Case("S-003", token -> token.header("alg", "\"HS384\"").mac("HmacSHA384")),
                header("S-004", "alg", "\"RS256\""),
                header("S-004", "alg", "\"ES256\""),
                header("S-004", "alg", "\"EdDSA\""),
                header("S-004", "jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"),
                header("S-006", "alg", null),
                header("S-006", "alg", "null"),
                header("S-006", "alg", "256"),
                header("S-006", "alg", "[\"HS256\"]"),
                header("S-006", "alg\":\"HS256\",\"alg", "\"HS256\""),
                new Case("S-007 foreign signature", token -> token.signedWith(OTHER)),
                new Case("S-007 31 bytes", token -> token.signedWith(SECRET.substring(0, 31))),
                claim("S-012", "exp", null),
                claim("S-013", "exp", "null"),
                claim("S-013", "exp", "\"1900000000\""),
                claim("S-013", "exp", "-1"),
                claim("S-013", "exp", "0"),
                claim("S-013", "exp", "1e26"),
                claim("S-013", "exp", "9223372036854775808"),
                claim("S-013", "exp", (NOW.getEpochSecond() + 900) + ".5"),
                claim("S-014", "exp", Long.toString(NOW.getEpochSecond() - 31)),
                claim("S-015", "nbf", Long.toString(NOW.getEpochSecond() + 31)),
                claim("S-016", "iat", Long.toString(NOW.getEpochSecond() + 31)),
                claim("S-016", "iat", null),
                claim("S-017", "exp", Long.toString(NOW.getEpochSecond() + 12 * 3600 + 1)),
                claim("S-018", "iss", null),
                claim("S-018", "iss", "\"Belparcel\""),
                claim("S-018", "iss", "\"belparcel/\""),
                claim("S-018", "iss", "[\"belparcel\"]"),
                claim("S-019", "aud", null),
                claim("S-019", "aud", "\"other\""),
                claim("S-019", "aud", "5"),
                claim("S-019", "aud", "[]"),
                claim("S-019", "aud", "\"belparcel-api-x\""),
                claim("S-020", "sub", null),
                claim("S-020", "sub", "\"\""),
                claim("S-020", "sub", "\"" + "a".repeat(300) + "\""),
                claim("S-020", "sub", "\"a\\u0000b\""),
                claim("S-020 of a scope", "pvz_id", "\"a\\u0000b\""),
                claim("S-020 of one of several", "pvz_id", "[\"a\",\"b\\n\"]"),
                claim("S-020", "jti", null),
                header("S-021", "typ", "\"JWT\""),
                header("S-021", "typ", "\"id_token\""),
                header("S-021", "typ", null),
                header("S-021", "typ", "\"rt+jwt\""),
                header("S-021", "typ", "\"wst+jwt\""),
                header("S-022", "crit", "[\"x\"]"),
                header("S-022", "crit", "[]"),
                header("S-022", "b64", "false"),
                header("S-023", "kid", "\"unknown\""),
                header("S-023", "kid", "\"../../etc/passwd\""),
                header("S-023", "kid", "\"' or 1=1--\""),
                header("S-023", "kid", "\"${jndi:ldap://127.0.0.1/a}\""),
                header("S-023", "kid", "\"\\u0434\""),
                header("S-023", "kid", "5"),
                header("S-024", "jku", "\"http://127.0.0.1:1/keys\""),
                header("S-024", "x5u", "\"http://127.0.0.1:1/cert\""),
                header("S-024", "x5c", "[\"AAAA\"]"),
                header("S-025", "zip", "\"DEF\""),
                claim("S-027", "sub\":\"a\",\"sub", "\"subject-1\""),
                claim("S-028", "deep", "[".repeat(500) + "]".repeat(500)),
                claim("S-029", "role", "5"),
                claim("S-029", "role", "[5]"),
                claim("S-029", "role", "{\"admin\":true}"));
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void refuses(Case wrong) {
        assertThat(accepts(wrong.change().apply(valid()).build())).isFalse();
        assertThat(reasons).hasSize(1);
    }

    static Stream<Case> goodTokens() {
        return Stream.of(
                new Case("unchanged", token -> token),
                claim("S-014", "exp", Long.toString(NOW.getEpochSecond() + 1)),
                new Case(
                        "S-014 within the leeway",
                        token -> token.claim("iat", Long.toString(NOW.getEpochSecond() - 900))
                                .claim("exp", Long.toString(NOW.getEpochSecond() - 29))),
                claim("S-015", "nbf", Long.toString(NOW.getEpochSecond() + 29)),
                claim("S-016", "iat", Long.toString(NOW.getEpochSecond() + 29)),
                claim("S-019", "aud", "[\"other\",\"belparcel-api\"]"),
                claim("S-020", "sub", "\"'; drop table orders; --\""),
                claim("S-029", "role", "[\"operator\",\"admin\"]"),
                header("one key: kid may be absent", "kid", null));
    }

    @ParameterizedTest
    @MethodSource("goodTokens")
    void accepts(Case good) {
        assertThat(accepts(good.change().apply(valid()).build()))
                .as("%s %s", good, reasons)
                .isTrue();
    }

    @Test // S-002, S-009
    void refusesEveryOtherForm() {
        String good = valid().build();
        String[] parts = good.split("\\.", -1);
        List<String> wrong = List.of(
                "",
                ".",
                "..",
                "...",
                parts[0],
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                good + "." + parts[2],
                good + ".a.b",
                good + "=",
                " " + good,
                good + " ",
                good + "\n",
                good.replace(".", ". "),
                parts[0] + "=." + parts[1] + "." + parts[2],
                good.replace('-', '+').replace('_', '/') + "/",
                "Bearer");
        for (String token : wrong) {
            assertThat(accepts(token)).as(token).isFalse();
        }
    }

    @Test // S-007
    void refusesEveryFlippedBit() {
        String good = valid().build();
        byte[] signature = java.util.Base64.getUrlDecoder().decode(good.substring(good.lastIndexOf('.') + 1));
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(accepts(good.substring(0, good.lastIndexOf('.') + 1) + RawToken.base64(flipped)))
                    .isFalse();
        }
        assertThat(accepts(good.substring(0, good.lastIndexOf('.') + 1)
                        + RawToken.base64(java.util.Arrays.copyOf(signature, 31))))
                .isFalse();
        assertThat(accepts(good.substring(0, good.lastIndexOf('.') + 1)
                        + RawToken.base64(java.util.Arrays.copyOf(signature, 33))))
                .isFalse();
    }

    @Test // S-008: the identity of a token is its jti, never its text
    void namesATokenByItsIdEvenInAnotherSpelling() {
        String good = valid().build();
        char last = good.charAt(good.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String other = good.substring(0, good.length() - 1) + alphabet.charAt(alphabet.indexOf(last) ^ 1);
        tokens.verify(Tokens.Kind.ACCESS, other)
                .ifPresent(principal -> assertThat(principal.tokenId()).isEqualTo("jti-1"));
        assertThat(tokens.verify(Tokens.Kind.ACCESS, good).orElseThrow().tokenId())
                .isEqualTo("jti-1");
    }

    @Test // S-026
    void refusesWhatIsNotUtf8Json() {
        byte[] header = valid().headerJson().getBytes(StandardCharsets.UTF_8);
        byte[] payload = valid().payloadJson().getBytes(StandardCharsets.UTF_8);
        byte[] invalid = payload.clone();
        invalid[invalid.length - 3] = (byte) 0xC3;
        assertThat(accepts(valid().buildWith(header, invalid))).isFalse();
        assertThat(accepts(valid().buildWith(header, valid().payloadJson().getBytes(StandardCharsets.UTF_16))))
                .isFalse();
        assertThat(accepts(valid().buildWith(header, "[]".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(accepts(valid().buildWith("7".getBytes(StandardCharsets.UTF_8), payload)))
                .isFalse();
    }

    @Test // S-028
    void refusesHugeTokensQuickly() {
        String huge = valid().claim("pad", "\"" + "a".repeat(1_000_000) + "\"").build();
        String deep =
                valid().claim("pad", "[".repeat(2_500) + "]".repeat(2_500)).build();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(accepts(huge)).isFalse();
            assertThat(accepts(deep)).isFalse();
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(500));
    }

    @Test // S-021
    void keepsTheKindsApart() {
        Principal principal = new Principal("a", Set.of("client"), Map.of(), null);
        for (Tokens.Kind issued : Tokens.Kind.values()) {
            String token =
                    tokens.issue(issued, principal, Duration.ofSeconds(30)).token();
            for (Tokens.Kind verified : Tokens.Kind.values()) {
                assertThat(tokens.verify(verified, token).isPresent()).isEqualTo(issued == verified);
            }
        }
    }

    @Test
    void givesBackRolesAndScopes() {
        Principal principal = new Principal(
                "guard-1",
                Set.of("guard", "guard_lead"),
                Map.of("site_id", List.of("s1", "s2"), "region", List.of("minsk")),
                null);
        String token = tokens.issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(15))
                .token();
        Principal read = tokens.verify(Tokens.Kind.ACCESS, token).orElseThrow();
        assertThat(read.roles()).isEqualTo(principal.roles());
        assertThat(read.claims()).isEqualTo(principal.claims());
        assertThat(read.subject()).isEqualTo("guard-1");
    }

    @Test // S-030
    void followsTheClockWithinTheLeeway() {
        String token = valid().build();
        assertThat(tokens(Map.of("AUTH_HS256SECRET", SECRET), NOW.minusSeconds(300))
                        .verify(Tokens.Kind.ACCESS, token))
                .isEmpty();
        assertThat(tokens(Map.of("AUTH_HS256SECRET", SECRET), NOW.plusSeconds(300))
                        .verify(Tokens.Kind.ACCESS, token))
                .isPresent();
    }

    @Test // S-035
    void rotatesByKeyId() {
        JwtTokens before = tokens(Map.of("AUTH_HS256_KEYS", "old:" + SECRET), NOW);
        JwtTokens both = tokens(Map.of("AUTH_HS256_KEYS", "new:" + OTHER + ",old:" + SECRET), NOW);
        JwtTokens after = tokens(Map.of("AUTH_HS256_KEYS", "new:" + OTHER), NOW);
        Principal principal = new Principal("a", Set.of("client"), Map.of(), null);
        String old = before.issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(5))
                .token();
        String fresh =
                both.issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(5)).token();

        assertThat(both.verify(Tokens.Kind.ACCESS, old)).isPresent();
        assertThat(both.verify(Tokens.Kind.ACCESS, fresh)).isPresent();
        assertThat(after.verify(Tokens.Kind.ACCESS, fresh)).isPresent();
        assertThat(after.verify(Tokens.Kind.ACCESS, old)).isEmpty();
        assertThat(both.verify(Tokens.Kind.ACCESS, valid().header("kid", null).build()))
                .isEmpty();
    }

    @Test // S-040, with our own seeded mutations
    void neverThrowsAndNeverAcceptsWithoutAValidSignature() {
        Random random = new Random(40);
        String good = valid().build();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder token = new StringBuilder(good);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int at = random.nextInt(Math.max(1, good.lastIndexOf('.')));
                switch (random.nextInt(3)) {
                    case 0 -> token.setCharAt(at, (char) (33 + random.nextInt(94)));
                    case 1 -> token.deleteCharAt(at);
                    default -> token.insert(at, (char) random.nextInt(0x250));
                }
            }
            String text = token.toString();
            assertThatCode(() -> {
                        if (!text.equals(good)) {
                            assertThat(accepts(text)).isFalse();
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test // S-038: the comparison is the library's constant-time one; its use is what can be checked without a quiet
    // machine
    void comparesSignaturesOfTheSameLengthOnly() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String good = valid().build();
        assertThat(accepts(good.substring(0, good.lastIndexOf('.') + 1) + RawToken.base64(random)))
                .isFalse();
    }

    @ParameterizedTest // S-010
    @ValueSource(
            strings = {
                "tiny", "0123456789012345678901234567890", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                        "abababababababababababababababababab",
                "changeme", "changemechangemechangemechangeme", "supersecretkey",
                        "supersecretkeysupersecretkeysupersecretkey",
                "your-256-bit-secret", "REPLACE_ME_REPLACE_ME_REPLACE_ME_REPLACE_ME"
            })
    void refusesWeakSecretsWithoutRepeatingThem(String weak) {
        assertThat(catchMessage(Map.of("AUTH_HS256SECRET", weak)))
                .contains("AUTH_HS256SECRET")
                .doesNotContain(weak);
        assertThat(catchMessage(Map.of("JWT_SECRET_KEY", weak))).doesNotContain(weak);
    }

    @Test // S-010
    void refusesToBeWithoutASecret() {
        assertThat(catchMessage(Map.of())).contains("AUTH_HS256SECRET is missing");
        assertThat(catchMessage(Map.of("AUTH_HS256SECRET", ""))).contains("AUTH_HS256SECRET is missing");
        assertThat(catchMessage(Map.of("AUTH_HS256_KEYS", "nocolon"))).contains("kid:secret");
    }

    private static String catchMessage(Map<String, String> environment) {
        try {
            SigningKeys.from(new Settings(environment));
            return "accepted";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
