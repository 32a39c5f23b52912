package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.pickuppoints.application.Fields;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatch.AcceptedLine;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatch.FoundLine;
import by.belparcel.pickuppoints.model.CellPlan;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the body of {@code POST /pvz/v1/batches/{id}:receive}. */
public final class ReceiveBatchReader implements CommandReader<ReceiveBatch> {

    private static final int MOST = 1_000;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_ATTACHMENTS = 20;
    private static final int LONGEST_PACKAGE = 40;
    private static final int MOST_PARCELS = 999;
    private static final ParcelName NOTHING = new ParcelName("", ParcelName.Kind.ALIAS, "0", null);

    @Override
    public ReceiveBatch read(Input body, RequestParameters parameters) {
        List<AcceptedLine> accepted = accepted(body);
        return new ReceiveBatch(
                accepted, found(body, "missing", true), found(body, "extra", false), found(body, "damaged", true));
    }

    private static List<AcceptedLine> accepted(Input body) {
        AtomicInteger index = new AtomicInteger();
        return body.list(
                "accepted",
                0,
                MOST,
                line -> new AcceptedLine(
                        pointer("accepted", index),
                        name(line, true).orElse(NOTHING),
                        line.optionalText("package", 0, LONGEST_PACKAGE).orElse(null),
                        line.optionalMatching("cell", CellPlan.CODE, "CELL", "must have the form A-01-3")
                                .orElse(null),
                        Fields.time(line, "storage_until").orElse(null)));
    }

    private static List<FoundLine> found(Input body, String list, boolean named) {
        AtomicInteger index = new AtomicInteger();
        return body.list(
                list,
                0,
                MOST,
                line -> new FoundLine(
                        pointer(list, index),
                        name(line, named).orElse(null),
                        line.optionalText("note", 0, LONGEST_NOTE).orElse(null),
                        ids(line, "attachment_ids")));
    }

    private static List<String> ids(Input line, String list) {
        List<String> ids = line.texts(list, 0, MOST_ATTACHMENTS, 36);
        for (int i = 0; i < ids.size(); i++) {
            if (PathId.read(ids.get(i)).isEmpty()) {
                line.reject(list, "UUID", "entry " + (i + 1) + " must be a UUID", null, null);
            }
        }
        return ids;
    }

    private static String pointer(String list, AtomicInteger index) {
        return "/" + list + "/" + index.getAndIncrement() + "/order_id";
    }

    /** The number of the parcel may stand beside its order. */
    private static Optional<ParcelName> name(Input line, boolean required) {
        Optional<ParcelName> name = Fields.parcel(line, "order_id");
        if (required && !line.has("order_id")) {
            line.reject("order_id", "REQUIRED", "is required", null, null);
        }
        Optional<Integer> no =
                line.optionalInteger("parcel_no", 1, MOST_PARCELS).map(Math::toIntExact);
        return name.map(known -> known.parcelNo() == null && no.isPresent() ? numbered(known, no.get()) : known);
    }

    private static ParcelName numbered(ParcelName name, int no) {
        return new ParcelName(name.given(), name.kind(), name.value(), no);
    }
}
