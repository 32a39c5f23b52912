package by.belparcel.apidocs.application;

import by.belparcel.eventing.outcome.Content;
import by.belparcel.eventing.outcome.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A file that stays the same as long as the process lives: its bytes plain and compressed, and its strong ETag. */
public final class StaticFile {

    /** Asked again every time and answered 304: a new release must not meet the old script of a browser. */
    private static final String CACHING = "public, max-age=0, must-revalidate";

    private static final int WORTH_COMPRESSING = 1024;
    private static final int TAG_BYTES = 12;
    private static final Pattern GZIP =
            Pattern.compile("(^|,)\\s*gzip\\s*(;\\s*q=(1|0?\\.[0-9]*[1-9][0-9]*)[0-9.]*\\s*)?(,|$)");

    private final String mediaType;
    private final byte[] plain;
    private final byte[] gzipped;
    private final String tag;

    private StaticFile(String mediaType, byte[] plain, byte[] gzipped, String tag) {
        this.mediaType = mediaType;
        this.plain = plain;
        this.gzipped = gzipped;
        this.tag = tag;
    }

    public static StaticFile of(String mediaType, byte[] bytes) {
        byte[] gzipped = bytes.length < WORTH_COMPRESSING ? bytes : gzip(bytes);
        return new StaticFile(mediaType, bytes, gzipped.length < bytes.length ? gzipped : bytes, digest(bytes));
    }

    /** @param more headers of the answer besides those of the cache */
    public Outcome<Content> answer(
            Optional<String> ifNoneMatch, Optional<String> acceptEncoding, Map<String, String> more) {
        boolean compressed = gzipped != plain
                && acceptEncoding.filter(a -> GZIP.matcher(a).find()).isPresent();
        String etag = compressed ? "\"" + tag + "-gz\"" : "\"" + tag + "\"";
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("ETag", etag);
        headers.put("Cache-Control", CACHING);
        headers.put("Vary", "Accept-Encoding");
        if (ifNoneMatch.filter(asked -> matches(asked, etag)).isPresent()) {
            return answer(304, new byte[0], headers);
        }
        if (compressed) {
            headers.put("Content-Encoding", "gzip");
        }
        return answer(200, compressed ? gzipped : plain, headers);
    }

    public String text() {
        return new String(plain, StandardCharsets.UTF_8);
    }

    private Outcome<Content> answer(int status, byte[] bytes, Map<String, String> headers) {
        return new Outcome.Success<>(status, new Content(mediaType, bytes, headers), null, 0);
    }

    private static boolean matches(String asked, String etag) {
        for (String one : asked.split(",", -1)) {
            String bare = one.strip();
            if (bare.equals("*") || bare.equals(etag) || bare.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
