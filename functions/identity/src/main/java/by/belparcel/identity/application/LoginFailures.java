package by.belparcel.identity.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Failed logins of accounts and addresses. */
public interface LoginFailures {

    /** Waits until no other login of this account is under way, so that attempts are counted one after the other. */
    Mono<Void> queue(Transaction tx, Key account);

    /** Times of failures since, newest first, at most as many as asked for. */
    Mono<List<Instant>> since(Transaction tx, Key key, Instant since, int most);

    Mono<Void> add(Transaction tx, Key key, Instant at);

    Mono<Void> forget(Transaction tx, Key account);

    /** Deletes what no longer counts. */
    Mono<Void> purge(Transaction tx, Duration olderThan);

    /** @param kind ACCOUNT or ADDRESS */
    record Key(String kind, String text) {

        static Key account(String login) {
            return new Key("ACCOUNT", login);
        }

        static Key address(String address) {
            return new Key("ADDRESS", address);
        }
    }
}
