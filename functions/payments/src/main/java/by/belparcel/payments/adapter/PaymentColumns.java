package by.belparcel.payments.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.model.Comeback;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.PaymentState;
import by.belparcel.payments.model.PaymentTerms;
import by.belparcel.payments.model.Refund;
import by.belparcel.payments.model.Wish;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/** Reads a payment with its refunds from one row. */
final class PaymentColumns {

    static final String SELECT = """
            select p.id, p.order_id, p.shop_id, p.method, p.provider, p.fee, p.goods, p.state, p.captured, p.refunded,
                p.to_capture, p.provider_ref, p.decline_code, p.auth_expires_at, p.auth_number, p.wishes, p.tries, p.retry_at,
                p.requested_at, p.version, p.comebacks::text as comebacks,
                (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'amount',
                        jsonb_build_object('amount', r.amount, 'currency', 'BYN'), 'reason', r.reason, 'state', r.state,
                        'attempts', r.attempts, 'requested_at', r.requested_at, 'next_try_at', r.next_try_at,
                        'settled_at', r.settled_at) order by r.requested_at, r.id), '[]')::text
                 from payments.refunds r where r.payment_id = p.id) as refunds
            from payments.payments p""";

    private static final TypeReference<List<Refund>> REFUNDS = new TypeReference<>() {};

    private static final TypeReference<List<Comeback>> COMEBACKS = new TypeReference<>() {};

    private PaymentColumns() {}

    static PaymentSnapshot snapshot(Readable row) {
        PaymentTerms terms = new PaymentTerms(
                must(row, "id", UUID.class).toString(),
                must(row, "order_id", UUID.class).toString(),
                must(row, "shop_id", String.class),
                PaymentMethod.valueOf(must(row, "method", String.class)),
                must(row, "provider", String.class),
                money(row, "fee"),
                money(row, "goods"),
                must(row, "requested_at", Instant.class));
        return new PaymentSnapshot(
                terms,
                PaymentState.valueOf(must(row, "state", String.class)),
                money(row, "captured"),
                money(row, "refunded"),
                money(row, "to_capture"),
                row.get("provider_ref", String.class),
                row.get("decline_code", String.class),
                row.get("auth_expires_at", Instant.class),
                must(row, "auth_number", Integer.class),
                wishes(must(row, "wishes", String.class)),
                must(row, "tries", Integer.class),
                row.get("retry_at", Instant.class),
                Json.mapper().readValue(must(row, "refunds", String.class), REFUNDS),
                Json.mapper().readValue(must(row, "comebacks", String.class), COMEBACKS),
                must(row, "version", Long.class));
    }

    static String wishes(Set<Wish> wishes) {
        return wishes.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<Wish> wishes(String text) {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        for (String name : text.split(",", -1)) {
            if (!name.isEmpty()) {
                wishes.add(Wish.valueOf(name));
            }
        }
        return wishes;
    }

    static <T> T must(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static Money money(Readable row, String column) {
        return Money.byn(must(row, column, Long.class));
    }
}
