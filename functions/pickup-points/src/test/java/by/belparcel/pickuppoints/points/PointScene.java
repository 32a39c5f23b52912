package by.belparcel.pickuppoints.points;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.pickuppoints.CounterScene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Points as moderators and administrators see them. */
final class PointScene {

    private static final AtomicInteger CODES = new AtomicInteger(100);

    private final CounterScene counter;

    PointScene(TestDatabase database) {
        this.counter = CounterScene.at(database);
    }

    CounterScene counter() {
        return counter;
    }

    /** A complete body of create with a code of its own; the test changes what it is about. */
    static Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("code", "NEW-" + CODES.incrementAndGet());
        body.put("name", "ПВЗ Новый");
        body.put("address", "Минск, ул. Новая, 1");
        body.put("region", "MINSK");
        body.put("lat", 53.9);
        body.put("lng", 27.56);
        body.put("capacity_parcels", 100);
        return body;
    }

    HttpReply create(Map<String, Object> body) {
        return call("createPoint", Principals.moderator(), body).send();
    }

    /** @return id of a new point */
    String created(Object... more) {
        Map<String, Object> body = body();
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        HttpReply reply = create(body);
        if (reply.status() != 201) {
            throw new AssertionError(reply.toString());
        }
        return reply.text("id");
    }

    HttpReply at(String function, String id, Principal caller, Object body) {
        return call(function, caller, body).path("id", id).send();
    }

    HttpReply update(String id, Map<String, Object> body) {
        return at("updatePoint", id, Principals.moderator(), body);
    }

    HttpReply get(String id) {
        return counter.harness()
                .query("getPoint")
                .as(Principals.operator())
                .path("id", id)
                .send();
    }

    <E extends DomainEvent> List<E> facts(EventType<E> type, String id) {
        return counter.harness().emitted(type).stream()
                .filter(fact -> fact.aggregateId().equals(id))
                .toList();
    }

    private CommandCall call(String function, Principal caller, Object body) {
        return counter.harness().command(function).as(caller).body(body);
    }
}
