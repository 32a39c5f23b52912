package by.belparcel.auditlog.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.auditlog.AuditLogFunctions;
import by.belparcel.auditlog.PvzFacts;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.EventRunner;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestEvents;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Each fact is remembered and counted once, whatever else happens at the same time. */
class RecordFactIT extends EventHandlerContract {

    private static final int MANY = 200;
    private static final int AT_ONCE = 20;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("audit_log");

    private final FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new AuditLogFunctions());

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "auditPvzOrderIssued";
    }

    @Override
    protected DomainEvent arrange() {
        return PvzFacts.at(PvzFacts.MINSK).issued(1);
    }

    @Test // exactly once, without a hole in any chain
    void remembersManyFactsAtOnceInUnbrokenChains() {
        EventRunner runner = EventRunner.of(harness, function());
        long before = records();
        long issued = issued();

        Flux.range(0, MANY)
                .map(i -> TestEvents.envelope(PvzFacts.at(PvzFacts.newId()).issued(i), 2))
                .flatMap(event -> Flux.merge(runner.run(event), runner.run(event)), AT_ONCE)
                .doOnNext(reply -> assertThat(reply.status()).isEqualTo(204))
                .blockLast(Duration.ofSeconds(60));

        assertThat(records() - before).isEqualTo(MANY);
        assertThat(issued() - issued).isEqualTo(MANY);
        assertThat(POSTGRES.database().number("select count(*) from audit_log.chain where no > 0"))
                .isEqualTo(16);
        HttpReply verification =
                harness.query("verifyAudit").as(Principals.auditor()).send();
        assertThat(verification.text("intact")).as("%s", verification).isEqualTo("true");
    }

    private long issued() {
        return POSTGRES.database().number("select coalesce(sum(issued), 0) from audit_log.pvz_day");
    }

    private long records() {
        return POSTGRES.database().number("select count(*) from audit_log.record");
    }
}
