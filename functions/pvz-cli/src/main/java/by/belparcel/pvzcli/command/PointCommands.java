package by.belparcel.pvzcli.command;

import by.belparcel.pvz.v1.CapacityReply;
import by.belparcel.pvz.v1.ListPvzRequest;
import by.belparcel.pvz.v1.PointRequest;
import by.belparcel.pvz.v1.PvzPage;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvz.v1.ReconcileReply;
import by.belparcel.pvz.v1.ReconcileRequest;
import by.belparcel.pvzcli.output.Answer;
import by.belparcel.pvzcli.syntax.Flag;
import java.util.ArrayList;
import java.util.List;

/** The points themselves. */
final class PointCommands {

    private static final Flag SCANNED = Flag.list("--scanned");
    private static final Flag QUERY = Flag.text("--q");
    private static final Flag STATUS = Flag.text("--status");

    private PointCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of("capacity", PointCommands::capacity),
                Command.of("reconcile", PointCommands::reconcile, SCANNED.must()),
                Command.of("points", PointCommands::points, QUERY, STATUS, Flags.PAGE, Flags.LIMIT));
    }

    private static void capacity(Call call) {
        CapacityReply reply = call.send(
                PvzServiceGrpc.getGetCapacityMethod(),
                PointRequest.newBuilder().setPvzId(call.pvz()).build());
        call.tell(Answer.of(
                reply,
                "CAPACITY: " + reply.getPvzId() + " " + reply.getUsed() + "/" + reply.getCapacity() + " FREE: "
                        + reply.getFree() + " FILL: " + reply.getFill() + "%"));
    }

    private static void reconcile(Call call) {
        ReconcileReply reply = call.send(
                PvzServiceGrpc.getReconcileMethod(),
                ReconcileRequest.newBuilder()
                        .setPvzId(call.pvz())
                        .addAllScanned(call.list(SCANNED))
                        .build());
        List<String> lines = new ArrayList<>();
        lines.add("RECONCILED: EXPECTED: " + reply.getExpected() + " SCANNED: " + reply.getScanned());
        reply.getMissingList().forEach(parcel -> lines.add("MISSING: " + Shown.id(parcel)));
        reply.getExtraList().forEach(scan -> lines.add("EXTRA: " + scan));
        call.tell(Answer.of(reply, lines));
    }

    private static void points(Call call) {
        ListPvzRequest.Builder request = ListPvzRequest.newBuilder();
        call.text(QUERY, request::setQ);
        call.text(STATUS, request::setStatus);
        call.number(Flags.PAGE, request::setPage);
        call.number(Flags.LIMIT, request::setLimit);
        PvzPage page = call.send(PvzServiceGrpc.getListPvzMethod(), request.build());
        List<List<String>> rows = page.getItemsList().stream()
                .map(point -> List.of(
                        point.getId(),
                        point.getCode(),
                        point.getStatus(),
                        point.getStock() + "/" + point.getCapacityParcels(),
                        point.getName()))
                .toList();
        call.tell(Shown.rows(
                page, "POINT", List.of("ID", "CODE", "STATUS", "STOCK", "NAME"), rows, "TOTAL: " + page.getTotal()));
    }
}
