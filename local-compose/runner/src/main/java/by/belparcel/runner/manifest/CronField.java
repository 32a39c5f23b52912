package by.belparcel.runner.manifest;

import java.util.List;
import java.util.Locale;

/** One cron field as a set of bits; {@code star} tells that it was written as {@code *} or {@code ?} without a step. */
record CronField(long bits, boolean star) {

    static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    static CronField parse(String text, int least, int most, List<String> names) {
        long bits = 0;
        boolean star = false;
        for (String part : text.split(",", -1)) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            int step = slash < 0 ? 1 : number(part.substring(slash + 1), List.of());
            if (step == 0) {
                throw new IllegalArgumentException("a step of 0 in " + text);
            }
            int dash = range.indexOf('-');
            boolean all = range.equals("*") || range.equals("?");
            int from = all ? least : number(dash < 0 ? range : range.substring(0, dash), names);
            int to =
                    all || (dash < 0 && slash >= 0) ? most : dash < 0 ? from : number(range.substring(dash + 1), names);
            if (from < least || to > most || from > to) {
                throw new IllegalArgumentException(part + " does not lie between " + least + " and " + most);
            }
            for (int value = from; value <= to; value += step) {
                bits |= 1L << value;
            }
            star |= all && step == 1;
        }
        return new CronField(bits, star);
    }

    private static int number(String text, List<String> names) {
        int name = text.isEmpty() ? -1 : names.indexOf(text.toLowerCase(Locale.ROOT));
        if (name >= 0) {
            return name;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && !text.startsWith("+")) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no number: " + text, e);
        }
        throw new IllegalArgumentException("no number: " + text);
    }

    boolean has(int value) {
        return (bits & 1L << value) != 0;
    }
}
