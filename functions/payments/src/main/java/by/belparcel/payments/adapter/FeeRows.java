package by.belparcel.payments.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Money;
import by.belparcel.payments.application.FeeBook;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Fees in the ledger: what the counter took is revenue of the storage. */
public final class FeeRows implements FeeBook {

    private static final String BOOK = """
            insert into payments.ledger (settlement_id, payment_id, kind, account, amount_minor, currency)
            select $1, p.id, 'STORAGE_FEE', line.account, line.amount, $4
            from payments.payments p, (values ('cash:pvz', $3::bigint), ('revenue:storage', - $3::bigint)) as line (account, amount)
            where p.order_id = $2""";

    @Override
    public Mono<Boolean> book(Transaction tx, String settlementId, String orderId, Money fee) {
        return tx.update(BOOK, UUID.fromString(settlementId), UUID.fromString(orderId), fee.amount(), fee.currency())
                .map(lines -> lines > 0);
    }
}
