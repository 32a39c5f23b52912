package by.belparcel.runner.serving;

import java.net.URI;
import java.util.Optional;

/** Namespace and name of a service. */
public record ServiceKey(String namespace, String name) {

    private static final String SUFFIX = ".svc.cluster.local";

    /** The service that a cluster address names, if it is one ({@code http://name.namespace.svc.cluster.local}). */
    public static Optional<ServiceKey> of(URI address) {
        String host = address.getHost();
        if (host == null || !host.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String names = host.substring(0, host.length() - SUFFIX.length());
        int dot = names.indexOf('.');
        return dot <= 0 || dot == names.length() - 1
                ? Optional.empty()
                : Optional.of(new ServiceKey(names.substring(dot + 1), names.substring(0, dot)));
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
