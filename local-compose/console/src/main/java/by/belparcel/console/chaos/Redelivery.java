package by.belparcel.console.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends events of the log to their consumers again, past the broker: many at once, each twice, in no order. */
final class Redelivery {

    private static final int EVENTS = 40;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SOME = """
            select s.consumer, o.event_id, o.source, o.type, o.aggregate_id, o.aggregate_version, o.correlation_id, o.causation_id,
                o.actor, to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time, o.data::text as data,
                o.attributes::text as attributes
            from (select * from eventing.outbox where attributes ->> 'targetconsumer' is null order by seq desc limit 400) o
            join operations.subscriptions s on s.event_type = o.type and o.attributes @> s.attributes
            order by md5(o.event_id::text || s.consumer || ?::text) limit""" + " " + EVENTS;

    private final Target target;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Thread> running = Collections.synchronizedList(new ArrayList<>());

    Redelivery(Target target) {
        this.target = target;
    }

    /** Begins in the background. @return what is sent */
    String start(Plan.Fault fault) throws IOException, InterruptedException {
        Map<String, String> addresses = addresses();
        List<Db.Row> chosen = new ArrayList<>(target.db().rows(SOME, String.valueOf(fault.choice())));
        List<HttpRequest> requests = new ArrayList<>();
        for (Db.Row row : chosen) {
            String address = addresses.get(kebab(row.text("consumer")));
            if (address != null) {
                requests.add(request(address, row));
                requests.add(request(address, row));
            }
        }
        Collections.shuffle(requests, new Random(Double.doubleToLongBits(fault.choice())));
        requests.forEach(request -> running.add(Thread.ofVirtual().start(() -> send(request))));
        return requests.size() + " deliveries of " + chosen.size() + " events";
    }

    void join(Duration patience) throws InterruptedException {
        for (Thread thread : List.copyOf(running)) {
            if (!thread.join(patience)) {
                throw new IllegalStateException("a redelivery does not end");
            }
        }
        running.clear();
    }

    /** Consumer in kebab case to the address of its function on the cluster's network. */
    private Map<String, String> addresses() throws IOException, InterruptedException {
        String base = "http://127.0.0.1:" + target.system().clusterPort();
        return target.read()
                .path("triggers")
                .valueStream()
                .map(trigger -> URI.create(trigger.path("subscriber").asString()))
                .collect(Collectors.toMap(
                        uri -> uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1),
                        uri -> base + onCluster(uri),
                        (one, same) -> one));
    }

    /** {@code http://service.namespace.svc.cluster.local/path} as {@code /namespace/service/path}. */
    private static String onCluster(URI uri) {
        String host = uri.getHost();
        if (!host.endsWith(".svc.cluster.local")) {
            return uri.getPath();
        }
        String[] labels = host.split("\\.", 3);
        return "/" + labels[1] + "/" + labels[0] + uri.getPath();
    }

    static HttpRequest request(String address, Db.Row row) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(TIMEOUT)
                .header("content-type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", row.text("event_id"))
                .header("ce-source", row.text("source"))
                .header("ce-type", row.text("type"))
                .header("ce-time", row.text("time"))
                .header("ce-partitionkey", row.text("aggregate_id"))
                .header("ce-sequence", String.format(Locale.ROOT, "%010d", row.number("aggregate_version")))
                .header("ce-correlationid", row.text("correlation_id"))
                .header("ce-causationid", row.text("causation_id"))
                .header("ce-actor", row.text("actor"));
        JsonNode attributes = JSON.readTree(row.text("attributes"));
        attributes
                .propertyStream()
                .forEach(a -> request.header("ce-" + a.getKey(), a.getValue().asString()));
        if (!attributes.has("subject")) {
            request.header("ce-subject", row.text("aggregate_id"));
        }
        return request.POST(HttpRequest.BodyPublishers.ofString(row.text("data")))
                .build();
    }

    private void send(HttpRequest request) {
        try {
            HttpResponse<Void> ignored = http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException refusedOrLate) {
            // The broker has its own copy on the way: this one may get lost.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
