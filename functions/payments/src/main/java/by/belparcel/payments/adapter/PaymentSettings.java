package by.belparcel.payments.adapter;

import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.eventing.store.PooledDatabase;
import by.belparcel.eventing.store.Pools;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.application.CallbackSignature;
import by.belparcel.payments.application.PaymentProvider;
import by.belparcel.payments.application.Providers;
import by.belparcel.payments.model.RetryPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the settings of this context; every figure of the domain document is a default here. */
public final class PaymentSettings {

    private static final RetryPolicy USUAL = RetryPolicy.DEFAULT;

    private PaymentSettings() {}

    public static RetryPolicy retries(Settings settings) {
        return new RetryPolicy(
                settings.find("belparcel.payments.query-after")
                        .map(text -> Arrays.stream(text.split(",", -1))
                                .map(Duration::parse)
                                .toList())
                        .orElse(USUAL.queries()),
                settings.duration("belparcel.payments.retry-later", USUAL.later()),
                settings.duration("belparcel.payments.refund-retry-first", USUAL.refundFirst()),
                settings.duration("belparcel.payments.refund-retry-longest", USUAL.refundLongest()),
                settings.duration("belparcel.payments.refund-give-up", USUAL.refundGiveUp()));
    }

    public static Duration authorizationLook(Settings settings) {
        return settings.duration("belparcel.payments.auth-expiry", Duration.ofDays(6));
    }

    public static Set<PaymentMethod> methods(Settings settings) {
        Set<PaymentMethod> methods = EnumSet.noneOf(PaymentMethod.class);
        String all = "CARD_PREPAID,PAY_ON_PICKUP,SHOP_ACCOUNT";
        for (String name : settings.text("belparcel.payments.methods", all).split(",", -1)) {
            methods.add(PaymentMethod.valueOf(name.strip()));
        }
        return methods;
    }

    /** Without a key every callback is refused. */
    public static CallbackSignature callbackSignature(Settings settings) {
        return new CallbackSignature(
                settings.find("belparcel.payments.callback-key"),
                settings.duration("belparcel.payments.callback-tolerance", Duration.ofMinutes(5)));
    }

    public static PaymentProvider cardProvider(Services services) {
        return new SimulatedProvider(simulatorDatabase(services), SimulatorSettings.from(services.settings()));
    }

    public static Providers providers(Services services) {
        Settings settings = services.settings();
        return new Providers(
                List.of(cardProvider(services), new BookkeepingProvider()),
                settings.text("belparcel.payments.card-provider", SimulatedProvider.NAME),
                BookkeepingProvider.NAME,
                settings.duration("belparcel.payments.provider-timeout", Duration.ofSeconds(10)));
    }

    /**
     * A pool of its own: a handler that holds a connection must never wait for a second one of the same pool, or all handlers
     * of a full pool wait for each other.
     */
    private static Database simulatorDatabase(Services services) {
        Settings settings = services.settings();
        return settings.find("belparcel.payments.simulator.dsn")
                .or(() -> settings.find("db.dsn"))
                .or(() -> settings.find("database.url"))
                .<Database>map(dsn -> new PooledDatabase(Pools.open(
                        Dsn.parse(dsn),
                        Math.toIntExact(settings.number("belparcel.payments.simulator.connections", 4)),
                        "provider-simulator",
                        Pools.commandOptions())))
                .orElseGet(services::database);
    }
}
