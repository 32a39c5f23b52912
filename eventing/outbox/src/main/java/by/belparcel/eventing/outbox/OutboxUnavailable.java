package by.belparcel.eventing.outbox;

/** Kafka as a whole did not take the records: the transaction is rolled back and every row keeps waiting. */
public final class OutboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxUnavailable(Throwable cause) {
        super("Kafka did not take the events: " + cause.getMessage(), cause);
    }
}
