package by.belparcel.pvzcli.command;

import by.belparcel.pvz.v1.ItemError;
import by.belparcel.pvz.v1.Parcel;
import by.belparcel.pvz.v1.ProcessOrdersReply;
import by.belparcel.pvz.v1.ProcessOrdersRequest;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvz.v1.RefuseOrderRequest;
import by.belparcel.pvz.v1.VerifyPickupReply;
import by.belparcel.pvz.v1.VerifyPickupRequest;
import by.belparcel.pvzcli.output.Answer;
import by.belparcel.pvzcli.syntax.Flag;
import java.util.ArrayList;
import java.util.List;

/** What happens with a client at the counter. */
final class CounterCommands {

    private static final Flag CODES = Flag.list("--code");
    private static final Flag CODE = Flag.text("--code");
    private static final Flag QR = Flag.text("--qr");
    private static final Flag VERIFICATIONS = Flag.list("--verification-id");
    private static final Flag REQUIRE_CODE = Flag.toggle("--require-code");
    private static final Flag RECEIPT = Flag.text("--receipt");
    private static final Flag DOCUMENT_REASON = Flag.text("--document-reason");
    private static final Flag DOCUMENT_LAST4 = Flag.text("--document-last4");

    private CounterCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "issue",
                        CounterCommands::issue,
                        Flags.ORDERS.must(),
                        Flags.USER,
                        CODES,
                        VERIFICATIONS,
                        Flags.ATOMIC,
                        REQUIRE_CODE,
                        RECEIPT,
                        DOCUMENT_REASON,
                        DOCUMENT_LAST4),
                Command.of(
                        "client-return",
                        CounterCommands::takeBack,
                        Flags.ORDERS.must(),
                        Flags.USER.must(),
                        Flags.REASON,
                        Flags.ATOMIC),
                Command.of("refuse", CounterCommands::refuse, Flags.ORDER.must(), Flags.REASON),
                Command.of("verify", CounterCommands::verify, CODE, QR, Flags.ORDER));
    }

    private static void issue(Call call) {
        ProcessOrdersRequest.Builder request = ProcessOrdersRequest.newBuilder()
                .setAction("ISSUE")
                .addAllOrderIds(call.list(Flags.ORDERS))
                .addAllVerificationIds(call.list(VERIFICATIONS))
                .addAllVerificationIds(verified(call));
        call.text(Flags.USER, request::setUserId);
        call.on(Flags.ATOMIC, request::setAtomic);
        call.on(REQUIRE_CODE, request::setRequireCode);
        call.text(RECEIPT, request::setReceipt);
        call.text(DOCUMENT_REASON, request::setDocumentReason);
        call.text(DOCUMENT_LAST4, request::setDocumentLast4);
        process(call, request);
    }

    private static void takeBack(Call call) {
        ProcessOrdersRequest.Builder request = ProcessOrdersRequest.newBuilder()
                .setAction("RETURN")
                .setUserId(call.must(Flags.USER))
                .addAllOrderIds(call.list(Flags.ORDERS));
        call.text(Flags.REASON, request::setReason);
        call.on(Flags.ATOMIC, request::setAtomic);
        process(call, request);
    }

    private static void process(Call call, ProcessOrdersRequest.Builder request) {
        ProcessOrdersReply reply = call.send(PvzServiceGrpc.getProcessOrdersMethod(), request.build());
        List<String> lines = new ArrayList<>();
        reply.getProcessedList().forEach(item -> lines.add("PROCESSED: " + item.getOrderId()));
        for (ItemError error : reply.getErrorsList()) {
            lines.add("ERROR " + error.getOrderId() + ": " + error.getCode());
        }
        call.tell(Answer.items(reply, lines, reply.getErrorsCount() > 0));
    }

    /** The codes are checked one by one; each with its order when there are as many codes as orders. */
    private static List<String> verified(Call call) {
        List<String> codes = call.list(CODES);
        List<String> orders = call.list(Flags.ORDERS);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            VerifyPickupRequest.Builder request =
                    VerifyPickupRequest.newBuilder().setCode(codes.get(i));
            if (codes.size() == orders.size()) {
                request.setOrderId(orders.get(i));
            }
            call.pvz(request::setPvzId);
            ids.add(call.client()
                    .call(PvzServiceGrpc.getVerifyPickupMethod(), request.build(), "-code" + i)
                    .getVerificationId());
        }
        return ids;
    }

    private static void refuse(Call call) {
        RefuseOrderRequest.Builder request = RefuseOrderRequest.newBuilder().setOrderId(call.must(Flags.ORDER));
        call.text(Flags.REASON, request::setReason);
        Parcel parcel = call.send(PvzServiceGrpc.getRefuseOrderMethod(), request.build())
                .getOrder();
        call.tell(Shown.parcel(parcel, "ORDER_REFUSED: " + Shown.id(parcel)));
    }

    private static void verify(Call call) {
        VerifyPickupRequest.Builder request = VerifyPickupRequest.newBuilder();
        call.text(CODE, request::setCode);
        call.text(QR, request::setQr);
        call.text(Flags.ORDER, request::setOrderId);
        call.pvz(request::setPvzId);
        VerifyPickupReply reply = call.send(PvzServiceGrpc.getVerifyPickupMethod(), request.build());
        call.tell(Answer.of(
                reply,
                "VERIFIED: " + reply.getOrderId() + " " + reply.getVerificationId() + " " + reply.getValidUntil()));
    }
}
