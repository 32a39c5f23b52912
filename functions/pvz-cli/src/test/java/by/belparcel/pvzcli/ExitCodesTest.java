package by.belparcel.pvzcli;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pvz.v1.ParcelPage;
import io.grpc.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands end when they do not succeed: one line, the right exit code, never a stack trace, never a secret. */
final class ExitCodesTest {

    private static final String TOKEN = "eyJhbGciOi.J9secret-secret.c2lnbmF0dXJl";

    private final ScriptedPoint point = new ScriptedPoint();

    @AfterEach
    void close() {
        point.close();
    }

    private Line line(String... words) {
        return Line.of(words).at(point.endpoint());
    }

    @Test
    void aRefusalIsItsCodeAndMessageAndTheWrongFields() {
        point.refuse(
                "ReturnOrderToCourier",
                Status.INVALID_ARGUMENT.withDescription("1 field is invalid"),
                "VALIDATION_FAILED",
                "order_id");

        Line.Ended ended = line("return-courier", "--order-id=x").run();

        assertThat(ended)
                .isEqualTo(
                        new Line.Ended(2, "", "ERROR: VALIDATION_FAILED: 1 field is invalid\n  order_id: is wrong\n"));
        assertThat(line("return-courier", "--order-id=x", "--output=json").run().err())
                .isEqualTo("{\"error\":{\"code\":\"VALIDATION_FAILED\",\"message\":\"1 field is invalid\","
                        + "\"fields\":[\"order_id: is wrong\"]}}\n");
    }

    @Test
    void aRefusalIsExplainedInTheLanguageThatWasAskedFor() {
        point.refuse("ListOrders", Status.FAILED_PRECONDITION.withDescription("ended"), "STORAGE_EXPIRED");

        assertThat(line("list-orders", "--user-id=1", "--lang=ru").run().err())
                .isEqualTo("ERROR: STORAGE_EXPIRED: Срок хранения истёк (ended)\n");
        assertThat(line("list-orders", "--user-id=1")
                        .with("LANG", "be_BY.UTF-8")
                        .run()
                        .err())
                .isEqualTo("ERROR: STORAGE_EXPIRED: Тэрмін захоўвання скончыўся (ended)\n");
        assertThat(point.last().header("accept-language")).isEqualTo("be");
    }

    @Test
    void whatIsNotThereIsTriedAgainWithTheSameKey() {
        point.fail("ListOrders", Status.UNAVAILABLE)
                .fail("ListOrders", Status.UNAVAILABLE)
                .answer("ListOrders", ParcelPage.getDefaultInstance());

        assertThat(line("list-orders", "--user-id=1").run().code()).isZero();
        assertThat(point.asked).hasSize(3);
        assertThat(point.asked.stream()
                        .map(asked -> asked.header("idempotency-key"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void givesUpAfterAsManyRepetitionsAsTheEnvironmentSays() {
        point.fail("ListOrders", Status.UNAVAILABLE.withDescription("away"));

        Line.Ended ended =
                line("list-orders", "--user-id=1").with("GRPC_MAX_RETRIES", "1").run();

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).isEqualTo("ERROR: UNAVAILABLE: no answer from " + point.endpoint() + ": away\n");
        assertThat(point.asked).hasSize(2);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        point.refuse("ListOrders", Status.RESOURCE_EXHAUSTED.withDescription("slowly"), "RATE_LIMITED");

        assertThat(line("list-orders", "--user-id=1").run().code()).isEqualTo(2);
        assertThat(point.asked).hasSize(1);
    }

    @Test
    void silenceEndsAfterTheTimeout() {
        point.silent("ListOrders");

        Line.Ended ended = line("list-orders", "--user-id=1", "--timeout=200ms").run();

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).startsWith("ERROR: TIMEOUT: no answer from ");
    }

    @Test
    void nobodyListeningIsANetworkFailure() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Line.Ended ended = Line.of("list-orders", "--user-id=1", "--endpoint=127.0.0.1:" + free)
                .with("GRPC_MAX_RETRIES", "0")
                .run();

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).startsWith("ERROR: UNAVAILABLE: ").hasLineCount(1);
    }

    @Test
    void aServerOfAnotherKindIsANetworkFailure() {
        assertThat(line("list-orders", "--user-id=1").run())
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(4))
                .satisfies(ended -> assertThat(ended.err()).startsWith("ERROR: UNIMPLEMENTED: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept",
                "accept --order-id=1 --order-id=2 --user-id=1 --storage-until=x",
                "accept --order-id=1 --user-id=1 --customer-id=2 --storage-until=x",
                "list-orders --user-id=1 --page=one",
                "list-orders --user-id=1 --unknown=1",
                "list-orders --user-id",
                "list-orders --user-id=1 word",
                "nothing",
                "--unknown",
                "list-orders --user-id=1 --output=xml",
                "list-orders --user-id=1 --lang=de",
                "list-orders --user-id=1 --timeout=5",
                "list-orders --user-id=1 --timeout=0s",
                "list-orders --user-id=1 --endpoint=http://",
                "list-orders --user-id=1 --endpoint=ftp://a",
                "list-orders --user-id=1 --endpoint=a/b",
                "list-orders --user-id=1 --idempotency-key=a,b",
                "list-orders --user-id=1 --token=абв",
                "completion fish"
            })
    void aLineThatMeansNothingIsOneLineAndExitCode1(String text) {
        for (String language : List.of("en", "ru", "be")) {
            Line.Ended ended = line(text.split(" ", -1))
                    .with("LANG", language)
                    .with("GRPC_MAX_RETRIES", "0")
                    .run();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).startsWith("ERROR: USAGE: ").hasLineCount(1).doesNotContain("usage.");
        }
        assertThat(point.asked).isEmpty();
    }

    @Test
    void aTokenIsNeverShown() {
        point.refuse(
                "ListOrders", Status.UNAUTHENTICATED.withDescription("bad token " + TOKEN), "UNAUTHENTICATED", TOKEN);

        assertThat(line("list-orders", "--user-id=1", "--token=" + TOKEN).run())
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(2))
                .satisfies(ended ->
                        assertThat(ended.err()).contains("bad token ***").doesNotContain(TOKEN));
        assertThat(point.last().header("authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(line("list-orders", "--user-id=1", "--tokn=" + TOKEN).run().err())
                .doesNotContain(TOKEN);
        assertThat(line("list-orders", "--user-id=1", TOKEN).run().err()).doesNotContain(TOKEN);
        assertThat(line(TOKEN).run().err()).doesNotContain(TOKEN);
    }

    @Test
    void theTokenOfTheEnvironmentIsSent() {
        point.answer("ListOrders", ParcelPage.getDefaultInstance());

        assertThat(line("list-orders", "--user-id=1")
                        .with("BELPARCEL_TOKEN", TOKEN)
                        .run()
                        .code())
                .isZero();
        assertThat(point.last().header("authorization")).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void whatAServerSaysCannotCommandTheTerminal() {
        String hostile = "\u001b]52;c;cm0=\u0007\u001b[2J\r\n\u202eevil\u2066\u0085";
        point.refuse("ListOrders", Status.FAILED_PRECONDITION.withDescription(hostile), hostile)
                .answer("ListReturns", Sample.page(Sample.parcel("1").setState(hostile)));

        for (String form : List.of("text", "json", "table")) {
            Line.Ended refused =
                    line("list-orders", "--user-id=1", "--output=" + form).run();
            Line.Ended listed = line("list-returns", "--output=" + form).run();

            assertThat(refused.err()).hasLineCount(1);
            assertThat(refused.err() + listed.out())
                    .contains("\\u001b")
                    .doesNotContain("\u001b", "\u0007", "\r", "\u202e", "\u2066", "\u0085");
        }
    }
}
