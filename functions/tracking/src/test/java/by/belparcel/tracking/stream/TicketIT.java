package by.belparcel.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.tracking.stream.adapter.TicketRows;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    @Test // domain README section 1
    void isForThoseWhoMayLook() {
        try (StreamBed bed = StreamBed.start(POSTGRES.database())) {
            Stream.of(
                            Principals.operator(),
                            Principals.moderator(),
                            Principals.admin(),
                            Principals.auditor(),
                            Principals.carrier("c"),
                            Principals.pvzWorker("p"))
                    .forEach(principal -> assertThat(
                                    bed.post(bed.token(principal)).statusCode())
                            .as(principal.actor())
                            .isEqualTo(200));
            Stream.of(Principals.client("c"), Principals.shop("s"), Principals.agent(), Principals.analyst())
                    .forEach(principal -> assertThat(
                                    bed.post(bed.token(principal)).statusCode())
                            .as(principal.actor())
                            .isEqualTo(403));
            assertThat(bed.post("nonsense").statusCode()).isEqualTo(401);
        }
    }

    @Test // S-123: thirty seconds by default
    void expires() {
        try (StreamBed bed = StreamBed.start(POSTGRES.database(), "BELPARCEL_TRACKING_TICKET_LIFE", "PT0.05S")) {
            String ticket = bed.ticket(Principals.operator());
            Until.holds(
                    () -> bed.database.number("select count(*) from tracking.ws_ticket where expires_at > now()") == 0);

            assertThat(LiveSocket.open(bed.server.port(), "/ws/locations", ticket)
                            .code())
                    .isEqualTo(4401);
        }
    }

    @Test
    void isKeptAsAHash() {
        try (StreamBed bed = StreamBed.start(POSTGRES.database())) {
            String ticket = bed.ticket(Principals.operator());

            assertThat(String.join(" ", bed.database.texts("select t::text from tracking.ws_ticket t")))
                    .doesNotContain(ticket);
        }
    }

    @Test // S-031: at once, on as many instances as there are
    void isRedeemedByOneOfManyWhoPresentItTogether() {
        try (StreamBed bed = StreamBed.start(POSTGRES.database())) {
            TicketRows tickets = new TicketRows();
            String ticket = bed.ticket(Principals.operator());

            assertThat(IntStream.range(0, 16)
                            .parallel()
                            .mapToObj(i -> POSTGRES.database()
                                    .database()
                                    .inTransaction(tx -> tickets.redeem(tx, ticket))
                                    .blockOptional())
                            .filter(Optional::isPresent))
                    .hasSize(1);
        }
    }

    @Test // S-031, S-124: logout
    void endsWithTheTokenItWasIssuedFor() {
        try (StreamBed bed = StreamBed.start(POSTGRES.database())) {
            bed.clear();
            String token = bed.token(Principals.operator());
            String jti = bed.runtime
                    .tokens()
                    .verify(by.belparcel.eventing.handling.Tokens.Kind.ACCESS, token)
                    .orElseThrow()
                    .tokenId();
            String body = bed.post(token).body();
            String ticket = body.substring(body.indexOf("ticket\":\"") + 9, body.indexOf("\",\"expires_in"));
            String second = bed.post(token).body().replaceAll(".*ticket\":\"([^\"]+)\".*", "$1");
            LiveSocket socket = LiveSocket.open(bed.server.port(), "/ws/locations", ticket);
            assertThat(socket.next("snapshot").path("items")).isEmpty();
            bed.database.execute("insert into eventing.revoked_tokens values (?, now() + interval '1 hour')", jti);

            assertThat(socket.code()).isEqualTo(4401);
            assertThat(LiveSocket.open(bed.server.port(), "/ws/locations", second)
                            .code())
                    .isEqualTo(4401);
            assertThat(bed.post(token).statusCode()).isEqualTo(401);
        }
    }

    @Test // the same rules over server-sent events
    void theStreamTakesATokenAndResumesByLastEventId() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                StreamBed bed = StreamBed.start(POSTGRES.database(), "BELPARCEL_EDGE_LIVE_LIFETIME", "PT1.5S")) {
            bed.clear();
            bed.trip("t1", "c1");
            String token = bed.token(Principals.operator());
            List<String> first = lines(client, bed, token, "none");
            assertThat(first).contains("event: hello", "event: snapshot", "event: bye");
            String id = first.stream()
                    .filter(line -> line.startsWith("id: "))
                    .reduce((before, last) -> last)
                    .orElseThrow()
                    .substring(4);
            bed.move("t1", 1);

            List<String> second = lines(client, bed, token, id);

            assertThat(second).contains("event: hello", "event: position").doesNotContain("event: snapshot");
        }
    }

    private static List<String> lines(HttpClient client, StreamBed bed, String token, String lastId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + bed.server.port() + "/locations/stream"))
                .header("Authorization", "Bearer " + token);
        if (!lastId.equals("none")) {
            request.header("Last-Event-ID", lastId);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                .body()
                .toList();
    }
}
