package by.belparcel.routing.distance;

/** The provider did not answer, or its answer cannot be true. */
public class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderException(String message) {
        super(message);
    }

    public ProviderException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The server has trouble of its own, so that asking once more may help. */
    static final class Busy extends ProviderException {

        private static final long serialVersionUID = 1L;

        Busy(String message) {
            super(message);
        }
    }
}
