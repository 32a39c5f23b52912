package by.belparcel.identity.application;

import static by.belparcel.identity.IdentityFixture.PASSWORD;
import static by.belparcel.identity.IdentityFixture.anOperator;
import static by.belparcel.identity.IdentityFixture.bearer;
import static by.belparcel.identity.IdentityFixture.isRevoked;
import static by.belparcel.identity.IdentityFixture.login;
import static by.belparcel.identity.IdentityFixture.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.identity.IdentityFixture;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class SessionIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("identity");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = IdentityFixture.harness(POSTGRES.database());
    }

    @Test
    void exchangesARefreshTokenForANewPair() {
        HttpReply first = login(harness, anOperator(harness), PASSWORD).send();
        HttpReply second = refresh(harness, first.text("refresh_token"));
        HttpReply third = refresh(harness, second.text("refresh_token"));
        assertThat(third.status()).isEqualTo(200);
        assertThat(List.of(first.text("refresh_token"), second.text("refresh_token"), third.text("refresh_token")))
                .doesNotHaveDuplicates();
        assertThat(bearer(harness, third).subject())
                .isEqualTo(bearer(harness, first).subject());
        assertThat(isRevoked(harness, third)).isFalse();
    }

    @Test
    void endsTheSessionWhenARefreshTokenIsUsedTwice() {
        HttpReply first = login(harness, anOperator(harness), PASSWORD).send();
        HttpReply second = refresh(harness, first.text("refresh_token"));

        HttpReply stolen = refresh(harness, first.text("refresh_token"));

        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.code()).isEqualTo("TOKEN_REVOKED");
        assertThat(refresh(harness, second.text("refresh_token")).status()).isEqualTo(401);
        assertThat(isRevoked(harness, first)).isTrue();
        assertThat(isRevoked(harness, second)).isTrue();
    }

    @Test
    void letsOneOfManySimultaneousRefreshesWinAndThenEndsTheSession() {
        HttpReply session = login(harness, anOperator(harness), PASSWORD).send();
        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, 10)
                .flatMap(
                        i -> harness.command("refreshSession")
                                .withoutKey()
                                .body(Map.of("refresh_token", session.text("refresh_token")))
                                .reply(),
                        8)
                .collectList()
                .block());
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        HttpReply winner =
                replies.stream().filter(r -> r.status() == 200).findFirst().orElseThrow();
        assertThat(refresh(harness, winner.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test // S-021
    void takesNoOtherTokenForARefreshToken() {
        HttpReply session = login(harness, anOperator(harness), PASSWORD).send();
        assertThat(refresh(harness, session.text("access_token")).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(refresh(harness, "anything").status()).isEqualTo(401);
    }

    @Test
    void doesNotOutliveItsTime() {
        HttpReply session = login(harness, anOperator(harness), PASSWORD).send();
        POSTGRES.database()
                .execute(
                        "update identity.sessions set expires_at = now() + interval '100 seconds' where user_id = ?",
                        session.text("user/id"));
        HttpReply late = refresh(harness, session.text("refresh_token"));
        assertThat(late.json().get("expires_in").asLong()).isBetween(90L, 100L);
        assertThat(late.json().get("refresh_expires_in").asLong()).isBetween(90L, 100L);
        POSTGRES.database()
                .execute("update identity.sessions set expires_at = now() where user_id = ?", session.text("user/id"));
        assertThat(refresh(harness, late.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test // S-031
    void revokesTokensAtLogout() {
        HttpReply first = login(harness, anOperator(harness), PASSWORD).send();
        HttpReply second = refresh(harness, first.text("refresh_token"));

        assertThat(logout(bearer(harness, second)).status()).isEqualTo(204);

        assertThat(isRevoked(harness, first)).isTrue();
        assertThat(isRevoked(harness, second)).isTrue();
        assertThat(refresh(harness, second.text("refresh_token")).code()).isEqualTo("TOKEN_REVOKED");
    }

    @Test
    void revokesATokenThatBelongsToNoSession() {
        Principal foreign = Principals.of("operator", "cli", Map.of());
        assertThat(logout(foreign).status()).isEqualTo(204);
        assertThat(POSTGRES.database()
                        .number("select count(*) from eventing.revoked_tokens where jti = ?", foreign.tokenId()))
                .isEqualTo(1);
    }

    @Test
    void tellsWhoTheCallerIs() {
        HttpReply session = login(harness, anOperator(harness), PASSWORD).send();
        HttpReply me = harness.query("getMe").as(bearer(harness, session)).send();
        assertThat(me.text("login")).isEqualTo(session.text("user/login"));
        assertThat(me.text("roles/0")).isEqualTo("operator");
        assertThat(harness.query("getMe").as(Principals.shop("s")).send().text("claims/shop_id/0"))
                .isEqualTo("s");
    }

    @Test
    void publishesNoKeys() {
        assertThat(harness.query("getKeySet").send().json().toString()).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void deletesWhatIsLongOver() {
        HttpReply session = login(harness, anOperator(harness), PASSWORD).send();
        POSTGRES.database()
                .execute(
                        "update identity.sessions set expires_at = now() - interval '8 days' where user_id = ?",
                        session.text("user/id"));
        harness.tick("purgeSessions");
        assertThat(POSTGRES.database()
                        .number("select count(*) from identity.sessions where user_id = ?", session.text("user/id")))
                .isZero();
    }

    private HttpReply logout(Principal caller) {
        return harness.command("logOut").as(caller).withoutKey().send();
    }
}
