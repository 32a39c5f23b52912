package by.belparcel.operations.adapter;

import static by.belparcel.operations.adapter.SqlDeadLetters.number;
import static by.belparcel.operations.adapter.SqlDeadLetters.time;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.ChaosSwitch;
import by.belparcel.operations.model.ChaosSettings;
import java.time.ZoneOffset;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** The one row of {@code eventing.chaos}. */
public final class SqlChaosSwitch implements ChaosSwitch {

    private static final String TURN = """
            insert into eventing.chaos (settings, expires_at)
            values (jsonb_build_object('relay_drop_percent', $1::int, 'consumer_fail_percent', $2::int,
                'duplicate_percent', $3::int, 'delay_ms', $4::int), $5)
            on conflict (one) do update set settings = excluded.settings, expires_at = excluded.expires_at""";

    private static final String CURRENT = """
            select coalesce((settings ->> 'relay_drop_percent')::int, 0) as drop_percent,
                coalesce((settings ->> 'consumer_fail_percent')::int, 0) as fail_percent,
                coalesce((settings ->> 'duplicate_percent')::int, 0) as duplicate_percent,
                coalesce((settings ->> 'delay_ms')::int, 0) as delay_ms, expires_at
            from eventing.chaos where expires_at > clock_timestamp()""";

    @Override
    public Mono<ChaosSettings> current(Transaction tx) {
        return tx.<ChaosSettings>first(
                        CURRENT,
                        row -> new ChaosSettings(
                                number(row, "drop_percent"),
                                number(row, "fail_percent"),
                                number(row, "duplicate_percent"),
                                number(row, "delay_ms"),
                                time(row, "expires_at")))
                .defaultIfEmpty(ChaosSettings.OFF);
    }

    @Override
    public Mono<Void> turn(Transaction tx, ChaosSettings s) {
        return tx.update(
                        TURN,
                        s.relayDropPercent(),
                        s.consumerFailPercent(),
                        s.duplicatePercent(),
                        s.delayMs(),
                        Objects.requireNonNull(s.expiresAt()).atOffset(ZoneOffset.UTC))
                .then();
    }
}
