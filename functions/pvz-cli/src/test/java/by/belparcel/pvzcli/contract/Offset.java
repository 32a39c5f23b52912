package by.belparcel.pvzcli.contract;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments of a case: {@code +7d}, {@code -48h-1ms}, {@code +0ms} from the case's zero. */
final class Offset {

    private static final Pattern PART = Pattern.compile("([+-])(\\d+)(ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile("(?:[+-]\\d+(?:ms|s|m|h|d))+");

    private Offset() {}

    static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }

    static Duration of(String text) {
        Duration sum = Duration.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            long amount = Long.parseLong(parts.group(1) + parts.group(2));
            sum = sum.plus(
                    switch (parts.group(3)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        return sum;
    }
}
