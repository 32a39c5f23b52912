package by.belparcel.runner.manifest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PingSource's schedule: five cron fields, or six with seconds first, or a descriptor such as {@code @hourly}; days of
 * month and of week are ORed when both are restricted. A time inside a spring gap is skipped, one in an autumn overlap
 * comes twice. {@code @every} is refused.
 */
public final class CronSchedule {

    private static final Map<String, String> DESCRIPTORS = Map.of(
            "@yearly", "0 0 0 1 1 *",
            "@annually", "0 0 0 1 1 *",
            "@monthly", "0 0 0 1 * *",
            "@weekly", "0 0 0 * * 0",
            "@daily", "0 0 0 * * *",
            "@midnight", "0 0 0 * * *",
            "@hourly", "0 0 * * * *");
    private static final int YEARS_TO_SEARCH = 5;

    private final ZoneId zone;
    private final CronField second;
    private final CronField minute;
    private final CronField hour;
    private final CronField dayOfMonth;
    private final CronField month;
    private final CronField dayOfWeek;

    private CronSchedule(ZoneId zone, List<String> fields) {
        this.zone = zone;
        this.second = CronField.parse(fields.get(0), 0, 59, List.of());
        this.minute = CronField.parse(fields.get(1), 0, 59, List.of());
        this.hour = CronField.parse(fields.get(2), 0, 23, List.of());
        this.dayOfMonth = CronField.parse(fields.get(3), 1, 31, List.of());
        this.month = CronField.parse(fields.get(4), 1, 12, CronField.MONTHS);
        this.dayOfWeek = CronField.parse(fields.get(5), 0, 6, CronField.DAYS);
    }

    /**
     * Reads a schedule; without any zone it is UTC.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static CronSchedule parse(String schedule, @Nullable String timezone) {
        String rest = schedule.strip();
        String zone = timezone;
        if (rest.startsWith("TZ=") || rest.startsWith("CRON_TZ=")) {
            int space = rest.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("nothing after the time zone");
            }
            if (timezone != null) {
                throw new IllegalArgumentException("the time zone is given twice");
            }
            zone = rest.substring(rest.indexOf('=') + 1, space);
            rest = rest.substring(space).strip();
        }
        return new CronSchedule(zone(zone), fields(rest));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown time zone " + name, e);
        }
    }

    private static List<String> fields(String text) {
        if (text.startsWith("@")) {
            String fields = DESCRIPTORS.get(text);
            if (fields == null) {
                throw new IllegalArgumentException("unknown descriptor " + text);
            }
            return List.of(fields.split(" ", -1));
        }
        List<String> fields = List.of(text.split("\\s+", -1));
        if (fields.size() == 6) {
            return fields;
        }
        if (fields.size() != 5) {
            throw new IllegalArgumentException("5 or 6 fields expected, found " + fields.size());
        }
        return Stream.concat(Stream.of("0"), fields.stream()).toList();
    }

    /** The first time after {@code instant} at which the schedule fires, or nothing within five years. */
    public Optional<ZonedDateTime> after(Instant instant) {
        ZonedDateTime at = instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        int lastYear = at.getYear() + YEARS_TO_SEARCH;
        while (at.getYear() <= lastYear) {
            if (!month.has(at.getMonthValue())) {
                at = at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!dayMatches(at)) {
                at = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hour.has(at.getHour())) {
                at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minute.has(at.getMinute())) {
                at = at.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            } else if (!second.has(at.getSecond())) {
                at = at.plusSeconds(1);
            } else {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean dayMatches(ZonedDateTime at) {
        boolean monthDay = dayOfMonth.has(at.getDayOfMonth());
        boolean weekDay = dayOfWeek.has(at.getDayOfWeek().getValue() % 7);
        return dayOfMonth.star() || dayOfWeek.star() ? (monthDay && weekDay) : (monthDay || weekDay);
    }
}
