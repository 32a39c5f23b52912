package by.belparcel.console.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Times a process from its start to the first request that it answers 2xx. */
final class ColdStart {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private ColdStart() {}

    /** @param request a whole HTTP/1.1 request */
    static double millis(ProcessBuilder builder, int port, byte[] request) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = builder.start();
        try {
            awaitAnswer(process, port, request);
            return (System.nanoTime() - started) / 1e6;
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    /** Asks until the answer is 2xx. */
    static void awaitAnswer(Process process, int port, byte[] request) {
        long started = System.nanoTime();
        String status = "";
        while (!status.startsWith("2")) {
            if (System.nanoTime() - started > LIMIT_NANOS || !process.isAlive()) {
                throw new IllegalStateException("no 2xx; last answer: " + status);
            }
            status = ask(port, request);
        }
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : Arrays.stream(sorted, sorted.length / 2 - 1, sorted.length / 2 + 1)
                        .average()
                        .orElseThrow();
    }

    /** The status of the answer; empty while nobody listens. */
    private static String ask(int port, byte[] request) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            byte[] head = socket.getInputStream().readNBytes(12);
            return head.length == 12 ? new String(head, 9, 3, StandardCharsets.US_ASCII) : "";
        } catch (IOException notYet) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return "";
        }
    }
}
