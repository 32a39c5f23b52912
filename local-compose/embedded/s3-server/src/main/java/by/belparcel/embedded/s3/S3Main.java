package by.belparcel.embedded.s3;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * Serves a folder as S3 with AWS signature 4 and prints {@code READY}. Arguments: folder, port, access key, buckets; the secret comes in
 * the environment variable {@code S3_SECRET_KEY}. Ends when its standard input ends.
 */
public final class S3Main {

    private static final int CLOCK_SKEW_SECONDS = 900;

    private S3Main() {}

    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", args[0]);
        BlobStore store = ContextBuilder.newBuilder("filesystem-nio2")
                .credentials(args[2], System.getenv("S3_SECRET_KEY"))
                .overrides(properties)
                .build(BlobStoreContext.class)
                .getBlobStore();
        for (int i = 3; i < args.length; i++) {
            store.createContainerInLocation(null, args[i]);
        }
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:" + args[1]))
                .awsAuthentication(AuthenticationType.AWS_V4, args[2], System.getenv("S3_SECRET_KEY"))
                .maximumTimeSkew(CLOCK_SKEW_SECONDS)
                .jettyMaxThreads(20)
                .ignoreUnknownHeaders(true)
                .corsRules(new CrossOriginResourceSharing())
                .build();
        endWithParent();
        proxy.start();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("READY");
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
                    Runtime.getRuntime().halt(0);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
