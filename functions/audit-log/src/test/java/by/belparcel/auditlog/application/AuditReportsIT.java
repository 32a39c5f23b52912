package by.belparcel.auditlog.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.auditlog.AuditLogFunctions;
import by.belparcel.auditlog.PvzFacts;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzOrderEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What auditors and staff read from the trail. */
class AuditReportsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("audit_log");

    private final FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new AuditLogFunctions());

    private PvzFacts story(String pvz) {
        PvzFacts parcel = PvzFacts.at(pvz);
        harness.event("auditPvzOrderIssued", parcel.issued(20), 2);
        harness.event("auditPvzOrderAccepted", parcel.accepted(10), 1);
        harness.event("auditPvzOrderReturnedToCourier", parcel.sentBack(40), 4);
        harness.event("auditPvzOrderReturnedByClient", parcel.broughtBack(30), 3);
        return parcel;
    }

    private QueryCall search() {
        return harness.query("searchAudit").as(Principals.auditor());
    }

    private static List<String> kinds(HttpReply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("kind").asString())
                .toList();
    }

    @Test
    void findsWhatWasDoneToAParcelNewestFirst() {
        PvzFacts parcel = story(PvzFacts.MINSK);

        HttpReply reply = search().query("target", parcel.parcel()).send();

        assertThat(kinds(reply))
                .containsExactly(
                        "pvz-order.returned-to-courier",
                        "pvz-order.returned-by-client",
                        "pvz-order.issued",
                        "pvz-order.accepted");
        assertThat(reply.text("items/2/occurred_at"))
                .isEqualTo(PvzFacts.minute(20).toString());
        assertThat(reply.text("items/2/payload/order/status")).isEqualTo("ISSUED");
        assertThat(reply.text("items/2/hash")).matches("[0-9a-f]{64}");
        assertThat(kinds(search().query("target", parcel.order()).send())).hasSize(4);
    }

    @Test
    void findsByActorKindAndTime() {
        PvzFacts parcel = story(PvzFacts.MINSK);
        String target = parcel.parcel();

        assertThat(kinds(search().query("target", target).query("actor", "anna").send()))
                .hasSize(4);
        assertThat(kinds(search().query("target", target)
                        .query("actor", "worker:anna")
                        .query("kind", "pvz-order.issued")
                        .send()))
                .containsExactly("pvz-order.issued");
        assertThat(kinds(search().query("target", target)
                        .query("kind", "pvz-order")
                        .send()))
                .hasSize(4);
        assertThat(kinds(search().query("target", target)
                        .query("from", PvzFacts.minute(20).toString())
                        .query("to", PvzFacts.minute(30).toString())
                        .send()))
                .containsExactly("pvz-order.issued");
        assertThat(kinds(search().query("target", target).query("actor", "olga").send()))
                .isEmpty();
    }

    @Test
    void remembersChecksOfCodes() {
        String ticket = PvzFacts.newId();
        harness.event(
                "auditPickupTicketVerificationFailed",
                new PickupTicketEvent.VerificationFailed(
                        ticket, PvzFacts.newId(), PvzFacts.MINSK, 4, PvzFacts.minute(1)),
                3);

        assertThat(kinds(search().query("target", ticket)
                        .query("kind", "pickup-ticket")
                        .send()))
                .containsExactly("pickup-ticket.verification-failed");
    }

    @Test // orders-and-payments.md 3.2: an issue by document is flagged; events from before say nothing
    void showsWhatAParcelWasHandedOverFor() {
        PvzFacts byDocument = PvzFacts.at(PvzFacts.MINSK);
        PvzFacts before = PvzFacts.at(PvzFacts.MINSK);
        harness.event("auditPvzOrderIssued", byDocument.issued(20, PvzOrderEvent.Proof.DOCUMENT), 2);
        harness.event("auditPvzOrderIssued", before.issued(20), 2);

        HttpReply flagged = search().query("target", byDocument.parcel()).send();
        HttpReply silent = search().query("target", before.parcel()).send();

        assertThat(flagged.text("items/0/payload/proof")).isEqualTo("DOCUMENT");
        assertThat(kinds(silent)).containsExactly("pvz-order.issued");
        assertThat(silent.json().at("/items/0/payload").has("proof")).isFalse();
    }

    @Test // an order that is declared missing leaves no fact of its own
    void remembersWhatThePointMissedInABatch() {
        String batch = PvzFacts.newId();
        String missing = PvzFacts.newId();
        harness.event(
                "auditBatchReceivedByPvz",
                new BatchEvent.ReceivedByPvz(
                        batch,
                        PvzFacts.BREST,
                        List.of(new ParcelRef(PvzFacts.newId(), 1), new ParcelRef(PvzFacts.newId(), 1)),
                        List.of(new ParcelRef(missing, 2), new ParcelRef(null, null)),
                        List.of(),
                        List.of(),
                        true,
                        PvzFacts.minute(1)),
                2);

        HttpReply found = search().query("target", batch).query("kind", "batch").send();

        assertThat(kinds(found)).containsExactly("batch.received-by-pvz");
        assertThat(found.text("items/0/pvz_id")).isEqualTo(PvzFacts.BREST);
        assertThat(found.json().at("/items/0/payload/accepted").size()).isEqualTo(2);
        assertThat(found.text("items/0/payload/missing/0/order_id")).isEqualTo(missing);
        assertThat(found.text("items/0/payload/missing/0/parcel_no")).isEqualTo("2");
        assertThat(kinds(search().query("target", missing).send())).containsExactly("batch.received-by-pvz");
    }

    @Test
    void goesThroughThePagesWithoutLosingOne() {
        PvzFacts parcel = story(PvzFacts.MINSK);
        List<String> seen = new ArrayList<>();
        HttpReply page =
                search().query("target", parcel.parcel()).query("limit", "1").send();
        seen.addAll(kinds(page));
        while (page.json().hasNonNull("next_cursor")) {
            page = search().query("target", parcel.parcel())
                    .query("limit", "1")
                    .query("cursor", page.text("next_cursor"))
                    .send();
            seen.addAll(kinds(page));
        }

        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
        HttpReply first =
                search().query("target", parcel.parcel()).query("limit", "1").send();
        assertThat(search().query("limit", "1")
                        .query("cursor", first.text("next_cursor"))
                        .send()
                        .code())
                .isEqualTo("CURSOR_MISMATCH");
    }

    @Test // D7
    void namesEveryWrongParameter() {
        HttpReply reply = search().query("kind", "pvz-order.eaten")
                .query("limit", "0")
                .query("from", "yesterday")
                .query("actor", " ")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").size()).isEqualTo(4);
        assertThat(reply.json().get("errors").toString()).contains("pvz-order.issued", "1..100");
        assertThat(harness.query("showPvzStock")
                        .as(Principals.operator())
                        .send()
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(harness.query("showPvzMetrics")
                        .as(Principals.operator())
                        .query("from", "2026-11-21")
                        .query("to", "2026-11-20")
                        .send()
                        .text("errors/0/code"))
                .isEqualTo("ORDER");
    }

    @ParameterizedTest
    @CsvSource({
        "showPvzMetrics, from, +999999999-12-31",
        "showPvzMetrics, to, -0001-01-01",
        "showPvzMetrics, from, 2026-02-30",
        "searchAudit, limit, \u0661",
        "searchAudit, limit, 99999999999",
        "verifyAudit, chain, \u0661"
    })
    void takesNoOtherSpellingOfANumberOrADate(String function, String parameter, String value) {
        HttpReply reply = harness.query(function)
                .as(Principals.admin())
                .query(parameter, value)
                .send();

        assertThat(reply.status()).as("%s", reply).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/" + parameter);
    }

    @Test
    void isReadByAuditorsAndAdministratorsOnly() {
        for (Principal other : List.of(
                Principals.operator(),
                Principals.moderator(),
                Principals.pvzWorker(PvzFacts.MINSK),
                Principals.shop("s"),
                Principals.client("c"))) {
            assertThat(harness.query("searchAudit").as(other).send().status()).isEqualTo(403);
            assertThat(harness.query("verifyAudit").as(other).send().status()).isEqualTo(403);
        }
        assertThat(harness.query("searchAudit").as(Principals.admin()).send().status())
                .isEqualTo(200);
    }

    private HttpReply stock(String pvz, int minute) {
        return harness.query("showPvzStock")
                .as(Principals.auditor())
                .query("pvz_id", pvz)
                .query("at", PvzFacts.minute(minute).toString())
                .send();
    }

    @Test // pickup-points.md section 4: the stock at any past moment, whatever order the news came in
    void knowsTheStockOfAPointAtAnyMoment() {
        String pvz = PvzFacts.newId();
        PvzFacts first = story(pvz);
        PvzFacts second = PvzFacts.at(pvz);
        harness.event("auditPvzOrderAccepted", second.accepted(15), 1);
        harness.event("auditPvzOrderStorageExpired", second.expired(35), 2);

        assertThat(stock(pvz, 9).text("stock")).isEqualTo("0");
        assertThat(stock(pvz, 10).text("stock")).isEqualTo("1");
        assertThat(stock(pvz, 15).text("stock")).isEqualTo("2");
        assertThat(stock(pvz, 25).text("stock")).isEqualTo("1");
        assertThat(stock(pvz, 36).json().get("states").toString())
                .contains("\"OVERDUE\":1", "\"RETURNED_BY_CLIENT\":1");
        assertThat(stock(pvz, 50).text("stock")).isEqualTo("1");
        assertThat(first.parcel()).isNotEqualTo(second.parcel());
        assertThat(harness.query("showPvzStock")
                        .as(Principals.pvzWorker(PvzFacts.BREST))
                        .query("pvz_id", pvz)
                        .send()
                        .code())
                .isEqualTo("PVZ_NOT_FOUND");
        assertThat(harness.query("showPvzStock")
                        .as(Principals.pvzWorker(pvz))
                        .send()
                        .text("stock"))
                .isEqualTo("1");
    }

    @Test
    void countsByRegion() {
        String near = PvzFacts.newId();
        harness.event(
                "placePointOnReferenceUpdated",
                new PlatformEvent.ReferenceUpdated(
                        "pvz",
                        near,
                        1,
                        List.of("code"),
                        Map.of("code", "PIN-002", "lat", 52.12, "lng", 26.1),
                        PvzFacts.START),
                1);
        HttpReply before = metrics();
        PvzFacts parcel = story(near);
        harness.event("auditPvzOrderStorageExpired", PvzFacts.at(near).expired(35), 2);
        HttpReply after = metrics();

        assertThat(parcel.order()).isNotEmpty();
        for (String figure : List.of("accepted", "issued", "returned_by_client", "returned_to_courier", "overdue")) {
            assertThat(brest(after, figure) - brest(before, figure)).as(figure).isEqualTo(1);
        }
        assertThat(after.text("from")).isEqualTo("2026-11-20");
    }

    private HttpReply metrics() {
        return harness.query("showPvzMetrics")
                .as(Principals.operator())
                .query("from", "2026-11-20")
                .query("to", "2026-11-20")
                .send();
    }

    private static long brest(HttpReply reply, String figure) {
        return reply.json()
                .get("regions")
                .valueStream()
                .filter(region -> region.get("region").asString().equals("BREST"))
                .mapToLong(region -> region.get(figure).asLong())
                .sum();
    }
}
