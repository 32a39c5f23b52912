package by.belparcel.pvzcli.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Names of one run of a case, so that no two runs meet: {@code {1}} is a parcel's number, {@code {1..101}} many of them,
 * {@code {u}} a client, {@code x*201} a long text and {@code +7d} a moment.
 */
record Scene(long base, Instant zero, Network network) {

    private static final AtomicLong BASES = new AtomicLong(1_000_000);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?:\\.\\.(\\d+))?\\}|\\{(\\w+)\\}|(\\w)\\*(\\d+)");

    static Scene next(Instant zero, Network network) {
        return new Scene(BASES.addAndGet(1_000), zero, network);
    }

    String fill(String text) {
        if (Offset.is(text)) {
            return zero.plus(Offset.of(text)).toString();
        }
        for (String joint : List.of(",", "/")) {
            if (text.contains(joint)) {
                return Arrays.stream(text.split(joint, -1)).map(this::fill).collect(Collectors.joining(joint));
            }
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place)));
    }

    private String value(MatchResult place) {
        if (place.group(4) != null) {
            return place.group(4).repeat(Integer.parseInt(place.group(5)));
        }
        if (place.group(3) != null) {
            return place.group(3).equals("u") ? Long.toString(base) : network.name(place.group(3), this);
        }
        long first = Long.parseLong(place.group(1));
        long last = place.group(2) == null ? first : Long.parseLong(place.group(2));
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> Long.toString(base + number))
                .collect(Collectors.joining(","));
    }
}
