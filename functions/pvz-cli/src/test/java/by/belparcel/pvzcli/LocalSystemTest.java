package by.belparcel.pvzcli;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pvz.v1.CapacityReply;
import by.belparcel.pvz.v1.PointRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system that runs from this checkout is found, and a worker's token is made for it and for nobody else. */
final class LocalSystemTest {

    private static final String POINT = "0190a001-0000-7000-8000-000000000002";

    private final ScriptedPoint point = new ScriptedPoint();

    @TempDir
    private Path checkout = Path.of("");

    @BeforeEach
    void running() throws IOException {
        point.answer("GetCapacity", CapacityReply.getDefaultInstance());
        Path data = Files.createDirectories(checkout.resolve("data"));
        Files.writeString(
                data.resolve("secrets.json"),
                "{\"belparcel/Secret/auth/AUTH_HS256SECRET\":\"0123456789abcdef0123456789abcdef\"}");
        run(ProcessHandle.current().pid());
    }

    @AfterEach
    void close() {
        point.close();
    }

    private void run(long pid) throws IOException {
        String port = point.endpoint().substring(point.endpoint().indexOf(':') + 1);
        Files.writeString(
                Files.createDirectories(checkout.resolve(".belparcel")).resolve("run.json"),
                "{\"pid\":" + pid + ",\"port\":" + port + ",\"nested\":{},\"dataDir\":\"" + checkout.resolve("data")
                        + "\"}");
    }

    private static String claims(String authorization) {
        String part = authorization.substring(authorization.indexOf('.') + 1, authorization.lastIndexOf('.'));
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    void isAskedAsAWorkerOfThePointThatIsNamed() {
        assertThat(Line.of("capacity", "--pvz-id=" + POINT).in(checkout).run().code())
                .isZero();
        assertThat(claims(point.last().header("authorization")))
                .contains("\"role\":\"pvz_worker\"", "\"pvz_id\":\"" + POINT + "\"");
        assertThat(((PointRequest) point.last().request()).getPvzId()).isEqualTo(POINT);
    }

    @Test // what stands in a flag gets into no claim of a token
    void nothingButAnIdIsSignedAsAPoint() {
        Line.of("capacity", "--pvz-id=x\",\"role\":\"admin").in(checkout).run();
        assertThat(point.last().header("authorization")).isEqualTo("null");
    }

    @Test
    void isAskedAsAWorkerOfTheFirstSeededPointWithoutAnyFlag() {
        assertThat(Line.of("capacity").in(checkout).run().code()).isZero();
        assertThat(((PointRequest) point.last().request()).getPvzId()).endsWith("000000000001");
    }

    @Test
    void anotherAddressGetsNoTokenOfThisCheckout() {
        assertThat(Line.of("capacity", "--pvz-id=" + POINT)
                        .in(checkout)
                        .at(point.endpoint())
                        .run()
                        .code())
                .isZero();
        assertThat(point.last().header("authorization")).isEqualTo("null");
    }

    @Test
    void inProductionNoTokenIsMade() {
        Line line = Line.of("capacity", "--pvz-id=" + POINT).in(checkout).with("ENVIRONMENT", "production");

        assertThat(line.run().code()).isZero();
        assertThat(point.last().header("authorization")).isEqualTo("null");
    }

    @Test
    void aSystemThatDiedIsNotAsked() throws IOException {
        run(Long.MAX_VALUE);

        assertThat(Line.of("capacity", "--pvz-id=" + POINT)
                        .in(checkout)
                        .with("GRPC_MAX_RETRIES", "0")
                        .run()
                        .err())
                .contains("localhost:8080");
    }
}
