package by.belparcel.auditlog.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.auditlog.AuditLogFunctions;
import by.belparcel.auditlog.PvzFacts;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody changes the trail, and who does so past the database is found. */
class AuditTrailIT {

    private static final String TAMPER = "do $$ begin set local session_replication_role = replica; execute %s; end $$";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("audit_log");

    private final TestDatabase database = POSTGRES.database();
    private final FunctionHarness harness = FunctionHarness.of(database, new AuditLogFunctions());

    /** Three records in one chain. */
    private PvzFacts parcel() {
        PvzFacts parcel = PvzFacts.at(PvzFacts.MINSK);
        harness.event("auditPvzOrderAccepted", parcel.accepted(1), 1);
        harness.event("auditPvzOrderIssued", parcel.issued(2), 2);
        harness.event("auditPvzOrderReturnedByClient", parcel.broughtBack(3), 3);
        return parcel;
    }

    private HttpReply verification() {
        return harness.query("verifyAudit").as(Principals.auditor()).send();
    }

    private List<String> faults() {
        return verification()
                .json()
                .get("faults")
                .valueStream()
                .map(fault -> fault.get("fault").asString())
                .toList();
    }

    private void tamper(String sql) {
        database.execute(TAMPER.formatted("$sql$" + sql + "$sql$"));
    }

    /** Each test begins with an empty trail. */
    @BeforeEach
    void empty() {
        tamper("delete from audit_log.record");
        database.execute(
                "update audit_log.chain set no = 0, anchor_no = 0, hash = sha256(convert_to('belparcel audit chain ' || chain, 'UTF8')),"
                        + " anchor_hash = sha256(convert_to('belparcel audit chain ' || chain, 'UTF8'))");
    }

    @Test
    void isIntactWhenNobodyTouchedIt() {
        PvzFacts parcel = parcel();
        PvzFacts other = parcel();

        HttpReply reply = verification();

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text("intact")).as("%s", reply).isEqualTo("true");
        assertThat(reply.text("records")).isEqualTo("6");
        assertThat(reply.text("chains")).isEqualTo("16");
        assertThat(parcel.parcel()).isNotEqualTo(other.parcel());
    }

    @Test
    void refusesEveryChange() {
        PvzFacts parcel = parcel();

        for (String sql : List.of(
                "update audit_log.record set actor = 'nobody' where subject = '" + parcel.parcel() + "'",
                "delete from audit_log.record where subject = '" + parcel.parcel() + "'",
                "truncate audit_log.record",
                "truncate audit_log.record_default")) {
            assertThatThrownBy(() -> database.execute(sql)).as(sql).hasStackTraceContaining("only ever appended");
        }
        String month = database.text(
                "select tableoid::regclass::text from audit_log.record where subject = ? limit 1", parcel.parcel());
        assertThat(month).startsWith("audit_log.record_2");
        assertThatThrownBy(() -> database.execute("truncate " + month)).hasStackTraceContaining("only ever appended");
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsAChangedRecord() {
        PvzFacts parcel = parcel();

        tamper("update audit_log.record set payload = replace(payload, 'anna', 'olga') where subject = '"
                + parcel.parcel() + "' and kind = 'pvz-order.issued'");

        assertThat(faults()).containsExactly("CONTENT");
    }

    @Test
    void findsAChangedRecordWhoseHashWasMadeToFit() {
        PvzFacts parcel = parcel();

        tamper(
                "update audit_log.record r set actor = 'nobody', hash = audit_log.digest(r.prev, r.chain, r.no, r.recorded_at,"
                        + " r.event_id, r.kind, r.occurred_at, 'nobody', r.actors, r.subject, r.version, r.targets, r.pvz_id,"
                        + " r.parcel_state, r.correlation_id, r.payload) where subject = '"
                        + parcel.parcel() + "' and kind = 'pvz-order.issued'");

        assertThat(faults()).containsExactly("LINK");
    }

    @Test
    void findsMissingRecordsAtBothEndsAndBetween() {
        PvzFacts parcel = parcel();
        tamper("delete from audit_log.record where kind = 'pvz-order.issued' and subject = '" + parcel.parcel() + "'");
        assertThat(faults()).containsExactly("GAP");

        tamper("delete from audit_log.record where kind = 'pvz-order.returned-by-client' and subject = '"
                + parcel.parcel() + "'");
        assertThat(faults()).containsExactly("END");

        empty();
        PvzFacts first = parcel();
        tamper("delete from audit_log.record where kind = 'pvz-order.accepted' and subject = '" + first.parcel() + "'");
        assertThat(faults()).containsExactly("GAP");
    }

    @Test // kept 3 years
    void staysIntactWhenOldMonthsAreDropped() {
        PvzFacts parcel = parcel();
        String month = database.text(
                "select tableoid::regclass::text from audit_log.record where subject = ? limit 1", parcel.parcel());

        assertThat(database.number("select audit_log.roll(interval '3 years')")).isZero();
        assertThat(database.number("select audit_log.roll(interval '-3 months')"))
                .isPositive();

        assertThat(database.text("select to_regclass(?)", month)).isEqualTo("null");
        assertThat(database.number("select count(*) from audit_log.record")).isZero();
        assertThat(faults()).isEmpty();
        harness.tick("rollAuditMonths");
        harness.event("auditPvzOrderReturnedToCourier", parcel.sentBack(4), 4);
        assertThat(faults()).isEmpty();
        assertThat(verification().text("records")).isEqualTo("1");
    }
}
