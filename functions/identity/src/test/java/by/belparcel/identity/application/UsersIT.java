package by.belparcel.identity.application;

import static by.belparcel.identity.IdentityFixture.PASSWORD;
import static by.belparcel.identity.IdentityFixture.anOperator;
import static by.belparcel.identity.IdentityFixture.create;
import static by.belparcel.identity.IdentityFixture.isRevoked;
import static by.belparcel.identity.IdentityFixture.login;
import static by.belparcel.identity.IdentityFixture.newLogin;
import static by.belparcel.identity.IdentityFixture.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.identity.IdentityFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("identity");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = IdentityFixture.harness(POSTGRES.database());
    }

    @Test
    void createsAUserOnce() {
        String login = newLogin();
        HttpReply reply =
                create(harness, login, "shop", Map.of("shop_id", List.of("0190a002-0000-7000-8000-000000000001")));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        assertThat(reply.text("role")).isEqualTo("shop");
        assertThat(create(harness, login, "operator", Map.of()).code()).isEqualTo("USER_ALREADY_EXISTS");
        assertThat(POSTGRES.database().text("select password_hash from identity.users where login = ?", login))
                .startsWith("$2a$04$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'login':'ab','name':'N','password':'correct horse battery','role':'operator'}",
                "{'login':'Has Space','name':'N','password':'correct horse battery','role':'operator'}",
                "{'login':'a-login','name':'','password':'correct horse battery','role':'operator'}",
                "{'login':'a-login','name':'N','password':'short','role':'operator'}",
                "{'login':'a-login','name':'N','password':'aaaaaaaaaaaaaaaa','role':'operator'}",
                "{'login':'a-login','name':'N','password':'xx-a-login-xx-yy','role':'operator'}",
                "{'login':'a-login','name':'N','password':'password1234','role':'operator'}",
                "{'login':'a-login','name':'N','role':'operator'}",
                "{'login':'a-login','name':'N','password':'correct horse battery','role':'root'}",
                "{'login':'a-login','name':'N','password':'correct horse battery','role':'client'}",
                "{'login':'a-login','name':'N','password':'correct horse battery','role':'shop'}",
                "{'login':'a-login','name':'N','password':'correct horse battery','role':'shop','claims':{'shop_id':['x']}}",
                "{'login':'a-login','name':'N','password':'correct horse battery','role':'operator','claims':{'shop_id':['0190a002-0000-7000-8000-000000000001']}}",
                "{'login':'a-login','name':'N','password':'correct horse battery','role':'operator','demo':true}",
                "{'login':'a-login','name':'N','password':'correct horse battery','role':'operator','claims':{'is_admin':['1']}}"
            })
    void refusesUsersThatMakeNoSense(String body) {
        HttpReply reply = harness.command("createUser")
                .as(Principals.admin())
                .withoutKey()
                .body(body.replace('\'', '"'))
                .send();
        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(reply.toString()).doesNotContain("correct horse battery");
    }

    @Test
    void isForAdminsOnly() {
        assertThat(harness.query("listUsers").as(Principals.operator()).send().status())
                .isEqualTo(403);
        assertThat(harness.query("listUsers").as(Principals.auditor()).send().status())
                .isEqualTo(200);
        assertThat(harness.command("createUser")
                        .as(Principals.moderator())
                        .withoutKey()
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test // S-057
    void signsAUserOutWhoLosesRights() {
        HttpReply session = login(harness, anOperator(harness), PASSWORD).send();
        String id = session.text("user/id");

        assertThat(change(id, "{'name':'Some Body','role':'operator'}").send().status())
                .isEqualTo(200);
        assertThat(isRevoked(harness, session)).as("nothing was lost").isFalse();
        assertThat(change(id, "{'name':'Some Body','role':'analyst'}").send().text("role"))
                .isEqualTo("analyst");

        assertThat(isRevoked(harness, session)).isTrue();
        assertThat(refresh(harness, session.text("refresh_token")).code()).isEqualTo("TOKEN_REVOKED");
    }

    @Test
    void changesAPassword() {
        String login = anOperator(harness);
        String id = login(harness, login, PASSWORD).send().text("user/id");
        change(id, "{'name':'N','role':'operator','password':'quite another phrase'}")
                .send()
                .status();
        assertThat(login(harness, login, PASSWORD).send().status()).isEqualTo(401);
        assertThat(login(harness, login, "quite another phrase").send().status())
                .isEqualTo(200);
    }

    @Test
    void refusesAStaleChange() {
        String id = login(harness, anOperator(harness), PASSWORD).send().text("user/id");
        assertThat(change(id, "{'name':'A','role':'operator'}")
                        .header("if-match", "\"v1\"")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(change(id, "{'name':'B','role':'operator'}")
                        .header("if-match", "\"v1\"")
                        .send()
                        .status())
                .isEqualTo(412);
        assertThat(change("nobody", "{'name':'B','role':'operator'}").send().code())
                .isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void keepsTheLastAdmin() {
        POSTGRES.database().execute("update identity.users set active = false where role = 'admin'");
        String login = newLogin();
        String id = create(harness, login, "admin", Map.of()).text("id");
        assertThat(change(id, "{'name':'A','role':'admin','active':false}")
                        .send()
                        .code())
                .isEqualTo("LAST_ADMIN");
        assertThat(change(id, "{'name':'A','role':'operator'}").send().code()).isEqualTo("LAST_ADMIN");
        create(harness, newLogin(), "admin", Map.of()).status();
        assertThat(change(id, "{'name':'A','role':'operator'}").send().status()).isEqualTo(200);
    }

    @Test
    void listsByPages() {
        for (int i = 0; i < 3; i++) {
            anOperator(harness);
        }
        HttpReply first = harness.query("listUsers")
                .as(Principals.admin())
                .query("role", "operator")
                .query("limit", "2")
                .send();
        assertThat(first.json().get("items")).hasSize(2);
        assertThat(first.toString()).doesNotContain("$2a$");
        HttpReply second = harness.query("listUsers")
                .as(Principals.admin())
                .query("role", "operator")
                .query("cursor", first.text("next_cursor"))
                .send();
        assertThat(second.text("items/0/login")).isGreaterThan(first.text("items/1/login"));
        assertThat(harness.query("listUsers")
                        .as(Principals.admin())
                        .query("role", "Operator")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private CommandCall change(String id, String body) {
        return harness.command("changeUser")
                .as(Principals.admin())
                .path("id", id)
                .body(body.replace('\'', '"'));
    }
}
