package by.belparcel.payments.model;

/**
 * One line of the ledger.
 *
 * @param settlementId capture: the payment id; refund: the refund id. The lines of one settlement sum to zero
 * @param kind CAPTURE or REFUND
 * @param amountMinor kopecks, positive = debit, negative = credit
 */
public record Posting(String settlementId, String kind, String account, long amountMinor, String currency) {}
