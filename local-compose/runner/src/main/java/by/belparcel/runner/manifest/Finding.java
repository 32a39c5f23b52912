package by.belparcel.runner.manifest;

import java.util.Locale;

/** One complaint about the manifests; {@code id} names the rule that found it. */
public record Finding(String id, Severity severity, Place place, String message) {

    @Override
    public String toString() {
        return place + " " + severity.name().toLowerCase(Locale.ROOT) + " [" + id + "] " + message;
    }
}
