package by.belparcel.pvzcli.remote;

/** No answer came, or none that could be understood; whether a command had its effect is not known. */
public final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public UnreachableException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
