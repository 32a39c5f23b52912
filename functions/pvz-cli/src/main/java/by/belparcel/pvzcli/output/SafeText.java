package by.belparcel.pvzcli.output;

import java.util.HexFormat;
import java.util.List;

/**
 * Texts from elsewhere, made harmless for a terminal: a control character could move the cursor or write the clipboard, a
 * direction mark could show another text than there is. Secrets of this call are blanked.
 */
public final class SafeText {

    private static final HexFormat HEX = HexFormat.of();
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST = 2000;

    private final List<String> secrets;

    public SafeText(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** One line of visible characters. */
    public String of(String text) {
        String blanked = text;
        for (String secret : secrets) {
            blanked = blanked.replace(secret, "***");
        }
        return visible(blanked);
    }

    /** One line that is not too long to be read. */
    static String visible(String text) {
        return escaped(
                text.codePointCount(0, text.length()) <= LONGEST
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
    }

    /** Every character that is not simply shown becomes its escape, as JSON writes it. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isShown(point)) {
                safe.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    safe.append("\\u").append(HEX.toHexDigits(unit));
                }
            }
        });
        return safe.toString();
    }

    private static boolean isShown(int point) {
        if (point >= ' ' && point < 0x7f) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
