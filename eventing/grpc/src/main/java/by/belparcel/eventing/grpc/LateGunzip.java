package by.belparcel.eventing.grpc;

import io.grpc.Decompressor;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens a compressed message when its first byte is asked for, which {@link Payload} does: a message that is no gzip would
 * otherwise fail before anybody could answer it, and end the call as UNKNOWN.
 */
final class LateGunzip implements Decompressor {

    @Override
    public String getMessageEncoding() {
        return "gzip";
    }

    @Override
    public InputStream decompress(InputStream compressed) {
        return new Plain(compressed);
    }

    private static final class Plain extends InputStream {

        private final InputStream compressed;
        private @Nullable InputStream opened;

        private Plain(InputStream compressed) {
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            return open().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return open().read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            InputStream known = opened;
            (known == null ? compressed : known).close();
        }

        private InputStream open() throws IOException {
            InputStream known = opened;
            if (known == null) {
                known = new GZIPInputStream(compressed);
                opened = known;
            }
            return known;
        }
    }
}
