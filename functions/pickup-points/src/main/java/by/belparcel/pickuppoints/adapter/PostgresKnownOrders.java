package by.belparcel.pickuppoints.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.application.KnownOrder;
import by.belparcel.pickuppoints.application.KnownOrders;
import by.belparcel.pickuppoints.model.Checks;
import by.belparcel.pickuppoints.model.ParcelName;
import io.r2dbc.spi.Readable;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads {@code pickup_points.announced}. */
public final class PostgresKnownOrders implements KnownOrders {

    /** One row per parcel, for {@link #parcel}; continue with a condition on {@code a} and {@code line}. */
    static final String COLUMNS = """
            select a.order_id::text as order_id, a.number, a.pvz_id::text as pvz_id, a.client_ref, a.payment_method,
                   coalesce(a.price_kopecks, 1) as price_kopecks, a.packaging, a.age_check, a.id_check, a.partial_issue,
                   a.cancelled, line.no, line.weight_g, jsonb_array_length(a.parcels) as total
            from pickup_points.announced a
            cross join lateral jsonb_to_recordset(a.parcels) as line (no integer, weight_g integer)
            """;

    private static final String FIND = COLUMNS + """
            where a.order_id = any ($1::text[]::uuid[]) or a.number = any ($2::text[])
            order by line.no
            """;

    private record Line(AnnouncedParcel parcel, boolean cancelled) {}

    @Override
    public Mono<KnownOrder> find(Transaction tx, ParcelName name) {
        return tx.all(
                        FIND,
                        row -> new Line(parcel(row), ParcelRows.flag(row, "cancelled")),
                        PostgresParcels.values(List.of(name), ParcelName.Kind.UUID),
                        PostgresParcels.values(List.of(name), ParcelName.Kind.ORDER_NUMBER))
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new KnownOrder(
                        lines.stream().map(Line::parcel).toList(),
                        lines.getFirst().cancelled()));
    }

    static AnnouncedParcel parcel(Readable row) {
        String payment = row.get("payment_method", String.class);
        return new AnnouncedParcel(
                ParcelRows.text(row, "order_id"),
                ParcelRows.text(row, "number"),
                ParcelRows.text(row, "pvz_id"),
                row.get("client_ref", String.class),
                payment == null ? null : PaymentMethod.valueOf(payment),
                Money.byn(ParcelRows.number(row, "price_kopecks")),
                ParcelRows.integer(row, "no"),
                ParcelRows.integer(row, "total"),
                ParcelRows.integer(row, "weight_g"),
                Packaging.valueOf(ParcelRows.text(row, "packaging")),
                new Checks(
                        ParcelRows.flag(row, "age_check"),
                        ParcelRows.flag(row, "id_check"),
                        ParcelRows.flag(row, "partial_issue")));
    }
}
