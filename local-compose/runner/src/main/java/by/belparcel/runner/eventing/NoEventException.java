package by.belparcel.runner.eventing;

/** Bytes that are no CloudEvent. */
final class NoEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoEventException(String why) {
        super(why, null, false, false);
    }
}
