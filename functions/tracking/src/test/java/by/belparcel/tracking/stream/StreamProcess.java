package by.belparcel.tracking.stream;

import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An instance in a process of its own, to be killed. */
final class StreamProcess implements AutoCloseable {

    private final Process process;
    final int port;

    private StreamProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static StreamProcess start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StreamProcess.class.getName());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the instance did not start");
        }
        return new StreamProcess(process, Integer.parseInt(line.substring(5)));
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    /** Prints the port and serves until it is killed. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        EdgeRuntime runtime = EdgeRuntime.open(EdgeConfig.from(System.getenv()));
        FunctionServer server =
                FunctionServer.start(runtime, List.of(new TrackingStreamFunctions()), StreamBed.noOutbox());
        System.out.println("port " + server.port());
        server.await();
    }
}
