package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.edge.telemetry.Log;
import by.belparcel.eventing.handling.Cursors;
import by.belparcel.eventing.handling.LiveClient;
import by.belparcel.eventing.handling.LiveFrame;
import by.belparcel.eventing.handling.LiveSession;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One live connection: ticket, heartbeat, frames, end. Its state is touched on the channel's event loop only. Frames are taken
 * from the handler while the channel is writable, so a slow reader costs this process no more than the channel's buffer.
 */
public final class Connection implements LiveSession {

    private static final Log LOG = new Log("by.belparcel.edge.live");
    private static final int STRIKES = 3;
    private static final int MOST_EARLY = 8;
    private static final int LEAST_RETRY_MILLIS = 500;
    private static final int MOST_RETRY_MILLIS = 3_000;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final LiveSessions sessions;
    private final LiveSettings settings;
    private final Route route;
    private final Wire wire;
    private final Channel channel;
    private final EventLoop loop;
    private final List<Future<?>> timers = new ArrayList<>();
    private final List<String> early = new ArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable Principal principal;
    private @Nullable LiveClient client;
    private boolean redeeming;
    private boolean closing;
    private boolean gone;
    private int strikes;
    private long heardAt = System.nanoTime();

    public Connection(LiveSessions sessions, Route route, Wire wire) {
        this.sessions = sessions;
        this.settings = sessions.settings();
        this.route = route;
        this.wire = wire;
        this.channel = wire.channel();
        this.loop = channel.eventLoop();
        sessions.opened(this);
        channel.closeFuture().addListener(closed -> loop.execute(this::gone));
        channel.pipeline().addFirst(new Writability(() -> guarded(this::pump)));
    }

    /** Waits for the ticket as the first message. */
    public void awaitTicket() {
        later(
                () -> {
                    if (principal == null && !redeeming) {
                        close(CloseCode.UNAUTHENTICATED, "no ticket");
                    }
                },
                settings.ticketWithin());
    }

    /** Begins with a ticket. */
    public void redeem(String ticket) {
        redeeming = true;
        Mono.defer(() -> route.handler().redeem(ticket))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .subscribe(
                        found -> found.ifPresentOrElse(
                                this::admit, () -> close(CloseCode.UNAUTHENTICATED, "ticket not valid")),
                        error -> failed("ticket", error));
    }

    /** Begins with a caller that is already known, or after the ticket. */
    public void admit(Principal caller) {
        Mono.defer(() -> sessions.isRevoked(caller))
                .subscribe(
                        revoked -> execute(() -> begin(caller, revoked)), error -> failed("revocation check", error));
    }

    private void failed(String what, Throwable error) {
        LOG.error("live connection: " + what + " failed", error, Map.of());
        close(CloseCode.TRY_LATER, "try again later");
    }

    private void begin(Principal caller, boolean revoked) {
        if (gone || closing) {
            return;
        }
        Instant end = caller.expiresAt();
        Duration left = end == null ? null : Duration.between(Instant.now(), end);
        if (revoked || (left != null && left.isNegative())) {
            close(CloseCode.UNAUTHENTICATED, "token no longer valid");
        } else if (!route.permitted().test(caller)) {
            close(CloseCode.FORBIDDEN, "no permission");
        } else if (!sessions.admit(this, caller)) {
            close(CloseCode.TOO_MANY, "too many connections");
        } else {
            principal = caller;
            if (left != null) {
                later(() -> close(CloseCode.UNAUTHENTICATED, "token expired"), left);
            }
            later(this::bye, settings.lifetime());
            long every = settings.heartbeat().toMillis();
            timers.add(loop.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.MILLISECONDS));
            client = route.handler().open(this);
            early.forEach(client::received);
            early.clear();
            pump();
        }
    }

    /** A frame or a pong came. */
    void heard() {
        heardAt = System.nanoTime();
    }

    void received(String text) {
        if (closing) {
            return;
        }
        if (client != null) {
            client.received(text);
            pump();
        } else if (redeeming) {
            if (early.size() >= MOST_EARLY) {
                close(CloseCode.POLICY, "too many frames before the first answer");
            } else {
                early.add(text);
            }
        } else {
            String ticket = TicketFrame.read(text);
            if (ticket == null) {
                close(CloseCode.UNAUTHENTICATED, "the first message must be the ticket");
            } else {
                redeem(ticket);
            }
        }
    }

    private void beat() {
        if (wire.isTwoWay() && System.nanoTime() - heardAt > settings.silence().toNanos()) {
            sessions.metrics().count("belparcel_ws_silent_total");
            cut();
        } else if (!closing) {
            wire.heartbeat();
        }
    }

    private void pump() {
        LiveClient from = client;
        if (from == null || closing || gone) {
            return;
        }
        boolean wrote = false;
        while (channel.isWritable() && !closing) {
            LiveFrame frame = from.next();
            if (frame == null) {
                break;
            }
            wire.write(frame);
            wrote = true;
        }
        if (wrote) {
            channel.flush();
        }
    }

    /** Tells the client when to come back, and closes. */
    void bye() {
        execute(() -> {
            if (!closing) {
                int retry = ThreadLocalRandom.current().nextInt(LEAST_RETRY_MILLIS, MOST_RETRY_MILLIS + 1);
                wire.write(new LiveFrame("bye", "{\"type\":\"bye\",\"retry_after_ms\":" + retry + "}", null));
                end(CloseCode.GOING_AWAY, "bye");
            }
        });
    }

    /** Without a farewell: the other side does not read it. */
    void cut() {
        var unused = channel.close();
    }

    void whenGone(Runnable then) {
        channel.closeFuture().addListener(closed -> then.run());
    }

    @Nullable
    String tokenId() {
        Principal caller = principal;
        return caller == null ? null : caller.tokenId();
    }

    @Override
    public void refuse(String code) {
        execute(() -> {
            if (closing) {
                return;
            }
            strikes++;
            wire.write(new LiveFrame("error", "{\"type\":\"error\",\"code\":\"" + code + "\"}", null));
            channel.flush();
            if (strikes >= STRIKES) {
                end(CloseCode.POLICY, "three bad frames");
            }
        });
    }

    @Override
    public void close(int code, String reason) {
        execute(() -> end(code, reason));
    }

    private void end(int code, String reason) {
        if (closing || gone) {
            return;
        }
        closing = true;
        sessions.metrics().count("belparcel_ws_closed_total", "code", Integer.toString(code));
        wire.end(code, reason);
        // Whoever does not read is not waited for.
        var unused = loop.schedule(this::cut, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The channel is closed. */
    void gone() {
        if (gone) {
            return;
        }
        gone = true;
        closing = true;
        timers.forEach(timer -> timer.cancel(false));
        timers.clear();
        Principal caller = principal;
        if (caller != null) {
            sessions.dismiss(this, caller);
        }
        sessions.leave(this);
        if (client != null) {
            client.closed();
        }
    }

    private void later(Runnable work, Duration delay) {
        timers.add(loop.schedule(work, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS));
    }

    @Override
    public Principal principal() {
        return Objects.requireNonNull(principal);
    }

    @Override
    public RequestParameters parameters() {
        return route.parameters();
    }

    @Override
    public Cursors cursors() {
        return route.cursors().apply(principal());
    }

    @Override
    public void execute(Runnable work) {
        if (loop.inEventLoop()) {
            guarded(work);
        } else if (!loop.isShuttingDown()) {
            loop.execute(() -> guarded(work));
        }
    }

    private void guarded(Runnable work) {
        if (gone) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("live connection failed", e, Map.of());
            end(CloseCode.INTERNAL, "internal error");
        }
    }

    @Override
    public void schedule(Runnable work, Duration delay) {
        var unused = loop.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            loop.execute(() -> {
                woken.set(false);
                guarded(this::pump);
            });
        }
    }

    @Override
    public void count(String metric) {
        sessions.metrics().count(metric);
    }
}
