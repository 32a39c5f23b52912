package by.belparcel.tracking.stream.application;

import by.belparcel.tracking.stream.model.Audience;
import by.belparcel.tracking.stream.model.DbSnapshot;
import by.belparcel.tracking.stream.model.Interest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A feed of which nothing is known but the moments at which it is looked at: the last one stays. */
final class ScriptedFeed implements FeedLog {

    private final Deque<Moment> moments = new ArrayDeque<>();

    ScriptedFeed(String... snapshots) {
        long epoch = 0;
        for (String snapshot : snapshots) {
            moments.add(new Moment(DbSnapshot.parse(snapshot).orElseThrow(), epoch++));
        }
    }

    private synchronized Moment moment() {
        return moments.size() > 1 ? moments.removeFirst() : moments.getFirst();
    }

    @Override
    public Mono<Moment> now() {
        return Mono.fromSupplier(this::moment);
    }

    @Override
    public Mono<Window> since(Moment from) {
        return Mono.fromSupplier(() -> new Window(moment(), false, List.of(), Set.of()));
    }

    @Override
    public Mono<Window> resume(Moment from, Audience audience, Interest interest) {
        return since(from);
    }

    @Override
    public Mono<Picture> picture(Audience audience, Interest interest) {
        return Mono.fromSupplier(() -> new Picture(moment(), List.of()));
    }

    @Override
    public Mono<Set<String>> visible(Audience audience, Collection<String> trips) {
        return Mono.just(Set.of());
    }
}
