package by.belparcel.identity.adapter;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import by.belparcel.identity.application.Passwords;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** bcrypt on a few threads of its own. Passwords beyond 72 bytes are not cut: SHA-512 shortens them first. */
public final class BcryptPasswords implements Passwords {

    private static final int THREADS = 2;
    private static final int QUEUE = 64;
    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private final int cost;
    private final Scheduler scheduler;
    private final String nobody;

    /** @param cost rounds as a power of two, 4 to 31; 12 takes a fraction of a second */
    public BcryptPasswords(int cost) {
        this.cost = cost;
        this.scheduler = Schedulers.newBoundedElastic(THREADS, QUEUE, "passwords", 60, true);
        // The hash of nobody: valid in form and of the same cost, so that checking it takes as long.
        this.nobody = "$2a$" + (cost < 10 ? "0" : "") + cost + "$" + "abcdefghijklmnopqrstuu" + ".".repeat(31);
    }

    @Override
    public Mono<String> hash(String password) {
        return work(() -> new String(
                BCrypt.with(LongPasswordStrategies.hashSha512(VERSION)).hash(cost, bytes(password)),
                StandardCharsets.US_ASCII));
    }

    @Override
    public Mono<Boolean> matches(String password, @Nullable String hash) {
        byte[] known = (hash == null ? nobody : hash).getBytes(StandardCharsets.US_ASCII);
        return work(() -> BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                        .verify(bytes(password), known)
                        .verified
                && hash != null);
    }

    private <T> Mono<T> work(Callable<T> slow) {
        return Mono.fromCallable(slow)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, e -> new Busy());
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
