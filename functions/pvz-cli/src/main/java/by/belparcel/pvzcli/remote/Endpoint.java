package by.belparcel.pvzcli.remote;

import java.net.URI;
import java.util.Optional;

/** Where the pick-up point answers: {@code host:port}, {@code http://host:port} or, with TLS, {@code https://host[:port]}. */
public record Endpoint(String host, int port, boolean tls) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;

    /** Empty when the text names no host. */
    public static Optional<Endpoint> of(String text) {
        String url = text.contains("://") ? text : "http://" + text;
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean tls = "https".equals(uri.getScheme());
        boolean plain = "http".equals(uri.getScheme());
        boolean onlyHost = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null;
        if (!onlyHost || !(tls || plain) || uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            return Optional.empty();
        }
        int standard = tls ? HTTPS : HTTP;
        return Optional.of(new Endpoint(uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort(), tls));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
