package by.belparcel.runner.eventing;

import by.belparcel.runner.serving.ClusterNetwork;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network with scripted answers: each URL gives its answers in turn and repeats the last; status 0 refuses the connection. */
final class FakeNetwork implements ClusterNetwork {

    record Post(URI url, Map<String, String> headers, byte[] body, Duration timeout, long nanos) {}

    final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Map<URI, Deque<Reply>> script = new ConcurrentHashMap<>();

    FakeNetwork answer(URI url, Reply... replies) {
        script.put(url, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    static Reply status(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    static Reply reply(int status, Map<String, String> headers, String body) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    List<Post> to(URI url) {
        return posts.stream().filter(each -> each.url().equals(url)).toList();
    }

    @Override
    public synchronized CompletableFuture<Reply> post(
            URI url, Map<String, String> headers, byte[] body, Duration timeout) {
        posts.add(new Post(url, headers, body, timeout, System.nanoTime()));
        Deque<Reply> replies = script.getOrDefault(url, new ArrayDeque<>());
        Reply reply = replies.size() > 1 ? replies.remove() : replies.peek();
        return reply == null || reply.status() == 0
                ? CompletableFuture.failedFuture(new ConnectException("refused"))
                : CompletableFuture.completedFuture(reply);
    }
}
