package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.FilterSpec;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A Trigger's filter with the habits of the Kafka data plane: prefix and suffix on an absent subject or datacontenttype
 * discard the event whatever stands around them, an exact or empty attribute value is no constraint, a failing cesql is false.
 */
@FunctionalInterface
interface EventFilter {

    boolean matches(Event event);

    /** The compiled filter; it never throws. */
    static EventFilter of(FilterSpec spec) {
        EventFilter inner = compile(spec);
        return event -> {
            try {
                return inner.matches(event);
            } catch (AbsentAttributeException | java.time.DateTimeException e) {
                return false;
            }
        };
    }

    private static EventFilter compile(FilterSpec spec) {
        return switch (spec) {
            case FilterSpec.Attributes attributes -> exact(attributes.values());
            case FilterSpec.Exact exact -> exact(exact.values());
            case FilterSpec.Prefix prefix -> affix(prefix.values(), String::startsWith);
            case FilterSpec.Suffix suffix -> affix(suffix.values(), String::endsWith);
            case FilterSpec.All all -> {
                List<EventFilter> inner =
                        all.filters().stream().map(EventFilter::compile).toList();
                yield event -> inner.stream().allMatch(each -> each.matches(event));
            }
            case FilterSpec.Any any -> {
                List<EventFilter> inner =
                        any.filters().stream().map(EventFilter::compile).toList();
                yield event -> inner.stream().anyMatch(each -> each.matches(event));
            }
            case FilterSpec.Not not -> {
                EventFilter inner = compile(not.filter());
                yield event -> !inner.matches(event);
            }
            case FilterSpec.CeSql sql -> new CeSqlFilter(sql.expression());
        };
    }

    private static EventFilter exact(Map<String, String> wanted) {
        return event -> wanted.entrySet().stream()
                .allMatch(each -> each.getValue().isEmpty() || each.getValue().equals(value(event, each.getKey())));
    }

    private static EventFilter affix(Map<String, String> wanted, BiPredicate<String, String> test) {
        return event -> wanted.entrySet().stream().allMatch(each -> {
            String value = value(event, each.getKey());
            if (value == null && AbsentAttributeException.FATAL.contains(each.getKey())) {
                throw new AbsentAttributeException();
            }
            return value != null && test.test(value, each.getValue());
        });
    }

    /** Times are compared as ISO instants, all other attributes as they came. */
    private static @Nullable String value(Event event, String name) {
        String value = event.get(name);
        return value != null && name.equals("time")
                ? DateTimeFormatter.ISO_INSTANT.format(OffsetDateTime.parse(value))
                : value;
    }

    /** Stands for the data plane's NullPointerException, which discards the record for the Trigger. */
    final class AbsentAttributeException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final Set<String> FATAL = Set.of("subject", "datacontenttype");

        AbsentAttributeException() {
            super("", null, false, false);
        }
    }
}
