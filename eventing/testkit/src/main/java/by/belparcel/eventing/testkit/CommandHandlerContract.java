package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What every command with an Idempotency-Key must keep. A subclass names the function, its caller and two different bodies; for a
 * command on an existing aggregate {@link #arrange} makes the aggregate and answers the path variables.
 */
public abstract class CommandHandlerContract {

    private static final int AT_ONCE = 20;

    protected abstract FunctionHarness harness();

    /** Name of the command function. */
    protected abstract String function();

    protected abstract Principal caller();

    /** A body that succeeds, JSON text or an object that becomes JSON; not looked at when the command has none. */
    protected abstract Object body();

    /** Another body that would succeed too. */
    protected abstract Object otherBody();

    /** Prepares a fresh state. Called once per test. @return variables of the path */
    protected Map<String, String> arrange() {
        return Map.of();
    }

    /** Also for variants that are broken on purpose. @param ending applied to the outcome inside the transaction */
    protected CommandRunner runner(FunctionSpec.Command<?, ?> spec, CommandRunner.Ending ending) {
        return CommandRunner.withEnding(harness(), spec, ending);
    }

    private CommandCall call(Map<String, String> path, String key, Object json, CommandRunner.Ending ending) {
        CommandCall call = harness().command(function()).as(caller()).key(key);
        path.forEach(call::path);
        if (call.spec().body()) {
            call.body(json);
        }
        return call.through(runner(call.spec(), ending));
    }

    private CommandCall call(Map<String, String> path, String key, Object json) {
        return call(path, key, json, new Untouched());
    }

    private CommandCall call(Map<String, String> path, String key) {
        return call(path, key, body());
    }

    private Map<String, List<String>> effects() {
        return harness().database().effects();
    }

    private record Untouched() implements CommandRunner.Ending {
        @Override
        public <R> Mono<Outcome<R>> after(Mono<Outcome<R>> outcome) {
            return outcome;
        }
    }

    private record Crash() implements CommandRunner.Ending {
        @Override
        public <R> Mono<Outcome<R>> after(Mono<Outcome<R>> outcome) {
            return outcome.flatMap(done -> Mono.error(new IllegalStateException("crash")));
        }
    }

    private record Stop(Held held) implements CommandRunner.Ending {
        @Override
        public <R> Mono<Outcome<R>> after(Mono<Outcome<R>> outcome) {
            return held.after(outcome);
        }
    }

    private static HttpReply succeeded(HttpReply reply) {
        assertThat(reply.status()).as("%s", reply).isBetween(200, 204);
        return reply;
    }

    @Test // H-03, H-04
    public void answersTheSameKeyWithTheSameBytesAndOneEffect() {
        Map<String, String> path = arrange();
        Map<String, List<String>> before = effects();

        HttpReply first = succeeded(call(path, "same").send());
        Map<String, List<String>> once = effects();
        HttpReply again = call(path, "same").send();

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(first.replayed()).isFalse();
        assertThat(effects()).isEqualTo(once);
        assertThat(once).as("the command has an effect").isNotEqualTo(before);
    }

    @Test // H-06
    public void refusesTheSameKeyForAnotherBody() {
        Map<String, String> path = arrange();
        CommandCall first = call(path, "reused");
        if (!first.spec().body()) {
            return;
        }
        succeeded(first.send());
        Map<String, List<String>> once = effects();

        HttpReply other = call(path, "reused", otherBody()).send();

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(effects()).isEqualTo(once);
    }

    @Test // H-07
    public void hasOneEffectWhenTheSameKeyComesManyTimesAtOnce() {
        Map<String, String> path = arrange();

        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, AT_ONCE)
                .flatMap(i -> call(path, "many").reply(), AT_ONCE)
                .collectList()
                .block(FunctionHarness.PATIENCE));

        assertThat(replies)
                .filteredOn(reply -> reply.status() < 300 && !reply.replayed())
                .hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() >= 300).allSatisfy(reply -> {
            assertThat(reply.code()).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
            assertThat(reply.header("Retry-After")).contains("1");
        });
        Map<String, List<String>> together = effects();
        assertThat(call(path, "many").send().replayed()).isTrue();
        assertThat(effects()).isEqualTo(together);
        assertThat(harness().database().borrowedConnections()).isZero();
    }

    @Test // H-12, H-13: no record without its effect
    public void leavesNothingOfACrashBeforeTheCommitAndExecutesTheRetry() {
        Map<String, String> path = arrange();
        Map<String, List<String>> before = effects();

        CommandCall crashing = call(path, "crash", body(), new Crash());
        assertThatThrownBy(crashing::send).hasMessageContaining("crash");
        assertThat(effects()).isEqualTo(before);

        HttpReply retry = succeeded(call(path, "crash").send());
        assertThat(retry.replayed()).isFalse();
        assertThat(effects()).isNotEqualTo(before);
    }

    @Test
    public void leavesNothingWhenItsCallerGoesAway() {
        Map<String, String> path = arrange();
        Map<String, List<String>> before = effects();
        Held held = new Held();

        held.cancelThere(
                call(path, "gone", body(), new Stop(held)).reply(), harness().database());

        assertThat(effects()).isEqualTo(before);
        assertThat(succeeded(call(path, "gone").send()).replayed()).isFalse();
    }

    @Test // H-01
    public void needsAKey() {
        Map<String, String> path = arrange();
        Map<String, List<String>> before = effects();

        HttpReply reply = call(path, "x").withoutKey().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(effects()).isEqualTo(before);
    }

    @Test // H-16, S-171
    public void refusesAnArrayAndUnknownFields() {
        Map<String, String> path = arrange();
        CommandCall array = call(path, "array", List.of(body()));
        if (!array.spec().body()) {
            return;
        }
        Map<String, List<String>> before = effects();
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("a_field_that_nobody_knows", 1);

        assertThat(array.send().status()).isEqualTo(400);
        HttpReply unknown = call(path, "unknown", more).send();
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("errors").toString()).contains("/a_field_that_nobody_knows");
        assertThat(effects()).isEqualTo(before);
    }

    @Test // S-050: deny by default
    public void refusesAnAnonymousCaller() {
        Map<String, String> path = arrange();
        Map<String, List<String>> before = effects();

        assertThat(call(path, "anonymous").as(Principal.ANONYMOUS).send().status())
                .isIn(401, 403, 404);
        assertThat(effects()).isEqualTo(before);
    }
}
