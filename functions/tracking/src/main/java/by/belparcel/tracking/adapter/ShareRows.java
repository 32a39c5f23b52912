package by.belparcel.tracking.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.OrderState;
import by.belparcel.tracking.application.ShareLinks;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import reactor.core.publisher.Mono;

/** Links as the SHA-256 of 256 random bits: who reads the table can follow nobody. */
public final class ShareRows implements ShareLinks {

    private static final int TOKEN_BYTES = 32;

    private static final String ISSUE = """
            insert into tracking.share_link (link_id, order_id, token_hash, created_by, expires_at) values ($1, $2, $3, $4, $5)
            """;

    private static final String REVOKE = """
            with revoked as (
                update tracking.share_link set revoked_at = now()
                where link_id = $2 and order_id = $1 and revoked_at is null returning link_id)
            select exists (select from revoked) as revoked from tracking.share_link where link_id = $2 and order_id = $1
            """;

    /** The delayed position comes from the track, so that nobody can compute the present one from two looks. */
    private static final String FOLLOW = """
            select p.number, p.state, case when t.is_next then t.eta_at end as eta_at, coalesce(t.is_next, false) as next,
                   spot.lat, spot.lng, spot.device_time
            from tracking.share_link k join tracking.parcel p using (order_id)
            left join lateral (
                select t.trip_id, t.eta_at,
                       exists (select from jsonb_array_elements(t.stops) s
                               where (s ->> 'seq')::integer = t.next_stop and s ->> 'place_id' = p.pvz_id) as is_next
                from tracking.trip t
                where t.batch_ids @> array[p.batch_id] and t.state = 'IN_TRANSIT' and p.state = 'IN_TRANSIT' limit 1) t on true
            left join lateral (
                select l.lat, l.lng, l.device_time from tracking.carrier_locations l
                where t.is_next and l.trip_id = t.trip_id
                union all
                (select s.lat, s.lng, s.device_time from tracking.position s
                 where not t.is_next and s.trip_id = t.trip_id and s.device_time <= now() - $2 * interval '1 millisecond'
                   and s.device_time >= now() - $3 * interval '1 millisecond'
                 order by s.device_time desc limit 1)) spot on spot.device_time >= now() - $3 * interval '1 millisecond'
            where k.token_hash = $1 and k.revoked_at is null and k.expires_at > now()
            """;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Mono<Shared> order(Transaction tx, String orderId) {
        return tx.first(
                "select order_id, shop_id, state from tracking.parcel where order_id = $1",
                row -> new Shared(
                        Rows.text(row, "order_id"),
                        row.get("shop_id", String.class),
                        OrderState.valueOf(Rows.text(row, "state"))),
                orderId);
    }

    @Override
    public Mono<String> issue(Transaction tx, NewLink link) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return tx.update(ISSUE, link.linkId(), link.orderId(), hash(token), link.createdBy(), link.expiresAt())
                .thenReturn(token);
    }

    @Override
    public Mono<Boolean> revoke(Transaction tx, String orderId, String linkId) {
        return tx.first(REVOKE, row -> Rows.flag(row, "revoked"), orderId, linkId);
    }

    @Override
    public Mono<Seen> follow(Transaction tx, String token, Blur blur) {
        return tx.first(
                FOLLOW,
                ShareRows::seen,
                hash(token),
                blur.delay().toMillis(),
                blur.hidden().toMillis());
    }

    private static Seen seen(Readable row) {
        return new Seen(
                row.get("number", String.class),
                OrderState.valueOf(Rows.text(row, "state")),
                Rows.flag(row, "next"),
                Rows.time(row, "eta_at"),
                row.get("lat", Double.class),
                row.get("lng", Double.class),
                Rows.time(row, "device_time"));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
