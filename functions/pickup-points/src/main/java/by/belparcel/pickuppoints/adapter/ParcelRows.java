package by.belparcel.pickuppoints.adapter;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.model.Checks;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.Leaving;
import by.belparcel.pickuppoints.model.Origin;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelKey;
import by.belparcel.pickuppoints.model.ParcelSource;
import by.belparcel.pickuppoints.model.Storage;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;

/** Maps rows of {@code pickup_points.parcel}. */
final class ParcelRows {

    /** Columns of {@link #parcel}; continue with {@code from pickup_points.parcel p}. */
    static final String COLUMNS = """
            select p.id::text as id, p.external_ref, p.order_id::text as order_id, p.order_number, p.parcel_no, p.parcels_total,
                   p.client_id, p.pvz_id::text as pvz_id, p.state, p.version, p.packaging, p.weight_g, p.price_kopecks,
                   p.surcharge_kopecks, p.payment_method, p.age_check, p.id_check, p.partial_issue, p.cell, p.source,
                   p.batch_id::text as batch_id, p.accepted_at, p.storage_until, p.extensions, p.issued_at, p.returned_at,
                   p.return_reason, p.eta_at, p.created_at, p.updated_at
            """;

    private ParcelRows() {}

    static Parcel parcel(Readable row) {
        return new Parcel(
                text(row, "id"),
                new ParcelKey(
                        row.get("external_ref", Long.class),
                        row.get("order_id", String.class),
                        row.get("order_number", String.class),
                        row.get("parcel_no", Integer.class),
                        integer(row, "parcels_total")),
                row.get("client_id", String.class),
                text(row, "pvz_id"),
                PvzOrderState.valueOf(text(row, "state")),
                number(row, "version"),
                goods(row),
                new Checks(flag(row, "age_check"), flag(row, "id_check"), flag(row, "partial_issue")),
                new Storage(
                        row.get("cell", String.class),
                        row.get("accepted_at", Instant.class),
                        row.get("storage_until", Instant.class),
                        integer(row, "extensions")),
                new Leaving(
                        row.get("issued_at", Instant.class),
                        row.get("returned_at", Instant.class),
                        row.get("return_reason", String.class)),
                new Origin(
                        ParcelSource.valueOf(text(row, "source")),
                        row.get("batch_id", String.class),
                        row.get("eta_at", Instant.class)),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    private static Goods goods(Readable row) {
        String payment = row.get("payment_method", String.class);
        return new Goods(
                Packaging.valueOf(text(row, "packaging")),
                integer(row, "weight_g"),
                Money.byn(number(row, "price_kopecks")),
                Money.byn(number(row, "surcharge_kopecks")),
                payment == null ? null : PaymentMethod.valueOf(payment));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static int integer(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }

    static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
