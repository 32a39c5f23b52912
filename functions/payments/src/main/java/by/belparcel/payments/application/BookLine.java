package by.belparcel.payments.application;

import java.time.Instant;

/**
 * One settled movement of money in somebody's book.
 *
 * @param settlementId payment id of a capture, refund id of a refund
 * @param kind CAPTURE or REFUND
 * @param amount kopecks, positive
 */
public record BookLine(String settlementId, String kind, long amount, Instant at) {}
