package by.belparcel.eventing.envelope;

/** What reading a message gave: an event, or why it is none. */
public sealed interface DecodedEvent {

    record Valid(EventEnvelope envelope) implements DecodedEvent {}

    /**
     * @param failure decides the HTTP status
     * @param code stable, UPPER_SNAKE
     * @param detail a sentence for people that repeats no payload
     */
    record Invalid(Failure failure, String code, String detail) implements DecodedEvent {

        static Invalid malformed(String detail) {
            return new Invalid(Failure.MALFORMED, "SCHEMA", detail);
        }
    }

    /** The class of failure; none of them is worth a retry. */
    enum Failure {
        /** Breaks CloudEvents 1.0. */
        MALFORMED(400),
        /** More data than an event may carry. */
        TOO_LARGE(413),
        /** A batch or a format that we do not read. */
        UNSUPPORTED(415);

        private final int status;

        Failure(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
