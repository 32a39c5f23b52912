package by.belparcel.routing.geometry;

import by.belparcel.kernel.GeoPoint;

/** A direction from the centre of the earth; exact for segments of any length, where a flat map is not. */
record Vector(double x, double y, double z) {

    private static final double EARTH_RADIUS_M = 6_371_008.8;

    static Vector of(GeoPoint point) {
        double lat = Math.toRadians(point.lat());
        double lng = Math.toRadians(point.lng());
        return new Vector(Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat));
    }

    GeoPoint toPoint() {
        return new GeoPoint(Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
    }

    Vector cross(Vector o) {
        return new Vector(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double dot(Vector o) {
        return x * o.x + y * o.y + z * o.z;
    }

    Vector plus(Vector o, double times) {
        return new Vector(x + o.x * times, y + o.y * times, z + o.z * times);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vector unit() {
        return new Vector(0, 0, 0).plus(this, 1 / length());
    }

    double metresTo(Vector o) {
        return EARTH_RADIUS_M * Math.atan2(cross(o).length(), dot(o));
    }
}
