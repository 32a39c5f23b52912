package by.belparcel.pickuptickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.pickuptickets.Desk;
import by.belparcel.pickuptickets.PvzNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a clerk is told when a client shows a code: each row of domain orders-and-payments.md 3.4. */
class VerifyPickupIT {

    private static final AtomicInteger WORKERS = new AtomicInteger();

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());
    private final FunctionHarness harness = desk.harness();

    /** Each has a terminal of its own. */
    private static Principal worker(String pvz) {
        return Principals.of("pvz_worker", "worker-" + WORKERS.incrementAndGet(), Map.of("pvz_id", List.of(pvz)));
    }

    @Test
    void knowsNoPointOfAClaimThatIsNoId() {
        for (String claim : List.of("x' or 1=1--", "0190a001-0000-7000-8000-000000000001\0", "")) {
            assertThat(show(worker(claim), Map.of("code", "123456")).send().code())
                    .isEqualTo("PVZ_NOT_FOUND");
        }
    }

    private String active() {
        String order = desk.issued();
        harness.event(
                "activatePickupTicketOnPvzOrderAccepted", PvzNews.of(order, 1).accepted(1), 2);
        return order;
    }

    private CommandCall show(Principal who, Map<String, Object> body) {
        return harness.command("verifyPickup").withoutKey().as(who).body(body);
    }

    private HttpReply code(Principal who, String order, String digits) {
        return show(who, Map.of("order_id", order, "code", digits)).send();
    }

    private String wrong(String order) {
        return desk.code(order).equals("271828") ? "314159" : "271828";
    }

    private long failures(String order) {
        return harness.emitted(PickupTicketEvent.VerificationFailed.TYPE).stream()
                .filter(e -> e.orderId().equals(order))
                .count();
    }

    @Test // 3.3
    void givesAProofThatNamesOrderAndPointForTenMinutes() {
        String order = active();

        Instant before = Instant.now();
        HttpReply reply = code(worker(PvzNews.PVZ), order, desk.code(order));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(new VerificationTokens(Desk.KEY).read(reply.text("verification_id")))
                .hasValueSatisfying(read -> {
                    assertThat(read.covers(order, PvzNews.PVZ)).isTrue();
                    assertThat(read.expiresAt())
                            .isEqualTo(Instant.parse(reply.text("valid_until")))
                            .isBetween(
                                    before.plus(Duration.ofMinutes(10)),
                                    Instant.now().plus(Duration.ofMinutes(10)).plusSeconds(1));
                    assertThat(harness.emitted(PickupTicketEvent.Verified.TYPE))
                            .filteredOn(e -> e.orderId().equals(order))
                            .extracting(PickupTicketEvent.Verified::verificationId)
                            .containsExactly(read.id());
                });
    }

    @Test
    void findsAnOrderByItsNumberInAnyCase() {
        String order = active();
        harness.event(
                "noteOrderNumberOnOrderBatched", NoteNumberOnOrderBatchedIT.batched(order, "BP-261120-000042-7"), 4);
        String digits = desk.code(order);

        assertThat(code(worker(PvzNews.PVZ), "bp-261120-000042-7", digits).text("order_id"))
                .isEqualTo(order);
        assertThat(code(worker(PvzNews.PVZ), order.toUpperCase(Locale.ROOT), digits)
                        .status())
                .isEqualTo(200);
        assertThat(code(worker(PvzNews.PVZ), "BP-261120-999999-1", digits).code())
                .isEqualTo("ORDER_NOT_FOUND");
        assertThat(show(worker(PvzNews.PVZ), Map.of("order_id", 7, "code", digits))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test // domain README 4.1: what scanners type
    void findsAnOrderByWhateverIsScannedFromOneOfItsParcels() {
        String order = active();
        harness.event(
                "noteOrderNumberOnOrderBatched", NoteNumberOnOrderBatchedIT.batched(order, "BP-261120-000043-5"), 4);
        String digits = desk.code(order);

        for (String scanned : List.of(
                order + "/1",
                order.toUpperCase(Locale.ROOT) + "/2",
                "BP-261120-000043-5/1",
                "BP1|BP-261120-000043-5|1/2",
                "вр1|ВР-261120-000043-5|2/2",
                " BP 1 | BP-261120-000043-5 | 1 / 1 ")) {
            HttpReply reply = code(worker(PvzNews.PVZ), scanned, digits);
            assertThat(reply.status()).as("%s: %s", scanned, reply).isEqualTo(200);
            assertThat(reply.text("order_id")).as(scanned).isEqualTo(order);
        }
        for (String scanned : List.of("BP1|BP-261120-999999-1|1/1", order + "/0", "BP1|43|1/1", "nothing")) {
            assertThat(code(worker(PvzNews.PVZ), scanned, digits).code())
                    .as(scanned)
                    .isEqualTo("ORDER_NOT_FOUND");
        }
    }

    @Test // 3.4: wrong code, 5th wrong code
    void countsWrongCodesAlthoughItRefusesAndLocksAtTheFifth() {
        String order = active();
        String right = desk.code(order);
        Principal worker = worker(PvzNews.PVZ);
        for (int left = 4; left > 0; left--) {
            HttpReply reply = code(worker, order, wrong(order));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("CODE_INVALID");
            assertThat(reply.text("attempts_left")).isEqualTo(Integer.toString(left));
        }

        HttpReply fifth = code(worker, order, wrong(order));
        HttpReply sixth = code(worker, order, right);

        assertThat(fifth.status()).isEqualTo(429);
        assertThat(fifth.code()).isEqualTo("CODE_LOCKED");
        assertThat(fifth.text("retry_after")).isEqualTo("1800");
        assertThat(sixth.code()).isEqualTo("CODE_LOCKED");
        assertThat(desk.code(order)).isNotEqualTo(right);
        assertThat(failures(order)).isEqualTo(5);
        assertThat(harness.emitted(PickupTicketEvent.Locked.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
    }

    @Test // 3.1: 30 min passed
    void letsTheNewCodeInWhenTheLockHasRunOut() {
        String order = active();
        Principal worker = worker(PvzNews.PVZ);
        for (int i = 0; i < 5; i++) {
            assertThat(code(worker, order, wrong(order)).status()).isGreaterThan(400);
        }
        POSTGRES.database()
                .execute(
                        "update pickup_tickets.tickets set locked_until = now() - interval '1 millisecond' where order_id = ?::uuid",
                        order);

        assertThat(code(worker, order, desk.code(order)).status()).isEqualTo(200);
        assertThat(desk.state(order)).isEqualTo("ACTIVE");
    }

    @Test // 3.2: attempts are counted exactly
    void countsTwentyWrongCodesAtOnceExactly() {
        String order = active();
        String wrong = wrong(order);

        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, 20)
                .flatMap(
                        i -> show(worker(PvzNews.PVZ), Map.of("order_id", order, "code", wrong))
                                .reply(),
                        20)
                .collectList()
                .block(Duration.ofSeconds(30)));

        assertThat(replies).filteredOn(r -> r.code().equals("CODE_INVALID")).hasSize(4);
        assertThat(replies).filteredOn(r -> r.code().equals("CODE_LOCKED")).hasSize(16);
        assertThat(failures(order)).isEqualTo(5);
        assertThat(POSTGRES.database()
                        .number("select attempts from pickup_tickets.tickets where order_id = ?::uuid", order))
                .isEqualTo(5);
    }

    @Test // 3.4: 20 wrong per terminal in 10 minutes
    void throttlesATerminalAtTheTwentiethWrongCodeEvenWhenTheyComeAtOnce() {
        Principal worker = worker(PvzNews.PVZ);
        List<Mono<HttpReply>> calls = IntStream.range(0, 20)
                .mapToObj(i -> active())
                .map(order -> show(worker, Map.of("order_id", order, "code", wrong(order)))
                        .reply())
                .toList();

        List<HttpReply> replies = Objects.requireNonNull(
                Flux.merge(Flux.fromIterable(calls), 8).collectList().block(Duration.ofSeconds(30)));
        String next = active();
        HttpReply throttled = code(worker, next, desk.code(next));

        assertThat(replies).allSatisfy(r -> assertThat(r.code()).isEqualTo("CODE_INVALID"));
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.code()).isEqualTo("TERMINAL_THROTTLED");
        assertThat(Long.parseLong(throttled.text("retry_after"))).isBetween(1L, 600L);
        assertThat(code(worker(PvzNews.PVZ), next, desk.code(next)).status()).isEqualTo(200);
        POSTGRES.database()
                .execute(
                        "update pickup_tickets.terminals set wrong = array(select w - interval '10 minutes' from unnest(wrong) w)"
                                + " where terminal = ?",
                        worker.subject());
        assertThat(code(worker, next, desk.code(next)).status()).isEqualTo(200);
    }

    @Test // 3.2: without an order 3 tries a minute
    void searchesByCodeThreeTimesAMinute() {
        String order = active();
        Principal worker = worker(PvzNews.PVZ);
        Map<String, Object> body = Map.of("code", desk.code(order));

        HttpReply found = show(worker, body).send();
        HttpReply none = show(worker, Map.of("code", wrong(order))).send();
        HttpReply third = show(worker, body).send();
        HttpReply fourth = show(worker, body).send();

        assertThat(found.text("order_id")).isEqualTo(order);
        assertThat(none.code()).isEqualTo("CODE_INVALID");
        assertThat(third.status()).isEqualTo(200);
        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.code()).isEqualTo("RATE_LIMITED");
        assertThat(code(worker, order, desk.code(order)).status()).isEqualTo(200);
        assertThat(show(worker(PvzNews.OTHER), body).send().code()).isEqualTo("CODE_INVALID");
    }

    @Test // 3.4
    void saysWhyTheParcelCannotBeHandedOver() {
        String notReady = desk.issued();
        String elsewhere = active();
        String overdue = active();
        String late = active();
        String redeemed = active();
        String revoked = active();
        harness.event(
                "expirePickupTicketOnStorageExpired", PvzNews.of(overdue, 1).expired(1), 3);
        harness.event(
                "redeemPickupTicketOnPvzOrderIssued", PvzNews.of(redeemed, 1).issued(1), 3);
        harness.event(
                "revokePickupTicketOnReturnedToCourier", PvzNews.of(revoked, 1).returned(1, ReturnCause.EXPIRED), 3);
        POSTGRES.database()
                .execute(
                        "update pickup_tickets.tickets set valid_until = now() - interval '1 millisecond' where order_id = ?::uuid",
                        late);

        HttpReply wrongPvz = code(worker(PvzNews.OTHER), elsewhere, desk.code(elsewhere));

        assertThat(refusal(notReady)).isEqualTo("409 PARCEL_NOT_READY");
        assertThat(wrongPvz.status() + " " + wrongPvz.code()).isEqualTo("422 WRONG_PVZ");
        assertThat(wrongPvz.text("detail")).contains("MSQ-001 Минск");
        assertThat(wrongPvz.text("pvz_id")).isEqualTo(PvzNews.PVZ);
        assertThat(refusal(overdue)).isEqualTo("422 STORAGE_EXPIRED");
        assertThat(refusal(late)).isEqualTo("422 STORAGE_EXPIRED");
        assertThat(refusal(redeemed)).isEqualTo("409 ALREADY_REDEEMED");
        assertThat(refusal(revoked)).isEqualTo("409 TICKET_REVOKED");
    }

    private String refusal(String order) {
        HttpReply reply = code(worker(PvzNews.PVZ), order, "271828");
        return reply.status() + " " + reply.code();
    }

    @Test // 3.4
    void takesTheQrOfTheTicketOnly() {
        String order = active();
        String other = active();
        String qr = qr(order);
        Principal worker = worker(PvzNews.PVZ);

        assertThat(show(worker, Map.of("qr", qr)).send().text("order_id")).isEqualTo(order);
        assertThat(show(worker, Map.of("qr", qr, "order_id", order)).send().status())
                .isEqualTo(200);
        assertThat(show(worker, Map.of("qr", qr, "order_id", other)).send().code())
                .isEqualTo("QR_INVALID");
        assertThat(show(worker, Map.of("qr", qr + "x")).send().code()).isEqualTo("QR_INVALID");
        assertThat(show(worker, Map.of("qr", "PT-1|1|x", "order_id", order))
                        .send()
                        .code())
                .isEqualTo("QR_INVALID");
        assertThat(POSTGRES.database()
                        .number(
                                "select cardinality(wrong) from pickup_tickets.terminals where terminal = ?",
                                worker.subject()))
                .isEqualTo(3);
    }

    private String qr(String order) {
        return harness.query("getPickupCode")
                .as(Desk.clientOf(order))
                .path("id", order)
                .send()
                .text("qr_token");
    }

    @Test // 3.4: letters, 5 or 9 digits
    void refusesWhatIsNoCode() {
        String order = active();
        for (Object code : new Object[] {"12345", "1234567", "123456789", "12345a", "", 123456}) {
            HttpReply reply = show(worker(PvzNews.PVZ), Map.of("order_id", order, "code", code))
                    .send();
            assertThat(reply.status()).as("%s", code).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
            assertThat(reply.text("errors/0/pointer")).isEqualTo("/code");
        }
        assertThat(code(worker(PvzNews.PVZ), order, "12345678").status()).isEqualTo(400);
        assertThat(show(worker(PvzNews.PVZ), Map.of("order_id", order)).send().text("errors/0/code"))
                .isEqualTo("REQUIRED");
        assertThat(show(worker(PvzNews.PVZ), Map.of("code", "271828", "qr", "x"))
                        .send()
                        .text("errors/0/pointer"))
                .isEqualTo("/qr");
        assertThat(failures(order)).isZero();
    }

    @Test
    void letsAWorkerActAtHisOwnPointOnly() {
        String order = active();
        Map<String, Object> body = Map.of("order_id", order, "code", desk.code(order), "pvz_id", PvzNews.PVZ);

        assertThat(show(worker(PvzNews.OTHER), body).send().code()).isEqualTo("PVZ_NOT_FOUND");
        assertThat(show(Principals.operator(), body).send().status()).isEqualTo(403);
        assertThat(show(Desk.clientOf(order), body).send().status()).isEqualTo(403);
        assertThat(code(Principals.admin(), order, desk.code(order)).text("errors/0/pointer"))
                .isEqualTo("/pvz_id");
        assertThat(show(Principals.admin(), body).send().status()).isEqualTo(200);
    }

    @Test
    void listsTheLockedTicketsOfAPoint() {
        String order = active();
        for (int i = 0; i < 5; i++) {
            assertThat(code(worker(PvzNews.PVZ), order, wrong(order)).status()).isGreaterThan(400);
        }

        HttpReply own = harness.query("listLockedTickets")
                .as(worker(PvzNews.PVZ))
                .query("limit", "100")
                .send();
        HttpReply others =
                harness.query("listLockedTickets").as(worker(PvzNews.OTHER)).send();
        HttpReply wrong = harness.query("listLockedTickets")
                .as(worker(PvzNews.PVZ))
                .query("page", "0")
                .query("limit", "101")
                .send();

        assertThat(own.status()).as("%s", own).isEqualTo(200);
        assertThat(own.json().get("items").toString()).contains(order).doesNotContain("code");
        assertThat(own.text("total_pages")).isEqualTo("1");
        assertThat(others.text("total")).isEqualTo("0");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").size()).isEqualTo(2);
        assertThat(harness.query("listLockedTickets")
                        .as(Principals.operator())
                        .send()
                        .text("errors/0/pointer"))
                .isEqualTo("/pvz_id");
    }
}
