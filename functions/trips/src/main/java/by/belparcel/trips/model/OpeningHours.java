package by.belparcel.trips.model;

import by.belparcel.kernel.Numbers;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads opening hours such as {@code Mo-Fr 09:00-20:00; Sa-Su 10:00-18:00}. What it cannot read sets no limit. */
public final class OpeningHours {

    private static final Pattern PART =
            Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? ([0-9:]{5})-([0-9:]{5})");
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private OpeningHours() {}

    /** When the place is open. */
    public record Span(Instant from, Instant to) {}

    /** The spans of this many days from the day of an instant on, in Minsk. */
    public static List<Span> spans(String hours, Instant from, int days) {
        List<Span> spans = new ArrayList<>();
        LocalDate first = from.atZone(Numbers.MINSK).toLocalDate();
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            for (String part : hours.split(";", -1)) {
                Matcher matcher = PART.matcher(part.strip());
                if (matcher.matches() && covers(matcher, day.getDayOfWeek())) {
                    add(spans, day, matcher.group(3), matcher.group(4));
                }
            }
        }
        return spans;
    }

    private static boolean covers(Matcher part, DayOfWeek day) {
        int from = DAYS.indexOf(part.group(1));
        int to = part.group(2) == null ? from : DAYS.indexOf(part.group(2));
        int today = day.getValue() - 1;
        return from <= to ? today >= from && today <= to : today >= from || today <= to;
    }

    private static void add(List<Span> spans, LocalDate day, String from, String to) {
        try {
            Instant opens =
                    LocalTime.parse(from).atDate(day).atZone(Numbers.MINSK).toInstant();
            Instant closes =
                    LocalTime.parse(to).atDate(day).atZone(Numbers.MINSK).toInstant();
            if (opens.isBefore(closes)) {
                spans.add(new Span(opens, closes));
            }
        } catch (DateTimeException e) {
            // hours that nobody can read set no limit
        }
    }
}
