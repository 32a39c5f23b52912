package by.belparcel.payments.model;

import by.belparcel.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/** Double entry of captures and refunds. Every list that it answers sums to zero (quality I5). */
final class Ledger {

    private static final String REVENUE = "revenue:delivery";

    private Ledger() {}

    /** Money came in: first the delivery fee is paid, the rest belongs to the shop. */
    static List<Posting> capture(PaymentTerms terms, Money amount) {
        long fee = Math.min(amount.amount(), terms.fee().amount());
        return lines(terms, terms.id(), "CAPTURE", amount.amount(), fee);
    }

    /** Money goes back: first what belongs to the shop, then the fee. */
    static List<Posting> refund(PaymentTerms terms, Refund refund, Money captured, Money refundedBefore) {
        long goodsTaken = Math.max(0, captured.amount() - terms.fee().amount());
        long goodsLeft = Math.max(0, goodsTaken - refundedBefore.amount());
        long amount = refund.amount().amount();
        long fee = amount - Math.min(amount, goodsLeft);
        return lines(terms, refund.id(), "REFUND", -amount, -fee);
    }

    private static List<Posting> lines(PaymentTerms terms, String settlement, String kind, long total, long fee) {
        if (total == 0) {
            return List.of();
        }
        String currency = terms.fee().currency();
        List<Posting> lines = new ArrayList<>();
        lines.add(new Posting(settlement, kind, payer(terms), total, currency));
        if (fee != 0) {
            lines.add(new Posting(settlement, kind, REVENUE, -fee, currency));
        }
        if (total != fee) {
            lines.add(new Posting(settlement, kind, "payable:shop:" + terms.shopId(), fee - total, currency));
        }
        return List.copyOf(lines);
    }

    private static String payer(PaymentTerms terms) {
        return switch (terms.method()) {
            case CARD_PREPAID -> "clearing:" + terms.provider();
            case PAY_ON_PICKUP -> "cash:pvz";
            case SHOP_ACCOUNT -> "receivable:shop:" + terms.shopId();
        };
    }
}
