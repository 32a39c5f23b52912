package by.belparcel.eventing.store;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/**
 * Lets its source finish although nobody listens any more. Driver and pool leak buffers, permits and connections when they are
 * cancelled half way (platform notes, section 10); the server's own timeouts bound how long the rest takes.
 */
final class Uncancelled<T> extends Flux<T> {

    private final Publisher<T> source;
    private final Consumer<? super T> unwanted;

    private Uncancelled(Publisher<T> source, Consumer<? super T> unwanted) {
        this.source = source;
        this.unwanted = unwanted;
    }

    /** @param unwanted gets what comes after the listener has gone */
    static <T> Flux<T> of(Publisher<T> source, Consumer<? super T> unwanted) {
        return new Uncancelled<>(source, unwanted);
    }

    static <T> Flux<T> of(Publisher<T> source) {
        return new Uncancelled<>(source, value -> {});
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Listener<>(actual, unwanted));
    }

    private static final class Listener<T> implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super T> actual;
        private final Consumer<? super T> unwanted;
        private volatile boolean gone;
        private @Nullable Subscription upstream;

        Listener(CoreSubscriber<? super T> actual, Consumer<? super T> unwanted) {
            this.actual = actual;
            this.unwanted = unwanted;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(T value) {
            if (gone) {
                unwanted.accept(value);
            } else {
                actual.onNext(value);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!gone) {
                actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (!gone) {
                actual.onComplete();
            }
        }

        @Override
        public void request(long n) {
            if (upstream != null) {
                upstream.request(n);
            }
        }

        @Override
        public void cancel() {
            gone = true;
            request(Long.MAX_VALUE);
        }
    }
}
