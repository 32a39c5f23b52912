package by.belparcel.routing.distance;

/** There is no way through these places; asking again or elsewhere does not help. */
public final class NoRouteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRouteException(String message) {
        super(message);
    }
}
