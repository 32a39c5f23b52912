package by.belparcel.eventing.edge;

import by.belparcel.eventing.edge.telemetry.JsonLogProvider;

/** Settings of libraries that only cost time at the start of a small process; each can still be overridden with -D. */
final class ColdStart {

    private ColdStart() {}

    static void prepare() {
        // Otherwise every network interface is asked for its address, to make channel ids unique in a cluster.
        preset("io.netty.machineId", "00:00:00:ff:fe:00:00:00");
        preset("io.netty.processId", Long.toString(ProcessHandle.current().pid() & 0x3FFFFF));
        // Flight recorder events of the allocator alone cost more than the first request.
        preset("io.netty.jfr.enabled", "false");
        preset("io.netty.leakDetection.level", "disabled");
        preset("reactor.netty.native", "false");
        // Named, the provider need not be searched in every jar.
        preset("slf4j.internal.verbosity", "WARN");
        preset("slf4j.provider", JsonLogProvider.class.getName());
    }

    private static void preset(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
