package by.belparcel.runner.serving;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A function process for tests; what it does stands in the path. */
public final class TinyFunction {

    private static final AtomicInteger WAITING = new AtomicInteger();
    private static final AtomicInteger CANCELLED = new AtomicInteger();

    private TinyFunction() {}

    /** How a test starts it. */
    public static ServiceSpec.Launch launch(Path folder, Map<String, String> env) {
        return new ServiceSpec.Launch(
                List.of(
                        "java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        classPath(),
                        TinyFunction.class.getName()),
                folder,
                env);
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
                        .filter(each -> each.endsWith("classes")
                                || each.contains("vertx")
                                || each.contains("netty")
                                || each.contains("jackson-core"))
                        .toList());
    }

    public static void main(String[] args) {
        if (System.getenv("FAIL") != null) {
            System.err.println("cannot start: FAIL is set");
            System.exit(3);
        }
        Vertx vertx = Vertx.vertx();
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(request -> answer(vertx, request))
                .webSocketHandler(socket -> socket.textMessageHandler(text -> {
                    if (text.equals("bye")) {
                        socket.close();
                    } else if (text.equals("pid")) {
                        socket.writeTextMessage(
                                Long.toString(ProcessHandle.current().pid()));
                    } else {
                        socket.writeTextMessage("echo " + text);
                    }
                }))
                .listen(Integer.parseInt(System.getenv("PORT")))
                .onSuccess(server -> System.out.println("listening on " + server.actualPort()));
    }

    private static void answer(Vertx vertx, HttpServerRequest request) {
        switch (request.path()) {
            case "/readyz" -> request.response().end();
            case "/pid" ->
                request.response().end(Long.toString(ProcessHandle.current().pid()));
            case "/slow" ->
                vertx.setTimer(
                        Long.parseLong(request.getParam("ms")),
                        timer -> request.response().end("slow"));
            case "/events/one" -> request.response().setStatusCode(204).end();
            case "/crash" -> Runtime.getRuntime().halt(9);
            case "/echo" ->
                request.body()
                        .onSuccess(body -> request.response()
                                .putHeader("X-Seen-For", String.valueOf(request.getHeader("X-Forwarded-For")))
                                .putHeader("X-Seen-Host", String.valueOf(request.authority()))
                                .putHeader("X-Seen-Uri", request.uri())
                                .putHeader("X-Seen-Service", System.getenv("K_SERVICE"))
                                .end(Buffer.buffer().appendBuffer(body)));
            case "/grpc.health.v1.Health/Check" -> answer(request, Buffer.buffer(new byte[] {0, 0, 0, 0, 2, 8, 1}));
            case "/tiny.Echo/Say" -> request.body().onSuccess(body -> answer(request, body));
            case "/tiny.Echo/Wait" -> {
                WAITING.incrementAndGet();
                request.response().exceptionHandler(gone -> CANCELLED.incrementAndGet());
            }
            case "/tiny.Echo/Refuse" ->
                request.response()
                        .putHeader("Content-Type", "application/grpc")
                        .putHeader("grpc-status", "5")
                        .putHeader("error-code", "ORDER_NOT_FOUND")
                        .end();
            case "/tiny.Echo/Seen" -> request.response().end(WAITING + " " + CANCELLED);
            case "/too-large" ->
                request.response()
                        .setStatusCode(413)
                        .putHeader("Connection", "close")
                        .end("too large");
            case "/metrics" ->
                request.response().end("# TYPE tiny_total counter\ntiny_total 1\n# TYPE tiny_now gauge\ntiny_now 5\n");
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void answer(HttpServerRequest request, Buffer message) {
        request.response()
                .putHeader("Content-Type", "application/grpc")
                .putHeader("X-Seen-Te", String.valueOf(request.getHeader("te")))
                .putTrailer("grpc-status", "0")
                .putTrailer("error-code", "none")
                .end(message);
    }
}
