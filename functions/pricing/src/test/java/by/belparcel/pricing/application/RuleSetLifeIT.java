package by.belparcel.pricing.application;

import static by.belparcel.pricing.PricingFixture.ADMIN;
import static by.belparcel.pricing.PricingFixture.ANALYST;
import static by.belparcel.pricing.PricingFixture.aDueRuleSet;
import static by.belparcel.pricing.PricingFixture.aValidatedRuleSet;
import static by.belparcel.pricing.PricingFixture.activate;
import static by.belparcel.pricing.PricingFixture.fired;
import static by.belparcel.pricing.PricingFixture.flat;
import static by.belparcel.pricing.PricingFixture.json;
import static by.belparcel.pricing.PricingFixture.newVersion;
import static by.belparcel.pricing.PricingFixture.now;
import static by.belparcel.pricing.PricingFixture.publish;
import static by.belparcel.pricing.PricingFixture.save;
import static by.belparcel.pricing.PricingFixture.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PricingEvent;
import by.belparcel.pricing.PricingFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RuleSetLifeIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = PricingFixture.harness(POSTGRES.database());
    }

    @Test
    void goesFromDraftToActiveAndRetiresTheOneBefore() {
        String before = active();
        String version = newVersion();
        assertThat(save(harness, flat(version, 700)).text("state")).isEqualTo("DRAFT");
        assertThat(validate(harness, version).text("state")).isEqualTo("VALIDATED");
        Instant from = now(harness).plus(2, ChronoUnit.MINUTES);
        assertThat(publish(harness, version, ADMIN, from).text("state")).isEqualTo("PUBLISHED");
        assertThat(POSTGRES.database()
                        .text(
                                "select due_at between now() and now() + interval '125 seconds' from eventing.timers where kind = 'price.activate' and subject = ?",
                                version))
                .isEqualTo("t");
        assertThat(active()).isEqualTo(before);

        PricingFixture.makeDue(harness, version, "now()");
        harness.fireTimers(
                "price.activate",
                (id, kind, subject, due) -> new PlatformEvent.TimerFired(id, kind, subject, due, due));
        harness.deliver();

        assertThat(active()).isEqualTo(version);
        assertThat(state(before)).isEqualTo("RETIRED");
        assertThat(harness.emitted().stream().filter(e -> e.is(PricingEvent.RulesetActivated.TYPE)))
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(harness.emitted(PricingEvent.RulesetActivated.TYPE).getLast().content())
                .containsEntry("version", version)
                .containsKey("rules");
        assertThat(harness.emitted(PricingEvent.RulesetRetired.TYPE).getLast().version())
                .isEqualTo(before);
    }

    @Test
    void keepsAPublishedSetInForceForItsOwnTimeOnly() {
        String first = aDueRuleSet(harness, 100);
        String second = aDueRuleSet(harness, 200);
        PricingFixture.makeDue(harness, first, "now() - interval '10 minutes'");
        activate(harness, second);

        activate(harness, first);

        assertThat(active()).isEqualTo(second);
        assertThat(state(first)).isEqualTo("RETIRED");
    }

    @Test
    void waitsForATimerThatIsTooEarly() {
        String version = aValidatedRuleSet(harness, 100);
        publish(harness, version, ADMIN, now(harness).plus(1, ChronoUnit.HOURS));
        assertThat(harness.event("activateRuleSetOnTimerFired", fired(version), 1)
                        .status())
                .isEqualTo(503);
        assertThat(state(version)).isEqualTo("PUBLISHED");
    }

    @Test
    void neverHasTwoActiveSets() {
        activate(harness, aDueRuleSet(harness, 100));
        activate(harness, aDueRuleSet(harness, 110));
        assertThat(POSTGRES.database().number("select count(*) from pricing.rulesets where state = 'ACTIVE'"))
                .isEqualTo(1);
    }

    @Test
    void refusesToPublishWhatIsNotValidated() {
        String version = newVersion();
        save(harness, flat(version, 1));
        HttpReply reply = publish(harness, version, ADMIN, now(harness).plus(1, ChronoUnit.HOURS));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(reply.text("state")).isEqualTo("DRAFT");
    }

    @Test
    void needsFourEyes() {
        String version = newVersion();
        harness.command("saveRuleSet").as(ADMIN).body(flat(version, 1)).send();
        validate(harness, version);
        HttpReply own = publish(harness, version, ADMIN, now(harness).plus(1, ChronoUnit.HOURS));
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("FOUR_EYES");
        assertThat(publish(
                                harness,
                                version,
                                Principals.of("admin", "admin-2", java.util.Map.of()),
                                now(harness).plus(1, ChronoUnit.HOURS))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void countsWhoeverEditedAsAnAuthor() {
        String version = newVersion();
        save(harness, flat(version, 1));
        harness.command("updateRuleSet")
                .as(ADMIN)
                .path("version", version)
                .body(flat(version, 2))
                .send();
        validate(harness, version);
        assertThat(publish(harness, version, ADMIN, now(harness).plus(1, ChronoUnit.HOURS))
                        .code())
                .isEqualTo("FOUR_EYES");
    }

    @Test
    void refusesAnAnalystWhoPublishes() {
        String version = aValidatedRuleSet(harness, 1);
        assertThat(publish(harness, version, ANALYST, now(harness).plus(1, ChronoUnit.HOURS))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void givesAMinuteOfNotice() {
        String version = aValidatedRuleSet(harness, 1);
        HttpReply past = publish(harness, version, ADMIN, now(harness).plus(50, ChronoUnit.SECONDS));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.code()).isEqualTo("EFFECTIVE_IN_PAST");
        assertThat(publish(harness, version, ADMIN, now(harness).plus(70, ChronoUnit.SECONDS))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsAPublishedSetImmutableEvenFromHand() {
        String version = aValidatedRuleSet(harness, 1);
        publish(harness, version, ADMIN, now(harness).plus(1, ChronoUnit.HOURS));
        HttpReply reply = harness.command("updateRuleSet")
                .as(ANALYST)
                .path("version", version)
                .body(flat(version, 2))
                .send();
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThatThrownBy(() -> POSTGRES.database()
                        .execute("update pricing.rulesets set content = '{}' where version = ?", version))
                .hasStackTraceContaining("immutable");
        assertThatThrownBy(() -> POSTGRES.database().execute("delete from pricing.rulesets where version = ?", version))
                .hasStackTraceContaining("immutable");
    }

    @Test
    void tellsExpectedAndActualWhenTestCasesFail() {
        String version = newVersion();
        save(
                harness,
                json(
                        "{'version':'%s','rules':[{'id':'b','stage':'BASE','effect':{'set':600}}],'test_cases':[{'name':'dear','facts':{},'total':601}]}"
                                .formatted(version)));
        HttpReply reply = validate(harness, version);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("RULESET_TESTS_FAILED");
        assertThat(reply.text("failures/0/name")).isEqualTo("dear");
        assertThat(reply.json().at("/failures/0/expected").asLong()).isEqualTo(601);
        assertThat(reply.json().at("/failures/0/actual").asLong()).isEqualTo(600);
        assertThat(state(version)).isEqualTo("DRAFT");
    }

    @Test
    void warnsOfOverlapsButValidates() {
        String version = newVersion();
        save(
                harness,
                json(
                        "{'version':'%s','rules':[{'id':'b','stage':'BASE','effect':{'set':600}},{'id':'c','stage':'BASE','effect':{'set':1}}]}"
                                .formatted(version)));
        HttpReply reply = validate(harness, version);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/warnings").toString()).contains("OVERLAP").contains("UNREACHABLE");
    }

    @Test
    void refusesUnknownFieldsDuplicateIdsAndTakenVersions() {
        String version = newVersion();
        HttpReply unknown = save(
                harness,
                json("{'version':'%s','rules':[{'id':'b','stage':'BASE','when':{'moon':{'eq':1}},'effect':{'set':1}}]}"
                        .formatted(version)));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("RULE_UNKNOWN_FIELD");
        assertThat(unknown.text("path")).isEqualTo("rules[0].when.moon");
        HttpReply twice = save(
                harness,
                json(
                        "{'version':'%s','rules':[{'id':'b','stage':'BASE','effect':{'set':1}},{'id':'b','stage':'BASE','effect':{'set':1}}]}"
                                .formatted(version)));
        assertThat(twice.code()).isEqualTo("RULE_DUPLICATE_ID");
        assertThat(save(harness, flat(version, 1)).status()).isEqualTo(201);
        assertThat(save(harness, flat(version, 1)).code()).isEqualTo("RULESET_ALREADY_EXISTS");
    }

    @Test // S-053
    void refusesAnotherVersionInTheBodyThanInThePath() {
        String version = newVersion();
        save(harness, flat(version, 1));
        HttpReply reply = harness.command("updateRuleSet")
                .as(ANALYST)
                .path("version", version)
                .body(flat("x", 1))
                .send();
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test // H-26
    void refusesAStaleEdit() {
        String version = newVersion();
        save(harness, flat(version, 1));
        assertThat(edit(version, "\"v1\"", 2).status()).isEqualTo(200);
        HttpReply stale = edit(version, "\"v1\"", 3);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("current_version").asLong()).isEqualTo(2);
    }

    @Test
    void answersWhatDoesNotExist() {
        assertThat(validate(harness, "nothing").code()).isEqualTo("RULESET_NOT_FOUND");
        assertThat(harness.query("getRuleSet")
                        .as(ANALYST)
                        .path("version", "nothing")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsByPagesAndTellsTheSetInForceAtATime() {
        for (int i = 0; i < 3; i++) {
            save(harness, flat(newVersion(), i));
        }
        HttpReply first = harness.query("listRuleSets")
                .as(ANALYST)
                .query("limit", "2")
                .query("state", "DRAFT")
                .send();
        assertThat(first.json().get("items")).hasSize(2);
        HttpReply second = harness.query("listRuleSets")
                .as(ANALYST)
                .query("limit", "2")
                .query("state", "DRAFT")
                .query("cursor", first.text("next_cursor"))
                .send();
        assertThat(second.text("items/0/version"))
                .isNotEqualTo(first.text("items/0/version"))
                .isNotEmpty();
        assertThat(harness.query("listRuleSets")
                        .as(ANALYST)
                        .query("cursor", first.text("next_cursor"))
                        .send()
                        .code())
                .isEqualTo("CURSOR_MISMATCH");
        assertThat(harness.query("listRuleSets")
                        .as(ANALYST)
                        .query("limit", "101")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(harness.query("listRuleSets")
                        .as(ANALYST)
                        .query("state", "draft")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(harness.query("getActiveRuleSet")
                        .as(ANALYST)
                        .query("at", "2026-02-01T00:00:00Z")
                        .send()
                        .text("version"))
                .isEqualTo("2026-01-01.1");
        assertThat(harness.query("getActiveRuleSet")
                        .as(ANALYST)
                        .query("at", "2025-02-01T00:00:00Z")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(harness.query("getActiveRuleSet")
                        .as(ANALYST)
                        .query("at", "tomorrow")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    private HttpReply edit(String version, String tag, long price) {
        return harness.command("updateRuleSet")
                .as(ANALYST)
                .path("version", version)
                .header("If-Match", tag)
                .body(flat(version, price))
                .send();
    }

    private String active() {
        return harness.query("getActiveRuleSet").as(ANALYST).send().text("version");
    }

    private static String state(String version) {
        return POSTGRES.database().text("select state from pricing.rulesets where version = ?", version);
    }
}
