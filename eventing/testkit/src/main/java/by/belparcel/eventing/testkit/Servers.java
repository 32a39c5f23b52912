package by.belparcel.eventing.testkit;

import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.embedded.EmbeddedPostgres;

/** One server of each kind per test JVM, started when first asked for. */
final class Servers {

    private Servers() {}

    static EmbeddedPostgres postgres() {
        return Postgres.SERVER;
    }

    static EmbeddedKafka kafka() {
        return Kafka.SERVER;
    }

    private static final class Postgres {

        static final EmbeddedPostgres SERVER = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    private static final class Kafka {

        static final EmbeddedKafka SERVER = EmbeddedKafka.start(EmbeddedKafka.Options.temporary());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
