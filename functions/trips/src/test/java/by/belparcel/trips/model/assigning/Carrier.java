package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A carrier that nothing speaks against; each row of a table changes one thing. */
record Carrier(
        String id,
        boolean active,
        boolean deactivated,
        Availability availability,
        @Nullable Instant contact,
        @Nullable GeoPoint position,
        Candidate.Vehicle vehicle,
        Set<String> skills,
        @Nullable Instant shiftEnds,
        long driven,
        int busy,
        int parallel,
        int today,
        Candidate.TrackRecord record,
        @Nullable Instant refused,
        @Nullable String home) {

    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final GeoPoint ORIGIN = new GeoPoint(53.8359, 27.6378);
    static final Candidate.TrackRecord NEWCOMER = new Candidate.TrackRecord(0, 0, 0, 0);

    static Carrier good(String id) {
        return new Carrier(
                id,
                true,
                false,
                Availability.ONLINE,
                NOW.minusSeconds(60),
                ORIGIN,
                new Candidate.Vehicle("VAN_S", 500_000, 4_000_000, 120),
                Set.of("FRAGILE"),
                NOW.plus(Duration.ofHours(8)),
                0,
                0,
                1,
                0,
                NEWCOMER,
                null,
                "w1");
    }

    Candidate candidate() {
        return new Candidate(
                id,
                active,
                deactivated,
                availability,
                contact,
                position,
                home,
                vehicle,
                skills,
                shiftEnds,
                driven,
                busy,
                parallel,
                today,
                record,
                refused);
    }

    Carrier active(boolean a, boolean d) {
        return new Carrier(
                id,
                a,
                d,
                availability,
                contact,
                position,
                vehicle,
                skills,
                shiftEnds,
                driven,
                busy,
                parallel,
                today,
                record,
                refused,
                home);
    }

    Carrier seen(Availability a, @Nullable Instant c) {
        return new Carrier(
                id,
                active,
                deactivated,
                a,
                c,
                position,
                vehicle,
                skills,
                shiftEnds,
                driven,
                busy,
                parallel,
                today,
                record,
                refused,
                home);
    }

    Carrier at(@Nullable GeoPoint p) {
        return new Carrier(
                id,
                active,
                deactivated,
                availability,
                contact,
                p,
                vehicle,
                skills,
                shiftEnds,
                driven,
                busy,
                parallel,
                today,
                record,
                refused,
                home);
    }

    Carrier with(String type, long payload, long volume, int slots) {
        return new Carrier(
                id,
                active,
                deactivated,
                availability,
                contact,
                position,
                new Candidate.Vehicle(type, payload, volume, slots),
                skills,
                shiftEnds,
                driven,
                busy,
                parallel,
                today,
                record,
                refused,
                home);
    }

    Carrier skilled(String... s) {
        return new Carrier(
                id,
                active,
                deactivated,
                availability,
                contact,
                position,
                vehicle,
                Set.of(s),
                shiftEnds,
                driven,
                busy,
                parallel,
                today,
                record,
                refused,
                home);
    }

    Carrier shift(@Nullable Instant ends, long d) {
        return new Carrier(
                id,
                active,
                deactivated,
                availability,
                contact,
                position,
                vehicle,
                skills,
                ends,
                d,
                busy,
                parallel,
                today,
                record,
                refused,
                home);
    }

    Carrier trips(int b, int p, int t) {
        return new Carrier(
                id,
                active,
                deactivated,
                availability,
                contact,
                position,
                vehicle,
                skills,
                shiftEnds,
                driven,
                b,
                p,
                t,
                record,
                refused,
                home);
    }

    Carrier past(Candidate.TrackRecord r, @Nullable Instant refusedAt, @Nullable String h) {
        return new Carrier(
                id,
                active,
                deactivated,
                availability,
                contact,
                position,
                vehicle,
                skills,
                shiftEnds,
                driven,
                busy,
                parallel,
                today,
                r,
                refusedAt,
                h);
    }
}
