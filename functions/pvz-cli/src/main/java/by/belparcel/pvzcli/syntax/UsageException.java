package by.belparcel.pvzcli.syntax;

/** The command line was not understood; nothing was sent. The message is in the user's language and holds no value. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message, null, false, false);
    }
}
