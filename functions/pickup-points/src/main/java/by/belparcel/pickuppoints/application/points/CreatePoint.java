package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.pickuppoints.model.Contacts;
import by.belparcel.pickuppoints.model.OpeningHours;
import by.belparcel.pickuppoints.model.PointProfile;
import java.util.List;

/** A new point. @param code such as {@code MSQ-001} */
public record CreatePoint(String code, PointProfile profile) {

    private static final List<String> USUAL_SERVICES = List.of("issue", "return", "cash", "card");
    private static final int USUAL_HEAVIEST_G = 30_000;
    private static final int LEAST_CAPACITY = 10;

    public static CreatePoint read(Input body, RequestParameters parameters) {
        String code = body.matching("code", PointFields.CODE, "CODE", "must have the form MSQ-001");
        String region = body.optionalText("region", 2, 60).orElse(code.split("-", -1)[0]);
        require(body, "name");
        require(body, "address");
        require(body, "capacity_parcels");
        PointProfile nothing = new PointProfile(
                "",
                "",
                region,
                place(body),
                OpeningHours.UNKNOWN,
                Contacts.NONE,
                USUAL_SERVICES,
                LEAST_CAPACITY,
                USUAL_HEAVIEST_G,
                false,
                null);
        return new CreatePoint(code, PointFields.read(body).of(nothing));
    }

    private static GeoPoint place(Input body) {
        double lat = PointFields.degrees(body, "lat", 90);
        double lng = PointFields.degrees(body, "lng", 180);
        if (!GeoPoint.isValid(lat, lng)) {
            body.reject("lat", "RANGE", "(0, 0) is no place", null, null);
            return new GeoPoint(1, 1);
        }
        return new GeoPoint(lat, lng);
    }

    private static void require(Input body, String name) {
        if (!body.has(name)) {
            body.reject(name, "REQUIRED", "is required", null, null);
        }
    }
}
