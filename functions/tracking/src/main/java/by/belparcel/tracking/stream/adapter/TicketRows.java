package by.belparcel.tracking.stream.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.stream.application.Tickets;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Tickets in PostgreSQL, so that any instance redeems what any other issued. */
public final class TicketRows implements Tickets {

    private static final int BYTES = 32;
    private static final int LONGEST = 128;
    private static final String ISSUE = """
            insert into tracking.ws_ticket (hash, principal, token_id, token_expires_at, expires_at)
            values ($1, $2::jsonb, $3::text, to_timestamp($4::double precision), now() + $5 * interval '1 millisecond')""";
    private static final String REDEEM = """
            delete from tracking.ws_ticket where hash = $1 and expires_at > now()
            returning principal::text as principal, token_id, extract(epoch from token_expires_at)::bigint as token_end""";
    private static final String FORGET = "delete from tracking.ws_ticket where expires_at < now()";

    private final SecureRandom random = new SecureRandom();

    @Override
    public Mono<String> issue(Transaction tx, Principal principal, Duration life) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant end = principal.expiresAt();
        String text = Json.mapper()
                .writeValueAsString(Map.of(
                        "subject", principal.subject(), "roles", principal.roles(), "claims", principal.claims()));
        return tx.update(
                        ISSUE,
                        hash(ticket),
                        text,
                        principal.tokenId(),
                        end == null ? null : (double) end.getEpochSecond(),
                        life.toMillis())
                .thenReturn(ticket);
    }

    @Override
    public Mono<Principal> redeem(Transaction tx, String ticket) {
        return ticket.isEmpty() || ticket.length() > LONGEST
                ? Mono.empty()
                : tx.first(REDEEM, TicketRows::principal, hash(ticket));
    }

    @Override
    public Mono<Void> forgetExpired(Transaction tx) {
        return tx.update(FORGET).then();
    }

    private static Principal principal(Readable row) {
        JsonNode stored = Json.mapper().readTree(Objects.requireNonNull(row.get("principal", String.class)));
        Map<String, List<String>> claims = new HashMap<>();
        for (String name : stored.path("claims").propertyNames()) {
            claims.put(name, texts(stored.path("claims").path(name)));
        }
        Set<String> roles = new HashSet<>(texts(stored.path("roles")));
        Long end = row.get("token_end", Long.class);
        return new Principal(
                stored.path("subject").asString(), roles, claims, row.get("token_id", String.class), instant(end));
    }

    private static @Nullable Instant instant(@Nullable Long seconds) {
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    private static String hash(String ticket) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
