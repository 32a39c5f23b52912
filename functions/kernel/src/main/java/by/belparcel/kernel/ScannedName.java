package by.belparcel.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person, a program or a scanner means at the counter (domain README 4.1): a positive number, the UUID of a parcel or an
 * order, the number of an order, the last two with {@code /n} for one parcel of several, or the whole barcode
 * {@code BP1|number|n/m}. In a path, where a slash separates, {@code ~n} stands for {@code /n}. Spaces, lower case and Cyrillic
 * look-alikes of a keyboard-wedge scanner do not matter.
 *
 * @param value the number in decimal, the UUID in lower case or the order's number
 * @param parcelNo which parcel of the order, where it is said
 */
public record ScannedName(Kind kind, String value, @Nullable Integer parcelNo) {

    /** What {@code value} is. */
    public enum Kind {
        ALIAS,
        UUID,
        ORDER_NUMBER
    }

    /** Longer texts are no names. */
    public static final int LONGEST = 80;

    private static final String CYRILLIC = "АВЕКМНОРСТХ";
    private static final String LATIN = "ABEKMHOPCTX";
    private static final Pattern POSITIVE = Pattern.compile("0*([1-9][0-9]{0,18})");
    private static final Pattern ID =
            Pattern.compile("([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12})(?:[/~]([1-9][0-9]{0,2}))?");
    private static final Pattern NUMBER = Pattern.compile("(BP-[0-9]{6}-[0-9]{6,12}-[0-9])(?:[/~]([1-9][0-9]{0,2}))?");
    private static final Pattern BARCODE =
            Pattern.compile("BP1\\|(BP-[0-9]{6}-[0-9]{6,12}-[0-9]|[0-9]{1,19})\\|([1-9][0-9]{0,2})/[1-9][0-9]{0,2}");

    /** Empty when it is none of these forms. */
    public static Optional<ScannedName> read(String given) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String text = normalised(given);
        Matcher barcode = BARCODE.matcher(text);
        if (barcode.matches()) {
            String number = barcode.group(1);
            return number.startsWith("BP-")
                    ? Optional.of(new ScannedName(Kind.ORDER_NUMBER, number, Integer.valueOf(barcode.group(2))))
                    : alias(number);
        }
        return alias(text)
                .or(() -> numbered(Kind.UUID, ID.matcher(text)))
                .or(() -> numbered(Kind.ORDER_NUMBER, NUMBER.matcher(text)));
    }

    /** A positive 64-bit number without leading zeros. */
    public static Optional<String> positive(String text) {
        Matcher number = POSITIVE.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        String digits = number.group(1);
        String most = Long.toString(Long.MAX_VALUE);
        return Optional.of(digits).filter(d -> d.length() < most.length() || d.compareTo(most) <= 0);
    }

    private static Optional<ScannedName> alias(String text) {
        return positive(text).map(digits -> new ScannedName(Kind.ALIAS, digits, null));
    }

    private static Optional<ScannedName> numbered(Kind kind, Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        String value = kind == Kind.UUID ? form.group(1).toLowerCase(Locale.ROOT) : form.group(1);
        String no = form.group(2);
        return Optional.of(new ScannedName(kind, value, no == null ? null : Integer.valueOf(no)));
    }

    private static String normalised(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int lookAlike = CYRILLIC.indexOf(c);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                result.append(lookAlike < 0 ? c : LATIN.charAt(lookAlike));
            }
        }
        return result.toString();
    }
}
