package by.belparcel.routing.geometry;

import by.belparcel.kernel.GeoPoint;

/** A part of a great circle. */
record Segment(Vector from, Vector to, Vector normal, double startsAt, double metres) {

    /** Shorter than this it is a point. */
    private static final double POINT = 1e-12;

    static Segment between(GeoPoint from, GeoPoint to, double startsAt) {
        Vector a = Vector.of(from);
        Vector b = Vector.of(to);
        Vector normal = a.cross(b);
        return new Segment(a, b, normal, startsAt, a.metresTo(b));
    }

    Projection project(Vector asked, int index, double notBefore) {
        double along = Math.max(foot(asked), Math.clamp(notBefore - startsAt, 0, metres));
        Vector foot = direction(along);
        return new Projection(index, foot.toPoint(), foot.metresTo(asked), startsAt + along);
    }

    GeoPoint at(double along) {
        return direction(along).toPoint();
    }

    /** Metres from the beginning to where the asked place is nearest. */
    private double foot(Vector asked) {
        if (normal.length() < POINT) {
            return 0;
        }
        Vector n = normal.unit();
        Vector inPlane = asked.plus(n, -asked.dot(n));
        if (from.cross(inPlane).dot(n) < 0 || inPlane.cross(to).dot(n) < 0) {
            return from.metresTo(asked) <= to.metresTo(asked) ? 0 : metres;
        }
        return Math.min(metres, from.metresTo(inPlane.unit()));
    }

    private Vector direction(double along) {
        if (along <= 0 || metres <= 0) {
            return from;
        }
        if (along >= metres) {
            return to;
        }
        // Between two unit vectors, by angle: the share of the angle is the share of the metres.
        double angle = Math.atan2(normal.length(), from.dot(to));
        double share = along / metres;
        double a = Math.sin((1 - share) * angle) / Math.sin(angle);
        double b = Math.sin(share * angle) / Math.sin(angle);
        return new Vector(0, 0, 0).plus(from, a).plus(to, b).unit();
    }
}
