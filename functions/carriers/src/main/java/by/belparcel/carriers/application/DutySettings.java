package by.belparcel.carriers.application;

import by.belparcel.carriers.model.CheckItem;
import by.belparcel.carriers.model.DutyRules;
import by.belparcel.eventing.handling.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rules of duty (domain delivery.md section 2); all are settings. */
public final class DutySettings {

    private static final String ALL_ITEMS = "fuel,tyres,lights,seal,body";

    private DutySettings() {}

    /** @throws IllegalArgumentException for an item that no check has */
    public static DutyRules rules(Settings settings) {
        Set<CheckItem> mandatory = Arrays.stream(settings.text("belparcel.carriers.mandatory-checks", ALL_ITEMS)
                        .split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> CheckItem.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        return new DutyRules(
                settings.duration("belparcel.carriers.max-shift", Duration.ofHours(12)),
                settings.duration("belparcel.carriers.max-driving", Duration.ofHours(9)),
                settings.duration("belparcel.carriers.rest", Duration.ofHours(11)),
                mandatory);
    }

    /** Whether real parcels are on the road. */
    public static boolean isProduction(Settings settings) {
        return settings.text("environment", "development").equalsIgnoreCase("production");
    }
}
