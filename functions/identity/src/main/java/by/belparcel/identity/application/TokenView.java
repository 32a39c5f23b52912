package by.belparcel.identity.application;

/** A signed-in session; times in seconds. */
public record TokenView(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn,
        UserView user) {

    /** Without the tokens: they must not reach a log. */
    @Override
    public String toString() {
        return "TokenView[" + user.id() + "]";
    }
}
