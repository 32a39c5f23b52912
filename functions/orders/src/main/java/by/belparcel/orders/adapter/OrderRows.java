package by.belparcel.orders.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.orders.application.OrderPrice;
import by.belparcel.orders.application.OrderRecord;
import by.belparcel.orders.application.PaymentFact;
import by.belparcel.orders.application.SealedContact;
import by.belparcel.orders.model.Language;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.OrderProgress;
import by.belparcel.orders.model.Parcel;
import by.belparcel.orders.model.ParcelAtPvz;
import by.belparcel.orders.model.ParcelsAtPvz;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Maps rows of {@code orders.orders} joined with {@code orders.payments}. */
final class OrderRows {

    static final TypeReference<List<OrderPrice.Line>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<Parcel>> PARCELS = new TypeReference<>() {};

    private static final TypeReference<List<ParcelAtPvz>> AT_PVZ = new TypeReference<>() {};

    private OrderRows() {}

    static OrderRecord order(Readable row) {
        return new OrderRecord(
                text(row, "id"),
                text(row, "number"),
                text(row, "shop_id"),
                text(row, "shop_order_ref"),
                text(row, "warehouse_id"),
                text(row, "pvz_id"),
                new OrderProgress(
                        OrderState.valueOf(text(row, "state")),
                        number(row, "version"),
                        row.get("payment_id", String.class),
                        row.get("pickup_ticket_id", String.class)),
                Boolean.TRUE.equals(row.get("on_hold", Boolean.class)),
                row.get("cancel_reason", String.class),
                row.get("hub_id", String.class),
                PaymentMethod.valueOf(text(row, "payment_method")),
                money(row.get("goods_amount", Long.class)),
                new OrderPrice(
                        Money.byn(number(row, "price")),
                        text(row, "ruleset_version"),
                        Json.mapper().readValue(text(row, "price_lines"), LINES),
                        text(row, "price_facts")),
                row.get("quote_id", String.class),
                Json.mapper().readValue(text(row, "options"), Options.class),
                Json.mapper().readValue(text(row, "parcels"), PARCELS),
                atPvz(row.get("at_pvz", String.class)),
                Language.valueOf(text(row, "locale")),
                row.get("desired_date", LocalDate.class),
                time(row, "promised_at"),
                contact(row),
                payment(row),
                text(row, "correlation_id"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }

    private static @Nullable Money money(@Nullable Long kopecks) {
        return kopecks == null ? null : Money.byn(kopecks);
    }

    private static ParcelsAtPvz atPvz(@Nullable String json) {
        return json == null ? ParcelsAtPvz.NONE : new ParcelsAtPvz(Json.mapper().readValue(json, AT_PVZ));
    }

    private static @Nullable SealedContact contact(Readable row) {
        byte[] key = row.get("contact_key", byte[].class);
        byte[] data = row.get("contact", byte[].class);
        byte[] index = row.get("phone_index", byte[].class);
        String last4 = row.get("phone_last4", String.class);
        return key == null || data == null || index == null || last4 == null
                ? null
                : new SealedContact(key, data, index, last4);
    }

    private static @Nullable PaymentFact payment(Readable row) {
        String id = row.get("fact_payment_id", String.class);
        return id == null
                ? null
                : new PaymentFact(
                        text(row, "id"),
                        id,
                        PaymentFact.State.valueOf(text(row, "fact_state")),
                        row.get("fact_code", String.class),
                        number(row, "fact_sequence"),
                        time(row, "fact_at"));
    }
}
