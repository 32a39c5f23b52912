package by.belparcel.tracking.model;

/** A fix on its way through the filter. */
record Case(Fix fix, Situation known, Profile profile, Quality quality, boolean outOfOrder) {

    Case with(Fix corrected) {
        return new Case(corrected, known, profile, quality, outOfOrder);
    }

    Case low() {
        return new Case(fix, known, profile, Quality.LOW, outOfOrder);
    }

    Case late() {
        return new Case(fix, known, profile, quality, true);
    }
}
