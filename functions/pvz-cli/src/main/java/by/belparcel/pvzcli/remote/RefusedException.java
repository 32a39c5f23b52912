package by.belparcel.pvzcli.remote;

import java.util.List;

/** The pick-up point said no. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> fields;

    /** @param fields what was wrong with which field, may be empty */
    public RefusedException(String code, String message, List<String> fields) {
        super(message, null, false, false);
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    public String code() {
        return code;
    }

    public List<String> fields() {
        return fields;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
