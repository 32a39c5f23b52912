package by.belparcel.identity.application;

import static by.belparcel.identity.IdentityFixture.PASSWORD;
import static by.belparcel.identity.IdentityFixture.ROOT;
import static by.belparcel.identity.IdentityFixture.anOperator;
import static by.belparcel.identity.IdentityFixture.bearer;
import static by.belparcel.identity.IdentityFixture.login;
import static by.belparcel.identity.IdentityFixture.newLogin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.identity.IdentityFixture;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class LogInIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("identity");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = IdentityFixture.harness(POSTGRES.database());
        POSTGRES.database().execute("delete from identity.login_failures");
    }

    @Test
    void opensASessionOfAQuarterOfAnHourAndEightHours() {
        HttpReply reply = login(harness, anOperator(harness), PASSWORD).send();
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().get("expires_in").asLong()).isEqualTo(900);
        assertThat(reply.json().get("refresh_expires_in").asLong()).isEqualTo(8 * 3600);
        assertThat(reply.text("token_type")).isEqualTo("Bearer");
        Principal bearer = bearer(harness, reply);
        assertThat(bearer.roles()).containsExactly("operator");
        assertThat(bearer.subject()).isEqualTo(reply.text("user/id"));
        assertThat(reply.json().get("user").has("password_hash")).isFalse();
    }

    @Test
    void keepsTheDeviceOfACarrierSignedInForAMonth() {
        String login = newLogin();
        IdentityFixture.create(
                harness, login, "carrier", Map.of("carrier_id", List.of("0190a003-0000-7000-8000-000000000001")));
        HttpReply reply = login(harness, login, PASSWORD).send();
        assertThat(reply.json().get("refresh_expires_in").asLong()).isEqualTo(30L * 86_400);
        assertThat(bearer(harness, reply).claim("carrier_id")).isEqualTo("0190a003-0000-7000-8000-000000000001");
    }

    @Test
    void doesNotCareForTheCaseOfTheLogin() {
        String login = anOperator(harness);
        assertThat(login(harness, login.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test // S-041
    void answersTheSameForAnUnknownUserAndAWrongPassword() {
        HttpReply wrong = login(harness, anOperator(harness), "wrong password!").send();
        HttpReply unknown = login(harness, newLogin(), PASSWORD).send();
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.bytes()).isEqualTo(unknown.bytes());
    }

    @Test // S-041
    void refusesTheSixthAttemptOfAnAccountEvenWithTheRightPassword() {
        for (String login : List.of(anOperator(harness), newLogin())) {
            for (int i = 0; i < 5; i++) {
                assertThat(login(harness, login, "wrong password!").send().status())
                        .isEqualTo(401);
            }
            HttpReply sixth = login(harness, login, PASSWORD).send();
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.code()).isEqualTo("RATE_LIMITED");
            assertThat(sixth.json().get("retry_after").asLong()).isBetween(880L, 900L);
        }
    }

    @Test
    void letsAnAccountInAgainAfterTheWindow() {
        String login = anOperator(harness);
        for (int i = 0; i < 5; i++) {
            login(harness, login, "wrong password!").send().status();
        }
        POSTGRES.database().execute("update identity.login_failures set at = at - interval '15 minutes 1 second'");
        assertThat(login(harness, login, PASSWORD).send().status()).isEqualTo(200);
    }

    @Test
    void forgetsFailuresWithASuccess() {
        String login = anOperator(harness);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(login(harness, login, "wrong password!").send().status())
                        .isEqualTo(401);
            }
            assertThat(login(harness, login, PASSWORD).send().status()).isEqualTo(200);
        }
    }

    @Test
    void throttlesAnAddressThatTriesManyAccounts() {
        for (int i = 0; i < 20; i++) {
            assertThat(login(harness, newLogin(), "wrong password!")
                            .header("client-ip", "192.0.2.7")
                            .send()
                            .status())
                    .isEqualTo(401);
        }
        String login = anOperator(harness);
        assertThat(login(harness, login, PASSWORD)
                        .header("client-ip", "192.0.2.7")
                        .send()
                        .status())
                .isEqualTo(429);
        assertThat(login(harness, login, PASSWORD)
                        .header("client-ip", "192.0.2.8")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void countsAttemptsThatComeAtTheSameTimeOneAfterTheOther() {
        String login = anOperator(harness);
        List<Integer> answers = Objects.requireNonNull(Flux.range(0, 30)
                .flatMap(i -> login(harness, login, "wrong password!").reply(), 8)
                .map(HttpReply::status)
                .collectList()
                .block());
        assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(25);
    }

    @Test
    void keepsNoLoginAndNoAddressInTheRecordOfFailures() {
        login(harness, "my-secret-password", "x")
                .header("client-ip", "192.0.2.9")
                .send()
                .status();
        assertThat(POSTGRES.database().texts("select t::text from identity.login_failures t"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain("secret").doesNotContain("192.0.2.9"));
    }

    @Test
    void createsTheFirstAdminAtTheFirstLogin() {
        HttpReply reply = login(harness, ROOT, PASSWORD).send();
        assertThat(bearer(harness, reply).roles()).containsExactly("admin");
        assertThat(reply.json().at("/user/demo").asBoolean()).isFalse();
    }

    @Test
    void refusesAWeakFirstPassword() {
        FunctionHarness weak = IdentityFixture.harness(
                POSTGRES.database(), Map.of("BELPARCEL_IDENTITY_BOOTSTRAP_ADMIN_PASSWORD", "changeme1234"));
        assertThatThrownBy(() -> login(weak, ROOT, PASSWORD).send())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("changeme1234");
    }

    @Test
    void hasDemonstrationUsersOfEveryRoleButNotInProduction() {
        Map<String, String> demo = Map.of("BELPARCEL_IDENTITY_DEMO_PASSWORD", "only for the demonstration");
        FunctionHarness development = IdentityFixture.harness(POSTGRES.database(), demo);
        HttpReply shop =
                login(development, "demo-shop", "only for the demonstration").send();
        assertThat(shop.json().at("/user/demo").asBoolean()).isTrue();
        assertThat(bearer(development, shop).claim("shop_id")).isNotNull();
        assertThat(POSTGRES.database().number("select count(distinct role) from identity.users where demo"))
                .isEqualTo(11);

        FunctionHarness production = IdentityFixture.harness(POSTGRES.database(), Map.of("ENVIRONMENT", "production"));
        assertThat(login(production, "demo-shop", "only for the demonstration")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThatThrownBy(() -> login(
                                IdentityFixture.harness(
                                        POSTGRES.database(),
                                        Map.of(
                                                "ENVIRONMENT",
                                                "production",
                                                "BELPARCEL_IDENTITY_DEMO_PASSWORD",
                                                "only for the demonstration")),
                                ROOT,
                                PASSWORD)
                        .send())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesADisabledUser() {
        String login = anOperator(harness);
        POSTGRES.database().execute("update identity.users set active = false where login = ?", login);
        assertThat(login(harness, login, PASSWORD).send().status()).isEqualTo(401);
    }

    @Test
    void refusesWhatIsNoLogin() {
        assertThat(harness.command("logIn").withoutKey().body("{}").send().status())
                .isEqualTo(400);
        assertThat(harness.command("logIn")
                        .withoutKey()
                        .body("{\"login\":\"a\",\"password\":\"b\",\"role\":\"admin\"}")
                        .send()
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
    }
}
