package by.belparcel.eventing.edge.security;

/** Why a token is refused: for the log and the metric only, never for the caller. */
final class BadToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadToken(String reason) {
        super(reason, null, false, false);
    }
}
