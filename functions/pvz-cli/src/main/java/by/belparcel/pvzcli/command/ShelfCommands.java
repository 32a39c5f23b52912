package by.belparcel.pvzcli.command;

import by.belparcel.pvz.v1.ExtendStorageRequest;
import by.belparcel.pvz.v1.MoveCellRequest;
import by.belparcel.pvz.v1.Parcel;
import by.belparcel.pvz.v1.PvzServiceGrpc;
import by.belparcel.pvz.v1.ReturnOrderToCourierRequest;
import by.belparcel.pvzcli.syntax.Flag;
import java.util.List;

/** Parcels on the shelf: longer, elsewhere, or away with the courier. */
final class ShelfCommands {

    private static final Flag COURIER = Flag.text("--courier-ref");
    private static final Flag DAYS = Flag.number("--days");

    private ShelfCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of("return-courier", ShelfCommands::returnToCourier, Flags.ORDER.must(), COURIER),
                Command.of("extend", ShelfCommands::extend, Flags.ORDER.must(), DAYS.must()),
                Command.of("move", ShelfCommands::move, Flags.ORDER.must(), Flags.CELL.must()));
    }

    private static void returnToCourier(Call call) {
        ReturnOrderToCourierRequest.Builder request =
                ReturnOrderToCourierRequest.newBuilder().setOrderId(call.must(Flags.ORDER));
        call.text(COURIER, request::setCourierRef);
        Parcel parcel = call.send(PvzServiceGrpc.getReturnOrderToCourierMethod(), request.build())
                .getOrder();
        call.tell(Shown.parcel(parcel, "ORDER_RETURNED: " + Shown.id(parcel)));
    }

    private static void extend(Call call) {
        ExtendStorageRequest.Builder request = ExtendStorageRequest.newBuilder().setOrderId(call.must(Flags.ORDER));
        call.number(DAYS, request::setDays);
        Parcel parcel = call.send(PvzServiceGrpc.getExtendStorageMethod(), request.build())
                .getOrder();
        call.tell(Shown.parcel(parcel, "STORAGE_EXTENDED: " + Shown.id(parcel) + " " + parcel.getStorageUntil()));
    }

    private static void move(Call call) {
        MoveCellRequest.Builder request = MoveCellRequest.newBuilder().setOrderId(call.must(Flags.ORDER));
        call.text(Flags.CELL, request::setCell);
        Parcel parcel =
                call.send(PvzServiceGrpc.getMoveCellMethod(), request.build()).getOrder();
        call.tell(Shown.parcel(parcel, "ORDER_MOVED: " + Shown.id(parcel) + " " + parcel.getCell()));
    }
}
