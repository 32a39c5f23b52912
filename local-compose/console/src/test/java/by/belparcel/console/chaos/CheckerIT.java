package by.belparcel.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.bench.OwnSystem;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An honest run on a whole system of its own, then broken in many ways: the checker must see each of them and nothing before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckerIT {

    private static final int ORDERS = 40;

    private OwnSystem own;
    private Evidence honest;
    private List<Violation> found;

    @BeforeAll
    void runHonestly(@TempDir Path folder) throws Exception {
        PackagedApp.require();
        own = OwnSystem.start();
        OddTariff.introduce(Db.at(own.running().dbDsn()));
        ChaosRun run = new ChaosRun(own.running(), Plan.of(ORDERS, 0, 1), false, System.err::println);
        try (History history = History.in(folder.resolve("history.jsonl"))) {
            ChaosRun.Outcome outcome = run.drive(history);
            found = outcome.violations();
            honest = run.evidence(outcome.deeds());
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (own != null) {
            own.close();
        }
    }

    @Test
    void findsNothingInAnHonestRunThatHasEverySortOfOrder() {
        assertThat(found).isEmpty();
        assertThat(honest.deeds()).anyMatch(deed -> deed.verdict() == Deed.Verdict.REJECTED);
        assertThat(states("orders.orders")).contains("CANCELLED").containsAnyOf("CONFIRMED", "BATCHED");
        assertThat(states("payments.payments")).contains("CAPTURED", "AUTHORIZED", "DECLINED", "REFUNDED");
    }

    @ParameterizedTest
    @EnumSource
    void seesThatTheDatabaseIsBroken(BrokenVariant variant) throws Exception {
        try (Connection connection = honest.db().open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(variant.sql());
            }
            List<Violation> violations = Checker.violations(in(connection));
            connection.rollback();

            assertThat(violations)
                    .anyMatch(v -> v.kind() == variant.kind() && v.invariant().equals(variant.invariant()));
        }
    }

    @Test
    void seesALedgerThatIsOffByOneKopeck() throws Exception {
        try (Connection connection = honest.db().open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(BrokenVariant.LEDGER_OUT_OF_BALANCE.sql());
            }
            assertThat(Checker.ledgerSum(in(connection).db())).isEqualTo(1);
            connection.rollback();
            assertThat(Checker.ledgerSum(honest.db())).isZero();
        }
    }

    @Test
    void seesAGhostEventInATopic() throws Exception {
        String id = UUID.randomUUID().toString();
        Map<String, Object> settings = Map.of("bootstrap.servers", own.running().kafkaBrokers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> ghost = new ProducerRecord<>("events.order", "nobody", "{}");
            Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "/nobody", "ce_type", "nobody.knows.v1")
                    .forEach((name, value) -> ghost.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            assertThat(producer.send(ghost).get().hasOffset()).isTrue();
        }
        Evidence evidence = with(TopicLog.read(own.running().kafkaBrokers()), honest.deeds());

        assertThat(new GhostCheck().violations(evidence))
                .singleElement()
                .matches(v -> v.kind() == Violation.Kind.DOUBLED
                        && v.invariant().equals("I3")
                        && v.text().contains(id));
    }

    @Test
    void seesVersionsThatCameInTheWrongOrder() throws Exception {
        List<TopicRecord> topics = new ArrayList<>(honest.topics());
        TopicRecord first = topics.stream()
                .filter(r -> r.version() == 1 && laterOf(r) >= 0)
                .findFirst()
                .orElseThrow();
        Collections.swap(topics, topics.indexOf(first), laterOf(first));

        assertThat(new TopicOrderCheck().violations(with(topics, honest.deeds())))
                .anyMatch(v -> v.invariant().equals("I4") && v.text().contains(first.key()));
    }

    @Test
    void seesAnEffectOfARefusedCommand() throws Exception {
        List<Deed> deeds = honest.deeds().stream()
                .map(d -> new Deed(
                        d.proc(),
                        d.action(),
                        d.target(),
                        d.key(),
                        d.path(),
                        d.body(),
                        List.of(new Answer(422, "{}", false))))
                .toList();

        assertThat(new PlacedCheck().violations(with(honest.topics(), deeds)))
                .anyMatch(
                        v -> v.kind() == Violation.Kind.DOUBLED && v.invariant().equals("I1"));
    }

    @Test
    void seesAnAcceptedCancellationThatWasForgotten() throws Exception {
        try (Connection connection = honest.db().open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("update orders.orders set state = 'CONFIRMED' where cancel_reason = 'SHOP'");
            }
            assertThat(new CancelledCheck().violations(in(connection)))
                    .anyMatch(v -> v.kind() == Violation.Kind.LOST && v.text().contains("accepted cancellation"));
            connection.rollback();
        }
    }

    @Test
    void seesAReplayWithAnotherBody() throws Exception {
        String change = "update eventing.idempotency set body = replace(body, '\"', ' \"') where key = ?";
        Deed victim = honest.deeds().stream()
                .filter(d -> d.verdict() == Deed.Verdict.OK)
                .findFirst()
                .orElseThrow();
        String body = honest.db()
                .rows("select body from eventing.idempotency where key = ?", victim.key())
                .getFirst()
                .text("body");
        update(change, victim.key());
        List<Violation> violations = new ReplayCheck().violations(honest);
        update("update eventing.idempotency set body = '" + body.replace("'", "''") + "' where key = ?", victim.key());

        assertThat(violations)
                .singleElement()
                .matches(v -> v.invariant().equals("I12") && v.text().contains(victim.key()));
        assertThat(new ReplayCheck().violations(honest)).isEmpty();
    }

    @Test
    void seesTwoAnswersToOneKeyAndACommandThatRanAgain() throws Exception {
        Deed deed = honest.deeds().getFirst();
        Answer first = new Answer(201, "{\"id\": \"1\"}", false);
        Deed doubled = new Deed(
                deed.proc(),
                deed.action(),
                deed.target(),
                deed.key(),
                deed.path(),
                deed.body(),
                List.of(first, new Answer(201, "{\"id\": \"2\"}", true)));
        Evidence evidence = new Evidence(
                honest.since(), honest.run(), List.of(doubled), honest.db(), honest.topics(), again -> first);

        assertThat(new ReplayCheck().violations(evidence))
                .extracting(Violation::kind)
                .containsExactlyInAnyOrder(Violation.Kind.LOST, Violation.Kind.DOUBLED);
    }

    private int laterOf(TopicRecord first) {
        for (int i = honest.topics().indexOf(first) + 1; i < honest.topics().size(); i++) {
            TopicRecord other = honest.topics().get(i);
            if (other.topic().equals(first.topic()) && other.key().equals(first.key()) && other.version() > 1) {
                return i;
            }
        }
        return -1;
    }

    private Evidence with(List<TopicRecord> topics, List<Deed> deeds) {
        return new Evidence(honest.since(), honest.run(), deeds, honest.db(), topics, honest.repeater());
    }

    /** The evidence as a transaction sees it that will be rolled back; the running system does not. */
    private Evidence in(Connection connection) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return new Evidence(
                honest.since(),
                honest.run(),
                honest.deeds(),
                new Db(() -> lent),
                honest.topics(),
                deed -> new Answer(deed.answer().status(), deed.answer().body(), true));
    }

    private void update(String sql, String key) throws Exception {
        try (Connection connection = honest.db().open();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private List<String> states(String table) {
        return honest.db().rows("select distinct state from " + table).stream()
                .map(row -> row.text("state"))
                .toList();
    }
}
