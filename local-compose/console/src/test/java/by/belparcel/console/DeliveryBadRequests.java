package by.belparcel.console;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What nobody may do to batches, trips, carriers and positions, with the answer that each must get (domain delivery.md). */
final class DeliveryBadRequests {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000007";
    private static final String INVALID = "VALIDATION_FAILED";
    private static final String SQL = "'%20or%201=1--";
    private static final String REASON = "\"reason\": \"an attack\"";
    private static final String FIX =
            "{\"lat\": 53.9, \"lng\": 27.5, \"accuracy_m\": 5, \"seq\": 1, \"device_time\": \"2026-01-01T00:00:00Z\"}";

    private final AssignedTrip trip;
    private final Function<String, String> tokens;
    private final List<BadRequests.Bad> all = new ArrayList<>();

    /** @param trip of a carrier @param tokens a token of each role; the carrier is another one */
    DeliveryBadRequests(AssignedTrip trip, Function<String, String> tokens) {
        this.trip = trip;
        this.tokens = tokens;
    }

    List<BadRequests.Bad> all() {
        unknownValues();
        queries();
        fixes();
        foreignTrip();
        staleVersions();
        bodies();
        roles();
        ids();
        doors();
        return all;
    }

    /** Fixes that are refused alone, and beside others for themselves. */
    static List<String> brokenPlaces() {
        return List.of("91", "-90.000001", "181", "1e999", "\"53.9\"", "null", "true", "[]");
    }

    static String fix(String lat, int seq) {
        return FIX.replace("53.9", lat).replace("\"seq\": 1", "\"seq\": " + seq);
    }

    private void unknownValues() {
        for (String path : List.of(
                "/trips?state=NONE",
                "/trips?state=planned",
                "/trips?state=PLANNED,",
                "/trips?late=1",
                "/trips?sort=id",
                "/trips/reassignments?trigger=NONE",
                "/batches?state=OPEN,NONE",
                "/carriers?available=maybe",
                "/references/carriers?is_active=1",
                "/locations?status=ENDED",
                "/reports/alerts?state=open",
                "/reports/alerts?kind=NONE",
                "/reports/alerts?severity=info")) {
            get("unknown value", path, "operator", 400, INVALID);
        }
        send("PUT", "/carrier/availability", "carrier", "{\"availability\": \"ON_TRIP\"}", 400, INVALID);
        send("PUT", "/carrier/availability", "carrier", "{\"availability\": \"online\"}", 400, INVALID);
        post(
                "/carrier/vehicle-checks",
                "carrier",
                "{\"fuel\":\"OK\",\"tyres\":\"OK\",\"lights\":\"OK\",\"seal\":\"OK\",\"body\":\"BAD\"}",
                400,
                INVALID);
        post(reassign(), "operator", wish("\"expected_version\": 1, \"override\": [\"NONE\"]"), 400, INVALID);
    }

    private void queries() {
        for (String path : List.of(
                "/trips?nothing=1",
                "/trips?limit=1&limit=2",
                "/trips?limit=101",
                "/trips?pvz=" + SQL,
                "/trips?date=yesterday",
                "/trips?date=%2B300000-01-01",
                "/trips?date=%2B999999999-12-31",
                "/trips?date=-999999999-01-01",
                "/trips/delays?hours=0",
                "/trips/reassignments?from=2026-01-01",
                "/trips/" + trip.id() + "/plan?version=x",
                "/trips/" + trip.id() + "/track?from=%2B300000-01-01T00:00:00Z",
                "/trips/" + trip.id() + "/track?simplify=-1",
                "/batches?age_gt=99999999999999999999",
                "/batches?warehouse=x",
                "/carriers?near=91,0&radius=1",
                "/carriers?radius=1000",
                "/references/carriers?q=" + "x".repeat(101),
                "/references/carriers?q=%00",
                "/locations?bbox=NaN,NaN,NaN,NaN",
                "/locations?bbox=180,0,-180,1",
                "/reports/alerts?subject=" + "x".repeat(201))) {
            get("query", path, "operator", 400, INVALID);
        }
        for (String path : List.of("/trips", "/batches", "/carriers", "/references/carriers", "/locations")) {
            get("forged cursor", path + "?cursor=" + "A".repeat(40), "operator", 400, "CURSOR_MISMATCH");
        }
        get("31 days", "/trips/" + trip.id() + "/track?from=2020-01-01T00:00:00Z", "operator", 422, "RANGE_TOO_LARGE");
    }

    private void fixes() {
        for (String lat : brokenPlaces()) {
            post("/carrier/locations", "carrier", "{\"fixes\": [" + fix(lat, 1) + "]}", 400, "INVALID_FIX");
        }
        post("/carrier/locations", "carrier", FIX.replace("53.9", "0").replace("27.5", "-0.0"), 400, "INVALID_FIX");
        for (String[] change : new String[][] {
            {"\"accuracy_m\": 5", "\"accuracy_m\": -1"},
            {"\"accuracy_m\": 5", "\"heading\": 361, \"accuracy_m\": 5"},
            {"\"accuracy_m\": 5", "\"speed_mps\": -1, \"accuracy_m\": 5"},
            {"\"seq\": 1", "\"seq\": 99999999999999999999"},
            {"\"seq\": 1", "\"seq\": 1, \"source\": \"' or 1=1--\""},
            {"00:00:00Z", "00:00:00"}
        }) {
            post("/carrier/locations", "carrier", FIX.replace(change[0], change[1]), 400, INVALID);
        }
        String many = "{\"fixes\": [" + (FIX + ",").repeat(500) + FIX + "]}";
        post("/carrier/locations", "carrier", many, 413, "TOO_MANY_FIXES");
        post("/carrier/locations", "carrier", "{\"fixes\": []}", 400, INVALID);
        post("/carrier/locations", "carrier", "[" + FIX + "]", 400, "MALFORMED_BODY");
        post("/carrier/locations", "service", FIX, 403, "FORBIDDEN");
        post("/carrier/panic", "carrier", "{\"lat\": 91, \"lng\": 27.5}", 400, INVALID);
        post("/carrier/shifts", "carrier", "{\"lat\": 53.9}", 400, INVALID);
    }

    private void foreignTrip() {
        for (String path : List.of("", "/timeline", "/plan", "/location", "/track")) {
            get("foreign trip", "/trips/" + trip.id() + path, "carrier", 404, "TRIP_NOT_FOUND");
        }
        for (String[] command : drive()) {
            post(drive(command[0]), "carrier", command[1], 404, "TRIP_NOT_FOUND");
        }
        send("POST", drive("confirm"), "carrier", "", 404, "TRIP_NOT_FOUND");
        send("POST", drive("handover/complete"), "carrier", "", 404, "TRIP_NOT_FOUND");
    }

    private void staleVersions() {
        String stale = "\"expected_version\": " + (trip.version() - 1);
        post(reassign(), "operator", wish(stale), 409, "VERSION_CONFLICT");
        add(
                "stale If-Match",
                "POST",
                reassign(),
                "operator",
                wish(REASON),
                412,
                "VERSION_CONFLICT",
                "If-Match: \"v0\"");
        for (String action : List.of("complete", "cancel")) {
            String path = "/trips/" + trip.id() + "/" + action;
            post(path, "admin", "{" + REASON + ", " + stale + "}", 409, "VERSION_CONFLICT");
            add("old If-Match", "POST", path, "admin", "{" + REASON + "}", 412, "VERSION_CONFLICT", "If-Match: \"v0\"");
        }
        for (String[] command : drive()) {
            if (!command[0].startsWith("handover") && !command[0].equals("reject")) {
                String body = command[1].equals("{}") ? "{" + stale + "}" : command[1].replace("}", ", " + stale + "}");
                add("own trip", "POST", drive(command[0]), trip.token(), body, 409, "VERSION_CONFLICT");
            }
        }
    }

    private void bodies() {
        post(reassign(), "operator", wish("\"unknown\": 1"), 400, INVALID + ",UNKNOWN_FIELD");
        post(reassign(), "operator", wish("\"expected_version\": 1e999"), 400, INVALID);
        post(reassign(), "operator", wish("\"expected_version\": -1"), 400, INVALID);
        post(reassign(), "operator", wish("\"x\": 1").replace("an attack", "four"), 400, INVALID + ",UNKNOWN_FIELD");
        String place = "\"expected_version\": 1, \"handover_place\": {\"lat\": 91, \"lng\": 0}";
        post(reassign(), "operator", wish(place), 400, INVALID);
        String item = wish("\"expected_version\": 1, \"trip_id\": \"" + NOBODY + "\"");
        post(
                "/trips/reassign-bulk",
                "moderator",
                "{\"items\": [" + (item + ",").repeat(50) + item + "]}",
                400,
                INVALID);
        post("/trips/" + trip.id() + "/resequence", "operator", "{\"stop_ids\": [2, 2]}", 400, INVALID);
        post(
                "/trips/" + trip.id() + "/breakdown",
                "operator",
                "{\"kind\": \"' or 1\", \"drivable\": true}",
                400,
                INVALID);
        post("/batches/merge", "operator", "{\"batch_ids\": [\"" + NOBODY + "\"], " + REASON + "}", 400, INVALID);
        post("/batches/" + trip.batchId() + "/cancel", "operator", "{\"reason\": \"a\\u0000bcdef\"}", 400, INVALID);
        post("/orders/" + trip.orderId() + "/share", "shop", "{\"ttl_s\": 172801}", 400, INVALID);
        post("/reports/alerts/" + NOBODY + "/snooze", "operator", "{\"for\": \"for ever\"}", 400, INVALID);
        String edit = "/references/carriers/" + AssignedTrip.CARRIER;
        send("PUT", edit, "admin", "{\"time_scale\": 61, " + REASON + "}", 400, INVALID);
        send("PUT", edit, "admin", "{\"skills\": [\"'; drop table carriers.carriers\"], " + REASON + "}", 400, INVALID);
        post("/batches/" + trip.batchId() + "/close", "operator", "x".repeat(300 * 1024), 413, "BODY_TOO_LARGE");
        String key = "IDEMPOTENCY_KEY_REQUIRED";
        for (String path : List.of("/carrier/panic", "/carrier/shifts", "/batches/" + trip.batchId() + "/close")) {
            String role = path.startsWith("/carrier") ? "carrier" : "operator";
            all.add(new BadRequests.Bad(
                    "no key " + path,
                    BadRequests.request("POST", path, "{}", bearer(role), json()),
                    400,
                    List.of(key)));
        }
    }

    private void roles() {
        for (String[] command : drive()) {
            post(drive(command[0]), "operator", command[1], 403, "FORBIDDEN");
        }
        post("/trips/" + trip.id() + "/cancel", "operator", "{" + REASON + "}", 403, "FORBIDDEN");
        post("/trips/reassign-bulk", "operator", "{\"items\": []}", 403, "FORBIDDEN");
        post(reassign(), "carrier", wish("\"expected_version\": 1"), 403, "FORBIDDEN");
        post("/batches/" + trip.batchId() + "/cancel", "carrier", "{" + REASON + "}", 403, "FORBIDDEN");
        post("/references/carriers/announcements", "moderator", "{}", 403, "FORBIDDEN");
        send(
                "PUT",
                "/references/carriers/" + AssignedTrip.CARRIER,
                "moderator",
                "{\"is_active\": false, " + REASON + "}",
                403,
                "FORBIDDEN");
        post("/orders/" + trip.orderId() + "/share", "client", "{\"ttl_s\": 60}", 403, "FORBIDDEN");
        post("/locations/ws-ticket", "agent", "{}", 403, "FORBIDDEN");
        post("/reports/alerts/" + NOBODY + "/resolve", "auditor", "{" + REASON + "}", 403, "FORBIDDEN");
        for (String path : List.of("/candidates", "/handover-report", "/track/rejected")) {
            get("role", "/trips/" + trip.id() + path, "carrier", 403, "FORBIDDEN");
        }
        for (String path : List.of("/trips", "/batches", "/carriers", "/locations", "/reports/alerts")) {
            get("role", path, "shop", 403, "FORBIDDEN");
        }
    }

    private void ids() {
        for (String id : List.of("x", SQL, NOBODY, "%F0%9F%98%80")) {
            for (String path : List.of("/trips/", "/batches/", "/carriers/", "/reports/alerts/", "/track/")) {
                get("id", path + id, "operator", 404, "");
            }
            post("/trips/" + id + "/reassign", "operator", wish("\"expected_version\": 1"), 404, "");
            post("/batches/" + id + "/close", "operator", "{}", 404, "");
            post("/orders/" + id + "/share", "operator", "{\"ttl_s\": 60}", 404, "");
            add("own trip", "POST", drive("stops/" + id + "/arrive"), trip.token(), "{}", 404, "");
        }
        get("forged link", "/track/" + "A".repeat(43), "operator", 404, "LINK_NOT_FOUND");
    }

    private void doors() {
        for (String path : List.of("judge-fix-on-location-reported", "plan-batch-on-batch-closed", "tidy-stream")) {
            post("/events/" + path, "admin", "{}", 404, "");
        }
        String here = "Origin: http://localhost";
        for (String origin : BadSockets.FOREIGN) {
            get("origin", "/locations/stream", "operator", 403, "ORIGIN_NOT_ALLOWED", "Origin: " + origin);
        }
        get("no upgrade", "/ws/locations", "operator", 426, "UPGRADE_REQUIRED", here);
        get("agent", "/locations/stream", "agent", 403, "FORBIDDEN");
        for (String method : List.of("PATCH", "DELETE", "TRACE")) {
            send(method, "/trips/" + trip.id(), "admin", "", 405, "METHOD_NOT_ALLOWED");
            send(method, "/batches", "admin", "", 405, "METHOD_NOT_ALLOWED");
        }
    }

    /** What drivers do, as it would be right for the driver of the trip. */
    private String[][] drive() {
        return new String[][] {
            {"reject", "{" + REASON + "}"},
            {"pickup", "{\"batch_ids\": [\"" + trip.batchId() + "\"]}"},
            {"deliver", "{\"stop_seq\": 2}"},
            {"stops/2/arrive", "{}"},
            {"stops/2/complete", "{}"},
            {"stops/2/skip", "{" + REASON + "}"},
            {"stops/2/fail", "{" + REASON + "}"},
            {"breakdown", "{\"kind\": \"ENGINE\", \"drivable\": false}"},
            {"handover/scans", "{\"batch_id\": \"" + trip.batchId() + "\"}"}
        };
    }

    private String drive(String command) {
        return "/carrier/trips/" + trip.id() + "/" + command;
    }

    private String reassign() {
        return "/trips/" + trip.id() + "/reassign";
    }

    private static String wish(String more) {
        String reason = more.equals(REASON) ? "" : ", " + REASON;
        return "{\"new_carrier_id\": \"" + NOBODY + "\", " + more + reason + "}";
    }

    private void get(String name, String path, String role, int status, String codes, String... headers) {
        add(name, "GET", path, role, "", status, codes, headers);
    }

    private void post(String path, String role, String body, int status, String codes) {
        send("POST", path, role, body, status, codes);
    }

    private void send(String method, String path, String role, String body, int status, String codes) {
        add(role, method, path, role, body, status, codes);
    }

    /** @param caller a role, or a token itself */
    private void add(
            String name,
            String method,
            String path,
            String caller,
            String body,
            int status,
            String codes,
            String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add(bearer(caller));
        if (!method.equals("GET")) {
            headers.add("Idempotency-Key: " + UUID.randomUUID());
        }
        if (!body.isEmpty()) {
            headers.add(json());
        }
        String shown = body.length() > 150 ? body.substring(0, 150) : body;
        all.add(new BadRequests.Bad(
                name + ": " + method + " " + path + " " + shown,
                BadRequests.request(method, path, body, headers.toArray(String[]::new)),
                status,
                codes.isEmpty() ? List.of() : List.of(codes.split(",", -1))));
    }

    private String bearer(String caller) {
        return "Authorization: Bearer " + (caller.contains(".") ? caller : tokens.apply(caller));
    }

    private static String json() {
        return "Content-Type: application/json";
    }
}
