package by.belparcel.runner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.manifest.Key;
import by.belparcel.runner.manifest.Place;
import by.belparcel.runner.manifest.RouteManifest;
import by.belparcel.runner.manifest.RouteManifest.Backend;
import by.belparcel.runner.manifest.RouteManifest.Match;
import by.belparcel.runner.manifest.RouteManifest.PathType;
import by.belparcel.runner.manifest.RouteManifest.Rule;
import by.belparcel.runner.serving.Bench;
import by.belparcel.runner.serving.ServiceSpec;
import by.belparcel.runner.serving.TinyFunction;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What gRPC needs of the gateway, the probe and the activator. */
@Timeout(90)
final class GrpcIT {

    private static final Place PLACE = new Place("routes.yaml", 1);
    private static final RouteManifest.Headers NONE = new RouteManifest.Headers(Map.of(), Map.of(), List.of());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @SuppressWarnings("NullAway.Init")
    private HttpClient client;

    private int port;

    /** What came back. */
    private record Seen(
            int status, int bytes, String te, @Nullable String header, Map<String, String> trailers) {}

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        bench.serving.add(new ServiceSpec(
                "belparcel",
                "tiny-grpc",
                true,
                TinyFunction.launch(folder, Map.of()),
                50,
                Duration.ofSeconds(60),
                null,
                ServiceSpec.Scale.defaults(),
                "grpc:",
                true));
        Match match = new Match(PathType.PREFIX, "/tiny.Echo", null, List.of(), List.of());
        Rule rule = new Rule(
                List.of(match),
                List.of(new Backend(new Key("belparcel", "tiny-grpc"), 1)),
                NONE,
                NONE,
                null,
                null,
                null,
                PLACE);
        HttpServer server = Gateway.open(
                        bench.vertx,
                        bench.serving,
                        List.of(new RouteManifest(new Key("belparcel", "routes"), List.of(), List.of(rule), PLACE)),
                        "127.0.0.1",
                        0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = server.actualPort();
        client = bench.vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void startsFromZeroByTheHealthServiceAndForwardsTrailers() {
        Seen seen = call("/tiny.Echo/Say", Buffer.buffer("hello"));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.bytes()).isEqualTo(5);
        assertThat(seen.te()).isEqualTo("trailers");
        assertThat(seen.trailers()).containsEntry("grpc-status", "0").containsEntry("error-code", "none");
        assertThat(bench.status("tiny-grpc").coldStarts()).isEqualTo(1);
        assertThat(bench.status("tiny-grpc").instances())
                .singleElement()
                .satisfies(each -> assertThat(each.metricsPort()).isNotEqualTo(each.port()));
    }

    @Test
    void passesAMebibyteInBothDirections() {
        Seen seen = call("/tiny.Echo/Say", Buffer.buffer(new byte[1024 * 1024]));

        assertThat(seen.bytes()).isEqualTo(1024 * 1024);
        assertThat(seen.trailers()).containsEntry("grpc-status", "0");
    }

    @Test
    void passesARequestWithoutABody() {
        assertThat(call("/tiny.Echo/Say", Buffer.buffer()).trailers()).containsEntry("grpc-status", "0");
        assertThat(said()).isEqualTo("0 0");
    }

    @Test
    void keepsAnAnswerThatIsTrailersOnly() {
        Seen seen = call("/tiny.Echo/Refuse", Buffer.buffer("x"));

        assertThat(seen.header()).isEqualTo("5");
        assertThat(seen.bytes()).isZero();
        assertThat(seen.trailers()).isEmpty();
    }

    @Test
    void cancelsTheCallOfAClientThatGoesAway() {
        HttpClientRequest waiting = request("/tiny.Echo/Wait");
        waiting.send(Buffer.buffer("x")).onFailure(expected -> {});
        Bench.until(() -> said().equals("1 0"));
        waiting.reset(8);

        Bench.until(() -> said().equals("1 1"));
        Bench.until(() -> bench.status("tiny-grpc").inFlight() == 0);
    }

    @Test // HTTP/2 carries any octet in a header, whoever writes the next request refuses it
    void answersAHeaderThatCannotBePassedOn() throws IOException {
        call("/tiny.Echo/Say", Buffer.buffer("x"));
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (String each : List.of(
                ":method=POST", ":scheme=http", ":path=/tiny.Echo/Say", ":authority=localhost", "x-odd=a\u0001b")) {
            byte[] name = each.substring(0, each.indexOf('=')).getBytes(StandardCharsets.US_ASCII);
            byte[] value = each.substring(each.indexOf('=') + 1).getBytes(StandardCharsets.US_ASCII);
            block.write(new byte[] {0, (byte) name.length});
            block.write(name);
            block.write(value.length);
            block.write(value);
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
            out.write(new byte[] {0, 0, (byte) block.size(), 1, 5, 0, 0, 0, 1});
            out.write(block.toByteArray());
            out.flush();

            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(headers(in)).as("indexed :status 400").contains((byte) 0x8c);
        }
        Bench.until(() -> bench.status("tiny-grpc").inFlight() == 0);
    }

    /** The first block of headers that comes back. */
    private static byte[] headers(DataInputStream in) throws IOException {
        while (true) {
            int first = in.readInt();
            in.readByte();
            in.readInt();
            byte[] payload = in.readNBytes(first >>> 8);
            if ((first & 0xff) == 1) {
                return payload;
            }
        }
    }

    private String said() {
        return Bench.soon(request("/tiny.Echo/Seen")
                .send()
                .compose(response -> response.body())
                .map(Buffer::toString));
    }

    private Seen call(String path, Buffer body) {
        return Bench.soon(request(path)
                .send(body)
                .compose(response -> response.body()
                        .map(bytes -> new Seen(
                                response.statusCode(),
                                bytes.length(),
                                String.valueOf(response.getHeader("X-Seen-Te")),
                                response.getHeader("grpc-status"),
                                map(response.trailers())))));
    }

    private static Map<String, String> map(Iterable<Map.Entry<String, String>> entries) {
        Map<String, String> map = new java.util.HashMap<>();
        entries.forEach(each -> map.put(each.getKey(), each.getValue()));
        return map;
    }

    private HttpClientRequest request(String path) {
        return Bench.soon(client.request(HttpMethod.POST, port, "127.0.0.1", path)
                .map(request -> request.putHeader("TE", "trailers").putHeader("Content-Type", "application/grpc")));
    }
}
