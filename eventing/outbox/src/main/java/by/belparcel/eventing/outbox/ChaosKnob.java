package by.belparcel.eventing.outbox;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Database;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads the knob from {@code eventing.chaos}; in production it is not even read. */
public final class ChaosKnob {

    private static final String SQL = "select settings::text from eventing.chaos where expires_at > clock_timestamp()";

    private final Database database;
    private final boolean possible;
    private final RandomGenerator random;

    /** @param environment value of {@code ENVIRONMENT} */
    public ChaosKnob(Database database, String environment, RandomGenerator random) {
        this.database = database;
        this.possible = !environment.equalsIgnoreCase("production");
        this.random = random;
    }

    Mono<ChaosPolicy> policy() {
        if (!possible) {
            return Mono.just(ChaosPolicy.none());
        }
        return database.reading(tx -> tx.first(SQL, row -> Objects.requireNonNull(row.get(0, String.class))))
                .map(this::parse)
                .defaultIfEmpty(ChaosPolicy.none());
    }

    private ChaosPolicy parse(String settings) {
        JsonNode node = Json.mapper().readTree(settings);
        int drop = node.path("relay_drop_percent").asInt(0);
        int duplicate = node.path("duplicate_percent").asInt(0);
        Duration delay = Duration.ofMillis(Math.clamp(node.path("delay_ms").asLong(0), 0, 10_000));
        return drop == 0 && duplicate == 0 && delay.isZero()
                ? ChaosPolicy.none()
                : new RandomChaos(random, drop, duplicate, delay);
    }

    private record RandomChaos(RandomGenerator random, int dropPercent, int duplicatePercent, Duration delay)
            implements ChaosPolicy {

        @Override
        public boolean drops() {
            return dropPercent > 0 && random.nextInt(100) < dropPercent;
        }

        @Override
        public boolean duplicates() {
            return duplicatePercent > 0 && random.nextInt(100) < duplicatePercent;
        }
    }
}
