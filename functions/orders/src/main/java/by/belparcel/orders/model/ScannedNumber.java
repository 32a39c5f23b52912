package by.belparcel.orders.model;

import java.util.Locale;

/**
 * What a scanner or a person makes of an order number (domain README 4.1): the whole barcode {@code BP1|number|1/2}, spaces,
 * lower case, or Cyrillic look-alikes typed by a keyboard-wedge scanner under a Russian layout.
 */
public final class ScannedNumber {

    private static final String CYRILLIC = "АВЕКМНОРСТХ";
    private static final String LATIN = "ABEKMHOPCTX";
    private static final String BARCODE = "BP1|";

    private ScannedNumber() {}

    /** The bare number in the form in which it is stored. */
    public static String normalise(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.strip().toUpperCase(Locale.ROOT).toCharArray()) {
            int lookAlike = CYRILLIC.indexOf(c);
            if (!Character.isWhitespace(c)) {
                result.append(lookAlike < 0 ? c : LATIN.charAt(lookAlike));
            }
        }
        String number = result.toString();
        if (!number.startsWith(BARCODE)) {
            return number;
        }
        int end = number.indexOf('|', BARCODE.length());
        return number.substring(BARCODE.length(), end < 0 ? number.length() : end);
    }
}
