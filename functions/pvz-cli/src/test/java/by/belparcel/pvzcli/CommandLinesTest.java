package by.belparcel.pvzcli;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pvz.v1.AcceptBatchReply;
import by.belparcel.pvz.v1.AcceptOrderRequest;
import by.belparcel.pvz.v1.CapacityReply;
import by.belparcel.pvz.v1.FoundParcel;
import by.belparcel.pvz.v1.HistoryEntry;
import by.belparcel.pvz.v1.HistoryPage;
import by.belparcel.pvz.v1.ImportOrdersReply;
import by.belparcel.pvz.v1.ImportOrdersRequest;
import by.belparcel.pvz.v1.ItemError;
import by.belparcel.pvz.v1.ItemResult;
import by.belparcel.pvz.v1.ListOrdersRequest;
import by.belparcel.pvz.v1.LockedPage;
import by.belparcel.pvz.v1.LockedTicket;
import by.belparcel.pvz.v1.OrderRequest;
import by.belparcel.pvz.v1.ProcessOrdersReply;
import by.belparcel.pvz.v1.ProcessOrdersRequest;
import by.belparcel.pvz.v1.Pvz;
import by.belparcel.pvz.v1.PvzPage;
import by.belparcel.pvz.v1.ReconcileReply;
import by.belparcel.pvz.v1.ReconcileRequest;
import by.belparcel.pvz.v1.RowError;
import by.belparcel.pvz.v1.VerifyPickupReply;
import by.belparcel.pvz.v1.VerifyPickupRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command's request and lines (domain pickup-points.md 3.2). */
final class CommandLinesTest {

    private static final String POINT = "0190a001-0000-7000-8000-000000000001";

    private final ScriptedPoint point = new ScriptedPoint();

    @AfterEach
    void close() {
        point.close();
    }

    private Line.Ended run(String... words) {
        return Line.of(words).at(point.endpoint()).run();
    }

    @Test
    void acceptsAsTheSeedPrintsIt() {
        point.answer("AcceptOrder", Sample.reply(Sample.parcel("1")));

        Line.Ended ended = run("accept", "--order-id=1", "--customer-id=123", "--storage-until=" + Sample.UNTIL);

        assertThat(ended).isEqualTo(new Line.Ended(0, "ORDER_ACCEPTED: 1\nPACKAGE: BOX\nTOTAL_PRICE: 105.00\n", ""));
        assertThat(point.last().request())
                .isEqualTo(AcceptOrderRequest.newBuilder()
                        .setOrderId("1")
                        .setUserId("123")
                        .setStorageUntil(Sample.UNTIL)
                        .build());
    }

    @Test
    void sendsEveryFlagOfAcceptAsItWasWritten() {
        point.answer("AcceptOrder", Sample.reply(Sample.parcel("1")));

        run(
                "accept",
                "--order-id",
                "1",
                "--user-id",
                "123",
                "--expires",
                Sample.UNTIL,
                "--package=film",
                "--weight=1.0001",
                "--price=1.001",
                "--cell=A-01-3",
                "--pvz-id=" + POINT);

        assertThat(point.last().request())
                .isEqualTo(AcceptOrderRequest.newBuilder()
                        .setOrderId("1")
                        .setUserId("123")
                        .setStorageUntil(Sample.UNTIL)
                        .setPackage("film")
                        .setWeight("1.0001")
                        .setPrice("1.001")
                        .setCell("A-01-3")
                        .setPvzId(POINT)
                        .build());
    }

    @Test
    void issuesAsTheSeedPrintsItAndSaysWhatWasNotIssued() {
        point.answer(
                "ProcessOrders",
                ProcessOrdersReply.newBuilder()
                        .addProcessed(ItemResult.newBuilder().setOrderId("1").setState("ISSUED"))
                        .addProcessed(ItemResult.newBuilder().setOrderId("3").setState("ISSUED"))
                        .addErrors(ItemError.newBuilder().setOrderId("2").setCode("ORDER_NOT_FOUND"))
                        .build());

        Line.Ended ended = run("issue", "--order-ids=1,2,3");

        assertThat(ended).isEqualTo(new Line.Ended(3, "PROCESSED: 1\nPROCESSED: 3\nERROR 2: ORDER_NOT_FOUND\n", ""));
        assertThat(point.last().request())
                .isEqualTo(ProcessOrdersRequest.newBuilder()
                        .setAction("ISSUE")
                        .addOrderIds("1")
                        .addOrderIds("2")
                        .addOrderIds("3")
                        .build());
    }

    @Test
    void checksTheCodeBeforeItIssues() {
        point.answer(
                "VerifyPickup",
                VerifyPickupReply.newBuilder().setVerificationId("v1").build());
        point.answer(
                "ProcessOrders",
                ProcessOrdersReply.newBuilder()
                        .addProcessed(ItemResult.newBuilder().setOrderId("1"))
                        .build());

        Line.Ended ended = run("issue", "--order-ids=1", "--code=123456", "--idempotency-key=k");

        assertThat(ended.code()).isZero();
        assertThat(point.asked.getFirst().request())
                .isEqualTo(VerifyPickupRequest.newBuilder()
                        .setCode("123456")
                        .setOrderId("1")
                        .build());
        assertThat(point.asked.getFirst().header("idempotency-key")).isEqualTo("k-code0");
        assertThat(((ProcessOrdersRequest) point.last().request()).getVerificationIdsList())
                .containsExactly("v1");
        assertThat(point.last().header("idempotency-key")).isEqualTo("k");
    }

    @Test
    void doesNotIssueWhenTheCodeIsWrong() {
        point.refuse("VerifyPickup", io.grpc.Status.FAILED_PRECONDITION.withDescription("no"), "CODE_INVALID");

        Line.Ended ended = run("issue", "--order-ids=1,2", "--code=123456");

        assertThat(ended).isEqualTo(new Line.Ended(2, "", "ERROR: CODE_INVALID: no\n"));
        assertThat(point.asked).hasSize(1);
    }

    @Test
    void takesParcelsBack() {
        point.answer(
                "ProcessOrders",
                ProcessOrdersReply.newBuilder()
                        .addProcessed(ItemResult.newBuilder().setOrderId("7"))
                        .build());

        Line.Ended ended = run("client-return", "--order-ids=7", "--user-id=123", "--reason=too small", "--atomic");

        assertThat(ended).isEqualTo(new Line.Ended(0, "PROCESSED: 7\n", ""));
        assertThat(point.last().request())
                .isEqualTo(ProcessOrdersRequest.newBuilder()
                        .setAction("RETURN")
                        .setUserId("123")
                        .addOrderIds("7")
                        .setReason("too small")
                        .setAtomic(true)
                        .build());
    }

    @Test
    void changesOneParcel() {
        point.answer("ReturnOrderToCourier", Sample.reply(Sample.parcel("1")))
                .answer("RefuseOrder", Sample.reply(Sample.parcel("1")))
                .answer("ExtendStorage", Sample.reply(Sample.parcel("1")))
                .answer("MoveCell", Sample.reply(Sample.parcel("1")));

        assertThat(run("return-courier", "--order-id=1").out()).isEqualTo("ORDER_RETURNED: 1\n");
        assertThat(run("refuse", "--order-id=1").out()).isEqualTo("ORDER_REFUSED: 1\n");
        assertThat(run("extend", "--order-id=1", "--days=7").out())
                .isEqualTo("STORAGE_EXTENDED: 1 " + Sample.UNTIL + "\n");
        assertThat(run("move", "--order-id=1", "--cell=A-01-3").out()).isEqualTo("ORDER_MOVED: 1 A-01-3\n");
    }

    @Test
    void listsOrdersInThreeForms() {
        point.answer(
                "ListOrders", Sample.page(Sample.parcel("1"), Sample.parcel("2").clearCell()));

        assertThat(run("list-orders", "--user-id=123", "--in-pvz", "--last=5").out())
                .isEqualTo("ORDER: 1 123 ACCEPTED 2026-12-31T10:00:00Z BOX 9.999 105.00 A-01-3\n"
                        + "ORDER: 2 123 ACCEPTED 2026-12-31T10:00:00Z BOX 9.999 105.00 -\nTOTAL: 2\n");
        assertThat(point.last().request())
                .isEqualTo(ListOrdersRequest.newBuilder()
                        .setUserId("123")
                        .setInPvz(true)
                        .setLast(5)
                        .build());
        assertThat(run("list-orders", "--user-id=123", "--output=table").lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("ID  CLIENT  STATE");
        assertThat(run("list-orders", "--user-id=123", "-o", "json").out())
                .startsWith("{\"items\":[{\"id\":\"0190a003-0000-7000-8000-000000000001\",\"external_ref\":\"1\"")
                .contains("\"total_price\":{\"amount\":10500,\"currency\":\"BYN\"}", "\"total\":2");
    }

    @Test
    void listsReturnsHistoryOverdueAndLocked() {
        point.answer(
                        "ListReturns",
                        Sample.page(Sample.parcel("1")
                                .setState("RETURNED_BY_CLIENT")
                                .setReturnedAt(Sample.UNTIL)))
                .answer(
                        "GetHistory",
                        HistoryPage.newBuilder()
                                .addItems(HistoryEntry.newBuilder()
                                        .setOrderId("1")
                                        .setState("ISSUED")
                                        .setAt(Sample.UNTIL))
                                .build())
                .answer("GetOrderHistory", HistoryPage.getDefaultInstance())
                .answer("ListOverdue", Sample.page())
                .answer(
                        "ListLocked",
                        LockedPage.newBuilder()
                                .addItems(LockedTicket.newBuilder()
                                        .setTicketId("t")
                                        .setOrderId("o")
                                        .setLockedUntil(Sample.UNTIL))
                                .setTotal(1)
                                .build());

        assertThat(run("list-returns", "--page=1", "--limit=20").lines())
                .containsExactly("RETURN: 1 123 RETURNED_BY_CLIENT " + Sample.UNTIL, "PAGE: 1 LIMIT: 20");
        assertThat(run("history").lines()).containsExactly("HISTORY: 1 ISSUED " + Sample.UNTIL);
        assertThat(run("history", "--order-id=1").lines()).isEmpty();
        assertThat(point.last().method()).isEqualTo("GetOrderHistory");
        assertThat(point.last().request())
                .isEqualTo(OrderRequest.newBuilder().setOrderId("1").build());
        run("history", "--order-id=1", "--page=2", "--limit=5");
        assertThat(point.last().request())
                .isEqualTo(OrderRequest.newBuilder()
                        .setOrderId("1")
                        .setPage(2)
                        .setLimit(5)
                        .build());
        assertThat(run("overdue").lines()).containsExactly("TOTAL: 0");
        assertThat(run("locked").lines()).containsExactly("LOCKED: t o " + Sample.UNTIL, "TOTAL: 1");
    }

    @Test
    void tellsAboutThePoint() {
        point.answer(
                        "GetCapacity",
                        CapacityReply.newBuilder()
                                .setPvzId(POINT)
                                .setUsed(85)
                                .setCapacity(100)
                                .setFree(15)
                                .setFill(85)
                                .build())
                .answer(
                        "Reconcile",
                        ReconcileReply.newBuilder()
                                .setExpected(2)
                                .setScanned(2)
                                .addMissing(Sample.parcel("2"))
                                .addExtra("9")
                                .build())
                .answer(
                        "ListPvz",
                        PvzPage.newBuilder()
                                .addItems(Pvz.newBuilder()
                                        .setId(POINT)
                                        .setCode("MSQ-1")
                                        .setStatus("OPEN")
                                        .setStock(1)
                                        .setCapacityParcels(10)
                                        .setName("Пункт 1"))
                                .setTotal(1)
                                .build());

        assertThat(run("capacity", "--pvz-id=" + POINT).lines())
                .containsExactly("CAPACITY: " + POINT + " 85/100 FREE: 15 FILL: 85%");
        assertThat(run("reconcile", "--pvz-id=" + POINT, "--scanned=1,9").lines())
                .containsExactly("RECONCILED: EXPECTED: 2 SCANNED: 2", "MISSING: 2", "EXTRA: 9");
        assertThat(point.last().request())
                .isEqualTo(ReconcileRequest.newBuilder()
                        .setPvzId(POINT)
                        .addScanned("1")
                        .addScanned("9")
                        .build());
        assertThat(run("points", "--status=OPEN").lines())
                .containsExactly("POINT: " + POINT + " MSQ-1 OPEN 1/10 Пункт 1", "TOTAL: 1");
    }

    @Test
    void takesThePointFromTheTokenWhereARequestMustNameIt() {
        point.answer("GetCapacity", CapacityReply.getDefaultInstance());
        // {"pvz_id":"p-7"}
        Line.Ended ended = Line.of("capacity", "--token=e30.eyJwdnpfaWQiOiJwLTcifQ.c2ln")
                .at(point.endpoint())
                .run();

        assertThat(ended.code()).isZero();
        assertThat(point.last().request().toString()).contains("p-7");
        assertThat(run("capacity").code()).isEqualTo(1);
    }

    @Test
    void receivesABatch() {
        point.answer(
                "AcceptBatch",
                AcceptBatchReply.newBuilder()
                        .setBatchId("b")
                        .setState("PARTIALLY_RECEIVED")
                        .addAccepted(Sample.parcel("1"))
                        .addMissing(FoundParcel.newBuilder().setOrderId("o").setParcelNo(2))
                        .addExtra(FoundParcel.newBuilder().setOrderId("x"))
                        .addDamaged(FoundParcel.newBuilder().setOrderId("d"))
                        .build());

        assertThat(run("receive", "--batch-id=b", "--accepted=1", "--missing=o/2", "--extra=x", "--damaged=d")
                        .lines())
                .containsExactly(
                        "BATCH_RECEIVED: b PARTIALLY_RECEIVED",
                        "ACCEPTED: 1 A-01-3",
                        "MISSING: o/2",
                        "EXTRA: x",
                        "DAMAGED: d");
    }

    @Test
    void importsAFileAndSendsBadRowsAsTheyAre(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.json");
        Files.writeString(
                file, "[{\"order_id\":1,\"user_id\":\"123\",\"weight\":{}},7,{\"order_id\":\"2\",\"cell\":null}]");
        point.answer(
                "ImportOrders",
                ImportOrdersReply.newBuilder()
                        .setImported(1)
                        .addErrors(RowError.newBuilder()
                                .setRow(2)
                                .setCode("VALIDATION_FAILED")
                                .setMessage("no"))
                        .build());

        Line.Ended ended = run("import", "--file=" + file);

        assertThat(ended).isEqualTo(new Line.Ended(3, "IMPORTED: 1\nERROR row 2: VALIDATION_FAILED: no\n", ""));
        assertThat(point.last().request())
                .isEqualTo(ImportOrdersRequest.newBuilder()
                        .addOrders(AcceptOrderRequest.newBuilder()
                                .setOrderId("1")
                                .setUserId("123")
                                .setWeight("{}"))
                        .addOrders(AcceptOrderRequest.newBuilder())
                        .addOrders(AcceptOrderRequest.newBuilder().setOrderId("2"))
                        .build());
    }

    @Test
    void refusesFilesThatAreNone(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "[{\"order_id\":");
        Path large = folder.resolve("large.json");
        Files.write(large, new byte[10 * 1024 * 1024 + 1]);

        assertThat(run("import", "--file=" + folder.resolve("none.json")).code())
                .isEqualTo(1);
        assertThat(run("import", "--file=" + broken).code()).isEqualTo(1);
        Line.Ended tooLarge = run("import", "--file=" + large);
        assertThat(tooLarge.code()).isEqualTo(2);
        assertThat(tooLarge.err()).startsWith("ERROR: BODY_TOO_LARGE: ");
        assertThat(point.asked).isEmpty();
    }

    @Test
    void verifiesACodeOrAQr() {
        point.answer(
                "VerifyPickup",
                VerifyPickupReply.newBuilder()
                        .setOrderId("o")
                        .setVerificationId("v")
                        .setValidUntil(Sample.UNTIL)
                        .build());

        assertThat(run("verify", "--qr=PT").out()).isEqualTo("VERIFIED: o v " + Sample.UNTIL + "\n");
        assertThat(point.last().request())
                .isEqualTo(VerifyPickupRequest.newBuilder().setQr("PT").build());
    }
}
