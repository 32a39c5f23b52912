package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.handling.LiveClient;
import by.belparcel.eventing.handling.LiveFrame;
import by.belparcel.eventing.handling.LiveSession;
import by.belparcel.tracking.stream.application.FeedLog.Moment;
import by.belparcel.tracking.stream.application.FeedLog.Picture;
import by.belparcel.tracking.stream.application.FeedLog.Window;
import by.belparcel.tracking.stream.model.Bbox;
import by.belparcel.tracking.stream.model.DbSnapshot;
import by.belparcel.tracking.stream.model.FeedKind;
import by.belparcel.tracking.stream.model.FeedRow;
import by.belparcel.tracking.stream.model.Interest;
import by.belparcel.tracking.stream.model.Limits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One client of the stream. It joins the tail first and then reads a snapshot or what it missed, so nothing falls between; what the
 * tail brings meanwhile waits, and rows that the reading saw already are skipped.
 */
final class StreamClient implements LiveClient {

    private static final int TRIES = 5;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SHORTLY = Duration.ofMillis(50);
    private static final int TRY_LATER = 1013;
    private static final int POLICY = 1008;
    /** Answers that may wait for a client that asks and does not read. */
    private static final int MOST_ANSWERS = 1_000;

    private static final String SNAPSHOT = "snapshot";

    private final LiveSession session;
    private final FeedLog log;
    private final Tail tail;
    private final Limits limits;
    private final Bookmarks bookmarks;
    private final Sieve sieve;
    private final Pending pending;
    private final Rate rate;
    private final Deque<LiveFrame> first = new ArrayDeque<>();
    private final List<Window> backlog = new ArrayList<>();
    private final Consumer<Window> listener;
    private @Nullable DbSnapshot seen;
    private boolean greeted;
    private boolean loading = true;
    private boolean paused;
    private boolean dropped;
    private boolean timer;
    private int load;
    private long batch;
    private long epoch;
    private long toldAt;

    StreamClient(LiveSession session, FeedLog log, Tail tail, Limits limits) {
        this.session = session;
        this.log = log;
        this.tail = tail;
        this.limits = limits;
        this.bookmarks = new Bookmarks(session.cursors());
        this.sieve = new Sieve(Audiences.of(session.principal()));
        this.pending = new Pending(limits);
        this.rate = new Rate(limits.perSecond(), System.nanoTime());
        this.toldAt = System.nanoTime();
        this.listener = window -> session.execute(() -> window(window));
    }

    void start() {
        tail.join(listener, () -> session.execute(this::begin));
    }

    private void begin() {
        Optional<String> box = session.parameters().query("bbox");
        Optional<Bbox> bbox = box.flatMap(Bbox::parse);
        if (box.isPresent() && bbox.isEmpty()) {
            first.add(Frames.error("VALIDATION_FAILED"));
        }
        Optional<String> trip = session.parameters().query("trip");
        sieve.interest(new Interest(trip.map(Set::of).orElse(null), bbox.orElse(null)));
        Optional<String> cursor = session.parameters()
                .header("last-event-id")
                .or(() -> session.parameters().query("cursor"))
                .filter(text -> !text.isEmpty());
        if (trip.isPresent()) {
            choose(Set.of(trip.get()), bbox.orElse(null), cursor.orElse(null));
        } else {
            enter(cursor.orElse(null));
        }
    }

    private void enter(@Nullable String cursor) {
        if (cursor == null) {
            load();
            return;
        }
        Optional<Moment> from = bookmarks.read(cursor);
        if (from.isEmpty()) {
            resync();
        } else {
            resume(from.get(), cursor);
        }
    }

    private void resume(Moment from, String cursor) {
        ask(log.resume(from, sieve.audience(), sieve.interest()), missed -> {
            if (missed.lost() || !missed.end().snapshot().covers(from.snapshot())) {
                resync();
                return;
            }
            session.count("belparcel_ws_resume_total");
            greet(cursor, missed.end());
            sieve.knows(missed.own());
            boolean foreign = missed.rows().stream()
                    .anyMatch(row ->
                            row.kind() == FeedKind.TRIP && !sieve.audience().sees(row.owner()));
            process(missed);
            seen = missed.end().snapshot();
            if (foreign) {
                // A trip was given to somebody else meanwhile: the client may still show it, and must not learn which
                // others were.
                load();
            } else {
                loaded();
            }
        });
    }

    /** The client must forget what it has. */
    private void resync() {
        first.add(Frames.resync());
        load();
    }

    private void load() {
        ask(log.picture(sieve.audience(), sieve.interest()), this::picture);
    }

    private void picture(Picture picture) {
        greet(bookmarks.nothing(picture.at()), picture.at());
        pending.clear();
        sieve.restart(picture.items());
        seen = picture.at().snapshot();
        batch++;
        first.removeIf(frame -> frame.type().equals(SNAPSHOT));
        first.add(Frames.snapshot(picture, bookmarks.restart(batch, picture.at())));
        epoch = picture.at().epoch();
        toldAt = System.nanoTime();
        loaded();
    }

    private void greet(String cursor, Moment now) {
        epoch = now.epoch();
        if (!greeted) {
            greeted = true;
            first.addFirst(Frames.hello(cursor, epoch, limits.heartbeatSeconds()));
        }
    }

    private void loaded() {
        loading = false;
        List<Window> meanwhile = List.copyOf(backlog);
        backlog.clear();
        meanwhile.forEach(this::window);
        session.wake();
    }

    /** Asks the database; what comes meanwhile waits; a newer question makes the answer worthless. */
    private <T> void ask(Mono<T> question, Consumer<T> then) {
        load++;
        loading = true;
        attempt(question, then, load, 1);
    }

    private <T> void attempt(Mono<T> question, Consumer<T> then, int mine, int attempt) {
        question.subscribe(
                answer -> session.execute(() -> {
                    if (mine == load) {
                        then.accept(answer);
                    }
                }),
                error -> session.execute(() -> {
                    if (mine == load && attempt >= TRIES) {
                        session.close(TRY_LATER, "try again later");
                    } else if (mine == load) {
                        session.schedule(() -> attempt(question, then, mine, attempt + 1), RETRY);
                    }
                }));
    }

    private void window(Window window) {
        if (loading) {
            backlog.add(window);
        } else if (window.lost()) {
            resync();
        } else {
            process(window);
            session.wake();
        }
    }

    private void process(Window window) {
        long now = System.nanoTime();
        DbSnapshot already = seen;
        batch++;
        for (FeedRow row : window.rows()) {
            if (!paused && (already == null || !already.sees(row.xid()))) {
                FeedRow told = sieve.pass(row);
                if (told != null) {
                    pending.add(told, batch, now);
                }
            }
        }
        if (already == null || window.end().snapshot().covers(already)) {
            seen = null;
            bookmarks.reached(batch, window.end());
            epoch = window.end().epoch();
        }
        if (pending.weight() > limits.queued()) {
            pending.clear();
            dropped = true;
            session.count("belparcel_ws_dropped_total");
        }
        if (pending.isEmpty() && !dropped && now - toldAt > limits.refresh().toNanos()) {
            hello(now);
        }
    }

    @Override
    public @Nullable LiveFrame next() {
        LiveFrame control = greeted ? first.poll() : null;
        if (control != null) {
            return control;
        }
        if (loading) {
            return null;
        }
        if (dropped) {
            dropped = false;
            load();
            return null;
        }
        long now = System.nanoTime();
        if (!pending.hasReady(now)) {
            long due = pending.due(now);
            if (due >= 0) {
                wakeIn(Duration.ofNanos(due).plusMillis(1));
            }
            return null;
        }
        if (!rate.take(now)) {
            wakeIn(SHORTLY);
            return null;
        }
        Pending.Entry entry = pending.poll(now);
        if (entry == null) {
            return null;
        }
        String cursor = bookmarks.advance(pending.oldest());
        if (cursor != null) {
            toldAt = now;
        }
        return Frames.delta(entry.row(), cursor);
    }

    private void wakeIn(Duration delay) {
        if (!timer) {
            timer = true;
            session.schedule(
                    () -> {
                        timer = false;
                        session.wake();
                    },
                    delay);
        }
    }

    @Override
    public void received(String text) {
        if (first.size() > MOST_ANSWERS) {
            session.close(POLICY, "answers are not read");
            return;
        }
        Optional<Commands.Command> read = Commands.read(text);
        if (read.isEmpty()) {
            session.refuse("VALIDATION_FAILED");
            return;
        }
        Commands.Command command = read.get();
        switch (command.kind()) {
            case PING -> hello(System.nanoTime());
            case SUBSCRIBE -> {
                paused = false;
                choose(command.trips(), command.bbox(), null);
            }
            case UNSUBSCRIBE -> unsubscribe(command.trips());
        }
        session.wake();
    }

    /** Without trips: nothing until the next subscribe. Who follows all has chosen none that he could leave. */
    private void unsubscribe(@Nullable Set<String> trips) {
        Set<String> chosen = sieve.interest().trips();
        if (trips == null) {
            paused = true;
            pending.clear();
        } else if (chosen == null) {
            session.refuse("VALIDATION_FAILED");
        } else {
            Set<String> left = new HashSet<>(chosen);
            left.removeAll(trips);
            sieve.interest(new Interest(left, sieve.interest().bbox()));
            load();
        }
    }

    private void choose(@Nullable Set<String> trips, @Nullable Bbox bbox, @Nullable String cursor) {
        if (trips == null) {
            sieve.interest(new Interest(null, bbox));
            enter(cursor);
            return;
        }
        ask(log.visible(sieve.audience(), trips), visible -> {
            trips.stream()
                    .filter(trip -> !visible.contains(trip))
                    .forEach(trip -> first.add(Frames.error("TRIP_NOT_FOUND")));
            sieve.interest(new Interest(visible, bbox));
            enter(cursor);
        });
    }

    private void hello(long now) {
        String cursor = bookmarks.advance(pending.oldest());
        String told = cursor == null ? bookmarks.last() : cursor;
        if (told != null) {
            toldAt = now;
            first.add(Frames.hello(told, epoch, limits.heartbeatSeconds()));
        }
    }

    @Override
    public void closed() {
        tail.leave(listener);
        backlog.clear();
        pending.clear();
        first.clear();
        load++;
    }
}
