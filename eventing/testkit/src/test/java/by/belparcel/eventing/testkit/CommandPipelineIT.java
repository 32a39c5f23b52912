package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.inbox.InboxRetention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class CommandPipelineIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    private static final Principal SHOP = Principals.shop("s1");
    private static final String BODY = "{\"shop_id\": \"s1\", \"weight\": 500}";

    private TestDatabase database;
    private FunctionHarness harness;

    @BeforeEach
    void empty() {
        database = POSTGRES.database();
        database.execute(
                "truncate parcels.parcels, parcels.weighings, parcels.failures, eventing.idempotency, eventing.outbox");
        harness = FunctionHarness.of(database, new ParcelsFunctions());
    }

    private CommandCall register(String key) {
        return harness.command("registerParcel").as(SHOP).key(key).body(BODY);
    }

    private long parcels() {
        return database.number("select count(*) from parcels.parcels");
    }

    @Test // H-01
    void refusesAMissingKey() {
        HttpReply reply = harness.command("registerParcel")
                .as(SHOP)
                .withoutKey()
                .body(BODY)
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(reply.header("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("describedby"));
        assertThat(parcels()).isZero();
    }

    @ParameterizedTest // H-02
    @ValueSource(strings = {"", "\"\"", "a b", "\"a\", \"b\"", "a,b", "ключ", "a\u0001", "\"a", "\"a\";x=1"})
    void refusesAMalformedKey(String key) {
        assertMalformed(register(key));
    }

    @Test // H-02
    void refusesALongKeyAndTwoKeys() {
        assertMalformed(register("k".repeat(256)));
        assertMalformed(register("a").key("b"));
        assertThat(register("k".repeat(255)).send().status()).isEqualTo(201);
    }

    private void assertMalformed(CommandCall call) {
        HttpReply reply = call.send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.text("errors/0/code")).isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
        assertThat(parcels()).isZero();
    }

    @Test // H-03
    void executesTheFirstUseOnceAndStoresItsAnswer() {
        HttpReply reply = register("h3").send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).contains("/parcels/" + reply.text("id"));
        assertThat(reply.header("ETag")).contains("\"v1\"");
        assertThat(parcels()).isEqualTo(1);
        assertThat(harness.emitted(ParcelEvent.Registered.TYPE))
                .containsExactly(new ParcelEvent.Registered(reply.text("id"), "s1", 500));
        assertThat(database.number(
                        "select count(*) from eventing.timers where subject = ? and status = 'DUE'", reply.text("id")))
                .isEqualTo(1);
    }

    @Test // the facts know their cause
    void emitsFactsWithCorrelationCausationActorAndSource() {
        register("meta").correlation("c-1").send();

        assertThat(harness.emitted()).singleElement().satisfies(event -> {
            assertThat(event.metadata().source()).isEqualTo("/belparcel/registerParcel");
            assertThat(event.metadata().correlationId()).isEqualTo("c-1");
            assertThat(event.metadata().causationId()).isEqualTo("c-1");
            assertThat(event.metadata().actor()).isEqualTo("shop:user-of-s1");
            assertThat(event.metadata().sequence()).isEqualTo(1);
            assertThat(event.metadata().partitionKey())
                    .isEqualTo(event.metadata().subject());
            assertThat(event.topic()).isEqualTo("events.parcel");
        });
    }

    @Test // H-04, D18
    void replaysTheSameBytes() {
        HttpReply first = register("h4").send();
        HttpReply again = register("\"h4\"").send();

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(first.replayed()).isFalse();
        assertThat(parcels()).isEqualTo(1);
        assertThat(harness.emitted()).hasSize(1);
    }

    @Test // H-05
    void knowsTheSameBodyInAnotherSpelling() {
        register("h5").send();
        HttpReply again = harness.command("registerParcel")
                .as(SHOP)
                .key("h5")
                .body("{\"weight\":5e2,  \"shop_id\":\"s1\"}")
                .send();

        // 5e2 is no whole number for the reader, so the spelling that is compared here is order and white space.
        assertThat(again.status()).isEqualTo(400);
        assertThat(harness.command("registerParcel")
                        .as(SHOP)
                        .key("h5")
                        .body("{\"weight\":500,  \"shop_id\":\"s1\"}")
                        .send()
                        .replayed())
                .isTrue();
        assertThat(parcels()).isEqualTo(1);
    }

    @Test // H-06
    void refusesTheSameKeyForAnotherBody() {
        register("h6").send();
        HttpReply reply = harness.command("registerParcel")
                .as(SHOP)
                .key("h6")
                .body(Map.of("shop_id", "s1", "weight", 501))
                .send();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(parcels()).isEqualTo(1);
    }

    @Test // H-06
    void refusesTheSameKeyForAnotherPathOfTheSameTemplate() {
        String one = register("p1").send().text("id");
        String two = register("p2").send().text("id");

        assertThat(harness.command("closeParcel")
                        .as(SHOP)
                        .key("close")
                        .path("id", one)
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(harness.command("closeParcel")
                        .as(SHOP)
                        .key("close")
                        .path("id", one)
                        .send()
                        .replayed())
                .isTrue();
        assertThat(harness.command("closeParcel")
                        .as(SHOP)
                        .key("close")
                        .path("id", two)
                        .send()
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test // H-07
    void runsOneOfFiftyParallelCalls() {
        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, 50)
                .flatMap(
                        i -> register("h7")
                                .body("{\"shop_id\":\"s1\",\"weight\":7,\"behaviour\":\"slow\"}")
                                .reply(),
                        50)
                .collectList()
                .block(Duration.ofSeconds(30)));

        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201 && !reply.replayed())
                .hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> !reply.replayed() && reply.status() != 201)
                .isNotEmpty()
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(409);
                    assertThat(reply.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
                    assertThat(reply.header("Retry-After")).contains("1");
                });
        assertThat(parcels()).isEqualTo(1);
        assertThat(harness.emitted()).hasSize(1);
        assertThat(database.borrowedConnections()).isZero();
    }

    @Test // H-08
    void keepsTheKeysOfCallersApart() {
        HttpReply one = register("h8").send();
        HttpReply two = harness.command("registerParcel")
                .as(Principals.shop("s2"))
                .key("h8")
                .body(BODY)
                .send();

        assertThat(two.status()).isEqualTo(201);
        assertThat(two.text("id")).isNotEqualTo(one.text("id"));
    }

    @ParameterizedTest // H-09, H-10, H-12: what was refused or failed leaves nothing and its key works
    @ValueSource(
            strings = {"{\"shop_id\":\"s1\",\"weight\":0}", "{\"shop_id\":\"s1\",\"weight\":1,\"behaviour\":\"refuse\"}"
            })
    void storesNothingOfARefusal(String refused) {
        Map<String, List<String>> before = database.effects();
        HttpReply reply = harness.command("registerParcel")
                .as(SHOP)
                .key("h9")
                .body(refused)
                .send();

        assertThat(reply.status()).isIn(400, 409);
        assertThat(database.effects()).isEqualTo(before);
        assertThat(database.number("select count(*) from eventing.idempotency")).isZero();
        assertThat(register("h9").send().status()).isEqualTo(201);
    }

    @Test // H-12
    void leavesNothingOfAFailure() {
        Map<String, List<String>> before = database.effects();
        CommandCall broken = register("h12").body("{\"shop_id\":\"s1\",\"weight\":1,\"behaviour\":\"break\"}");

        assertThatThrownBy(broken::send).hasMessageContaining("broken");
        assertThat(database.effects()).isEqualTo(before);
        assertThat(database.borrowedConnections()).isZero();
        assertThat(register("h12").send().status()).isEqualTo(201);
    }

    @Test
    void keepsTheEffectsOfARefusalThatSaysSoButNotItsAnswer() {
        HttpReply reply = register("keep")
                .body("{\"shop_id\":\"s1\",\"weight\":1,\"behaviour\":\"refuse keeping\"}")
                .send();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(database.number("select count(*) from parcels.failures")).isEqualTo(1);
        assertThat(database.number("select count(*) from eventing.idempotency")).isZero();
    }

    @Test // H-14, H-15
    void forgetsAnExpiredKeyByTheDatabaseClock() {
        String first = register("h14").send().text("id");
        assertThat(database.number(
                        "select extract(epoch from expires_at - created_at)::bigint from eventing.idempotency"))
                .isEqualTo(Duration.ofHours(24).toSeconds());
        database.execute("update eventing.idempotency set expires_at = now()");
        HttpReply later = register("h14").send();

        assertThat(later.status()).isEqualTo(201);
        assertThat(later.text("id")).isNotEqualTo(first);
        assertThat(register("h14").send().text("id")).isEqualTo(later.text("id"));
    }

    @Test // H-16, S-171
    void refusesAnArray() {
        HttpReply reply = register("h16").body("[" + BODY + "]").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("MALFORMED_BODY");
        assertThat(parcels()).isZero();
    }

    @Test
    void namesAllInvalidAndUnknownFields() {
        HttpReply unknown = register("u1")
                .body("{\"shop_id\":\"s1\",\"weight\":1,\"colour\":\"red\"}")
                .send();
        HttpReply several =
                register("u2").body("{\"weight\":\"x\",\"colour\":\"red\"}").send();

        assertThat(unknown.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(several.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(several.json().get("errors").size()).isEqualTo(3);
    }

    @Test // H-17
    void cleansUpExpiredKeysOnly() {
        database.execute("insert into eventing.idempotency (scope, key, fingerprint, status, body, expires_at)"
                + " select 's', i::text, 'f', 201, '', now() - interval '1 second' from generate_series(1, 2500) i");
        register("h17").send();

        new InboxRetention(database.database(), new Settings(Map.of())).tick().block(Duration.ofSeconds(20));

        assertThat(database.texts("select key from eventing.idempotency")).containsExactly("h17");
    }

    @Test // H-18
    void refusesAReplayWhoseCallerLostTheRole() {
        register("h18").send();
        Principal demoted = Principals.of("analyst", SHOP.subject(), SHOP.claims());

        HttpReply reply = harness.command("registerParcel")
                .as(demoted)
                .key("h18")
                .body(BODY)
                .send();
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.replayed()).isFalse();
    }

    @Test
    void refusesARevokedTokenBeforeAnythingElse() {
        register("rev").send();
        database.execute("insert into eventing.revoked_tokens values (?, now() + interval '1 hour')", SHOP.tokenId());
        try {
            assertThat(register("rev").send().code()).isEqualTo("TOKEN_REVOKED");
            assertThat(harness.query("listParcels").as(SHOP).send().status()).isEqualTo(401);
        } finally {
            database.execute("truncate eventing.revoked_tokens");
        }
        assertThat(register("rev").send().replayed()).isTrue();
    }

    @Test // S-070: rows of others do not exist for a shop
    void decidesRowsByThePolicy() {
        String id = register("own").send().text("id");

        HttpReply other = harness.command("closeParcel")
                .as(Principals.shop("s2"))
                .path("id", id)
                .send();
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.code()).isEqualTo("PARCEL_NOT_FOUND");
        assertThat(harness.command("closeParcel").as(SHOP).path("id", id).send().status())
                .isEqualTo(204);
        HttpReply list = harness.query("listParcels").as(SHOP).send();
        assertThat(list.text("items/0/shop_id")).isEqualTo("s1");
        assertThat(Json.mapper().readTree(list.bytes()).get("items").size()).isEqualTo(1);
    }
}
