package by.belparcel.embedded.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * Formats the log directory when that is needed, starts one KRaft node (broker and controller) and prints {@code READY} when it takes
 * clients. Ends when its standard input ends: that is how it notices the death of the process that started it.
 */
public final class BrokerMain {

    private static final String CLUSTER_ID = "YmVscGFyY2VsLWxvY2FsMQ";

    private BrokerMain() {}

    public static void main(String[] args) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            properties.load(in);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            String[] format = {"format", "--config", args[0], "--cluster-id", CLUSTER_ID};
            if (StorageTool.execute(format, System.err) != 0) {
                System.exit(2);
            }
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        endWithParent();
        server.startup();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("READY");
        server.awaitShutdown();
    }

    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nothing is ever sent; only the end matters.
                        }
                    } catch (IOException e) {
                        // The same as the end.
                    }
                    System.exit(0);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
