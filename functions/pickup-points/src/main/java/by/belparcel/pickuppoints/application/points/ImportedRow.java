package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelKey;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way in: the parcel that it is about, or why it is not imported.
 *
 * @param parcel as far as it has got
 */
record ImportedRow(
        ImportOrders.Row row,
        @Nullable Parcel parcel,
        @Nullable Rejection refusal) {

    static ImportedRow refused(ImportOrders.Row row, Rejection why) {
        return new ImportedRow(row, null, why);
    }

    static ImportedRow of(ImportOrders.Row row, Outcome<Parcel> found) {
        if (found instanceof Outcome.Refused<Parcel> refused) {
            return refused(row, refused.rejection());
        }
        return new ImportedRow(row, ((Outcome.Success<Parcel>) found).body(), null);
    }

    /** Tells it from every other parcel of the import. */
    String identity() {
        if (parcel == null) {
            return "row " + row.no();
        }
        ParcelKey key = parcel.key();
        return key.externalRef() == null ? key.orderId() + "/" + key.parcelNo() : "#" + key.externalRef();
    }

    ImportReply.RowError error() {
        Rejection why = refusal == null ? Rejection.rule("NOT_IMPORTED", "The row was not imported.") : refusal;
        if (why.errors().isEmpty()) {
            return new ImportReply.RowError(row.no(), row.given(), why.code(), why.detail());
        }
        FieldError first = why.errors().getFirst();
        String message =
                first.pointer().isEmpty() ? first.detail() : first.pointer().substring(1) + " " + first.detail();
        return new ImportReply.RowError(row.no(), row.given(), why.code(), message);
    }
}
