package by.belparcel.pvzcli.command;

import by.belparcel.pvz.v1.AcceptBatchReply;
import by.belparcel.pvz.v1.AcceptBatchRequest;
import by.belparcel.pvz.v1.AcceptOrderRequest;
import by.belparcel.pvz.v1.AcceptedParcel;
import by.belparcel.pvz.v1.FoundParcel;
import by.belparcel.pvz.v1.ImportOrdersReply;
import by.belparcel.pvz.v1.ImportOrdersRequest;
import by.belparcel.pvz.v1.Parcel;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvzcli.output.Answer;
import by.belparcel.pvzcli.syntax.Flag;
import java.util.ArrayList;
import java.util.List;

/** Parcels come in: one from a courier, a batch, a file. */
final class ReceivingCommands {

    private static final Flag WEIGHT = Flag.text("--weight");
    private static final Flag PRICE = Flag.text("--price");
    private static final Flag BATCH = Flag.text("--batch-id");
    private static final Flag ACCEPTED = Flag.list("--accepted");
    private static final Flag MISSING = Flag.list("--missing");
    private static final Flag EXTRA = Flag.list("--extra");
    private static final Flag DAMAGED = Flag.list("--damaged");

    private ReceivingCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "accept",
                        ReceivingCommands::accept,
                        Flags.ORDER.must(),
                        Flags.USER,
                        Flags.STORAGE_UNTIL,
                        Flags.PACKAGE,
                        WEIGHT,
                        PRICE,
                        Flags.CELL),
                Command.of(
                        "receive",
                        ReceivingCommands::receive,
                        BATCH.must(),
                        ACCEPTED,
                        MISSING,
                        EXTRA,
                        DAMAGED,
                        Flags.PACKAGE,
                        Flags.STORAGE_UNTIL),
                Command.of("import", ReceivingCommands::importFile, Flags.FILE.must()));
    }

    private static void accept(Call call) {
        AcceptOrderRequest.Builder request = AcceptOrderRequest.newBuilder();
        call.text(Flags.ORDER, request::setOrderId);
        call.text(Flags.USER, request::setUserId);
        call.text(Flags.STORAGE_UNTIL, request::setStorageUntil);
        call.text(Flags.PACKAGE, request::setPackage);
        call.text(WEIGHT, request::setWeight);
        call.text(PRICE, request::setPrice);
        call.text(Flags.CELL, request::setCell);
        call.pvz(request::setPvzId);
        Parcel parcel = call.send(PvzServiceGrpc.getAcceptOrderMethod(), request.build())
                .getOrder();
        call.tell(Shown.parcel(
                parcel,
                "ORDER_ACCEPTED: " + Shown.id(parcel),
                "PACKAGE: " + parcel.getPackage(),
                "TOTAL_PRICE: " + Shown.money(parcel.getTotalPrice())));
    }

    private static void receive(Call call) {
        AcceptBatchRequest.Builder request = AcceptBatchRequest.newBuilder()
                .setBatchId(call.must(BATCH))
                .addAllMissing(found(call, MISSING))
                .addAllExtra(found(call, EXTRA))
                .addAllDamaged(found(call, DAMAGED));
        for (String id : call.list(ACCEPTED)) {
            AcceptedParcel.Builder parcel = request.addAcceptedBuilder().setOrderId(id);
            call.text(Flags.PACKAGE, parcel::setPackage);
            call.text(Flags.STORAGE_UNTIL, parcel::setStorageUntil);
        }
        AcceptBatchReply reply = call.send(PvzServiceGrpc.getAcceptBatchMethod(), request.build());
        List<String> lines = new ArrayList<>();
        lines.add("BATCH_RECEIVED: " + reply.getBatchId() + " " + reply.getState());
        reply.getAcceptedList()
                .forEach(parcel -> lines.add(
                        "ACCEPTED: " + Shown.id(parcel) + " " + (parcel.hasCell() ? parcel.getCell() : Shown.NOTHING)));
        reply.getMissingList().forEach(parcel -> lines.add("MISSING: " + id(parcel)));
        reply.getExtraList().forEach(parcel -> lines.add("EXTRA: " + id(parcel)));
        reply.getDamagedList().forEach(parcel -> lines.add("DAMAGED: " + id(parcel)));
        call.tell(Answer.of(reply, lines));
    }

    private static void importFile(Call call) {
        ImportOrdersRequest.Builder request = ImportOrdersRequest.newBuilder();
        request.addAllOrders(ImportFile.read(call.must(Flags.FILE), call.texts()));
        call.pvz(request::setPvzId);
        ImportOrdersReply reply = call.send(PvzServiceGrpc.getImportOrdersMethod(), request.build());
        List<String> lines = new ArrayList<>();
        lines.add("IMPORTED: " + reply.getImported());
        reply.getErrorsList()
                .forEach(wrong ->
                        lines.add("ERROR row " + wrong.getRow() + (wrong.hasOrderId() ? " " + wrong.getOrderId() : "")
                                + ": " + wrong.getCode() + ": " + wrong.getMessage()));
        call.tell(Answer.items(reply, lines, reply.getErrorsCount() > 0));
    }

    private static List<FoundParcel> found(Call call, Flag flag) {
        return call.list(flag).stream()
                .map(id -> FoundParcel.newBuilder().setOrderId(id).build())
                .toList();
    }

    private static String id(FoundParcel parcel) {
        return parcel.hasParcelNo() ? parcel.getOrderId() + "/" + parcel.getParcelNo() : parcel.getOrderId();
    }
}
