package by.belparcel.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP written by hand, because a client library refuses to send what an attacker sends. */
final class RawHttp {

    /** Status of an answer that did not come: the connection was closed. */
    static final int CLOSED = 0;

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** @param head everything before the empty line, lines ended by CR LF */
    record Answer(int status, String head, String body) {

        boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains(header.toLowerCase(Locale.ROOT));
        }
    }

    /** Sends the bytes of the text, one character a byte, and reads to the end of the connection. */
    Answer send(String latin1) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException closed) {
                // An early refusal may close the connection while the rest of a large body is on its way.
            }
            return parse(read(socket.getInputStream()));
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8 * 1024];
        try {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                all.write(part, 0, n);
            }
        } catch (java.net.SocketException reset) {
            // What came before the reset is the answer.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Answer parse(String text) throws IOException {
        if (text.isEmpty()) {
            return new Answer(CLOSED, "", "");
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || text.length() < 12) {
            throw new IOException("no answer, only: " + text);
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }
}
