package by.belparcel.pvzcli.command;

import by.belparcel.pvz.v1.HistoryEntry;
import by.belparcel.pvz.v1.HistoryPage;
import by.belparcel.pvz.v1.ListOrdersRequest;
import by.belparcel.pvz.v1.LockedPage;
import by.belparcel.pvz.v1.OrderRequest;
import by.belparcel.pvz.v1.PageRequest;
import by.belparcel.pvz.v1.Parcel;
import by.belparcel.pvz.v1.ParcelPage;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvz.v1.ScrollOrdersReply;
import by.belparcel.pvz.v1.ScrollOrdersRequest;
import by.belparcel.pvzcli.syntax.Flag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is there and what happened. */
final class ListCommands {

    private static final Flag IN_PVZ = Flag.toggle("--in-pvz");
    private static final Flag LAST = Flag.number("--last");

    private ListCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "list-orders", ListCommands::orders, Flags.USER.must(), IN_PVZ, LAST, Flags.PAGE, Flags.LIMIT),
                Command.of("scroll-orders", ListCommands::scroll, Flags.USER.must(), Flags.LIMIT),
                Command.of("list-returns", ListCommands::returns, Flags.PAGE, Flags.LIMIT),
                Command.of("history", ListCommands::history, Flags.ORDER, Flags.PAGE, Flags.LIMIT),
                Command.of("overdue", ListCommands::overdue, Flags.PAGE, Flags.LIMIT),
                Command.of("locked", ListCommands::locked, Flags.PAGE, Flags.LIMIT));
    }

    private static void orders(Call call) {
        ListOrdersRequest.Builder request = ListOrdersRequest.newBuilder().setUserId(call.must(Flags.USER));
        call.on(IN_PVZ, request::setInPvz);
        call.number(LAST, request::setLast);
        call.number(Flags.PAGE, request::setPage);
        call.number(Flags.LIMIT, request::setLimit);
        ParcelPage page = call.send(PvzServiceGrpc.getListOrdersMethod(), request.build());
        call.tell(Shown.parcels(page, "ORDER", page.getItemsList(), "TOTAL: " + page.getTotal()));
    }

    /** Page after page for as long as the person wants more; a script gets the first one. */
    private static void scroll(Call call) {
        ScrollOrdersRequest.Builder request = ScrollOrdersRequest.newBuilder()
                .setUserId(call.must(Flags.USER))
                .setLastId("0");
        call.number(Flags.LIMIT, request::setLimit);
        boolean more = true;
        while (more) {
            ScrollOrdersReply reply = call.send(PvzServiceGrpc.getScrollOrdersMethod(), request.build());
            if (reply.hasNextLastId()) {
                call.tell(Shown.parcels(reply, "ORDER", reply.getItemsList(), "NEXT: " + reply.getNextLastId()));
                request.setLastId(reply.getNextLastId());
            } else {
                call.tell(Shown.parcels(reply, "ORDER", reply.getItemsList()));
            }
            more = reply.hasNextLastId() && wantsMore(call);
        }
    }

    private static boolean wantsMore(Call call) {
        Optional<String> word = call.teller().ask(call.texts().of("scroll.prompt"));
        while (word.isPresent()) {
            switch (word.get().strip().toLowerCase(Locale.ROOT)) {
                case "", "next" -> {
                    return true;
                }
                case "exit" -> {
                    return false;
                }
                default -> word = call.teller().ask(call.texts().of("scroll.prompt"));
            }
        }
        return false;
    }

    private static void returns(Call call) {
        ParcelPage page = call.send(PvzServiceGrpc.getListReturnsMethod(), page(call));
        List<List<String>> rows = page.getItemsList().stream()
                .map(parcel -> List.of(
                        Shown.id(parcel),
                        parcel.hasUserId() ? parcel.getUserId() : Shown.NOTHING,
                        parcel.getState(),
                        Shown.time(parcel.hasReturnedAt(), parcel.getReturnedAt())))
                .toList();
        call.tell(Shown.rows(
                page,
                "RETURN",
                List.of("ID", "CLIENT", "STATE", "RETURNED_AT"),
                rows,
                "PAGE: " + page.getPage() + " LIMIT: " + page.getLimit()));
    }

    private static void history(Call call) {
        Optional<String> order = call.arguments().text(Flags.ORDER);
        HistoryPage page = order.isPresent()
                ? call.send(PvzServiceGrpc.getGetOrderHistoryMethod(), pageOf(order.get(), call))
                : call.send(PvzServiceGrpc.getGetHistoryMethod(), page(call));
        List<List<String>> rows =
                page.getItemsList().stream().map(ListCommands::words).toList();
        call.tell(Shown.rows(page, "HISTORY", List.of("ID", "STATE", "AT"), rows));
    }

    private static List<String> words(HistoryEntry entry) {
        return List.of(entry.getOrderId(), entry.getState(), entry.getAt());
    }

    private static void overdue(Call call) {
        ParcelPage page = call.send(PvzServiceGrpc.getListOverdueMethod(), page(call));
        List<Parcel> parcels = page.getItemsList();
        call.tell(Shown.parcels(page, "OVERDUE", parcels, "TOTAL: " + page.getTotal()));
    }

    private static void locked(Call call) {
        LockedPage page = call.send(PvzServiceGrpc.getListLockedMethod(), page(call));
        List<List<String>> rows = page.getItemsList().stream()
                .map(ticket -> List.of(ticket.getTicketId(), ticket.getOrderId(), ticket.getLockedUntil()))
                .toList();
        call.tell(Shown.rows(page, "LOCKED", List.of("TICKET", "ORDER", "UNTIL"), rows, "TOTAL: " + page.getTotal()));
    }

    private static OrderRequest pageOf(String order, Call call) {
        OrderRequest.Builder request = OrderRequest.newBuilder().setOrderId(order);
        call.number(Flags.PAGE, request::setPage);
        call.number(Flags.LIMIT, request::setLimit);
        return request.build();
    }

    private static PageRequest page(Call call) {
        PageRequest.Builder request = PageRequest.newBuilder();
        call.number(Flags.PAGE, request::setPage);
        call.number(Flags.LIMIT, request::setLimit);
        call.pvz(request::setPvzId);
        return request.build();
    }
}
