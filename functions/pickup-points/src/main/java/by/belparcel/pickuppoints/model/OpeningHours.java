package by.belparcel.pickuppoints.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a point is open: weekdays MON to SUN, and single dates that differ. Times are HH:MM in Europe/Minsk, so texts compare as
 * times do; 24:00 ends a day.
 */
public record OpeningHours(List<Day> days) {

    public static final OpeningHours UNKNOWN = new OpeningHours(List.of());

    /** @param day MON to SUN, or a date @param open empty = closed */
    public record Day(String day, List<Interval> open) {

        public Day {
            open = List.copyOf(open);
        }
    }

    /** From the first time to just before the second. */
    public record Interval(String from, String to) {}

    public OpeningHours {
        days = List.copyOf(days);
    }

    /** What is wrong with them, in words; empty when nothing is. */
    public Optional<String> problem() {
        Set<String> seen = new HashSet<>();
        for (Day day : days) {
            if (!seen.add(day.day())) {
                return Optional.of(day.day() + " stands twice");
            }
            Optional<String> wrong = problem(day);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Day day) {
        if (Character.isDigit(day.day().charAt(0)) && !isDate(day.day())) {
            return Optional.of(day.day() + " is no date");
        }
        for (int i = 0; i < day.open().size(); i++) {
            Interval one = day.open().get(i);
            if (one.to().compareTo(one.from()) <= 0) {
                return Optional.of(day.day() + ": the end " + one.to() + " is not after the begin " + one.from());
            }
            for (Interval other : day.open().subList(0, i)) {
                if (one.from().compareTo(other.to()) < 0 && other.from().compareTo(one.to()) < 0) {
                    return Optional.of(day.day() + ": " + one.from() + " to " + one.to() + " overlaps " + other.from()
                            + " to " + other.to());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
