package by.belparcel.runner.manifest;

import java.net.URI;

/** The URLs that Knative gives to its addressable objects. */
public final class Addresses {

    /** Host of every Broker of class Kafka. */
    public static final String BROKER_HOST = "broker-ingress.knative-eventing.svc.cluster.local";

    /** Host of every KafkaSink. */
    public static final String SINK_HOST = "kafka-sink-ingress.knative-eventing.svc.cluster.local";

    private Addresses() {}

    static URI broker(Key key) {
        return URI.create("http://" + BROKER_HOST + "/" + key.namespace() + "/" + key.name());
    }

    static URI kafkaSink(Key key) {
        return URI.create("http://" + SINK_HOST + "/" + key.namespace() + "/" + key.name());
    }

    static URI service(Key key) {
        return URI.create("http://" + key.name() + "." + key.namespace() + ".svc.cluster.local");
    }
}
