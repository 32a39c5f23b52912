package by.belparcel.pvzcli.training;

import by.belparcel.pvzcli.BelparcelPvz;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs the program with real calls over a real connection while the JVM writes down what was loaded and linked. */
public final class Training {

    private static final List<List<String>> LINES = List.of(
            List.of("--version"),
            List.of("accept", "--order-id=1", "--customer-id=1", "--storage-until=2030-01-01T00:00:00Z"),
            List.of("issue", "--order-ids=1,2,3"),
            List.of("return-courier", "--order-id=1", "--lang=ru"),
            List.of("list-orders", "--user-id=123", "--output=table"),
            List.of("history", "--output=json", "--lang=be"),
            List.of("capacity", "--pvz-id=1"),
            List.of("receive", "--batch-id=1", "--accepted=1"),
            List.of("accept"),
            List.of("--help"));

    private Training() {}

    public static void main(String[] args) throws IOException {
        Server server = OkHttpServerBuilder.forPort(0, InsecureServerCredentials.create())
                .addService(new CannedService())
                .build()
                .start();
        try {
            for (List<String> line : LINES) {
                List<String> whole = new ArrayList<>(line);
                whole.add("--endpoint=127.0.0.1:" + server.getPort());
                BelparcelPvz.run(whole);
            }
        } finally {
            server.shutdownNow();
        }
    }
}
