package by.belparcel.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in E.164 form; Belarusian numbers have exactly nine digits after +375. Its text form is masked. */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final int BELARUS_LENGTH = "+375".length() + 9;

    public static Optional<PhoneNumber> parse(String text) {
        boolean valid = E164.matcher(text).matches() && (!text.startsWith("+375") || text.length() == BELARUS_LENGTH);
        return valid ? Optional.of(new PhoneNumber(text)) : Optional.empty();
    }

    public String last4() {
        return e164.substring(e164.length() - 4);
    }

    /** {@code +375 ** ***-**-42}. */
    public String masked() {
        return e164.substring(0, Math.min(4, e164.length() - 4)) + " ** ***-**-" + e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
