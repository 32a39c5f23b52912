package by.belparcel.pickuptickets.model;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client's right to collect one order. Refusals are values; what happened is in {@link #facts()}. One instance per transaction. */
public final class PickupTicket {

    private final TicketSnapshot loaded;
    private final TicketPolicy policy;
    private final List<TicketFact> facts = new ArrayList<>();
    private TicketState state;
    private @Nullable String pvzId;
    private CodeSlot code;
    private @Nullable Instant rotatedAt;
    private int attempts;
    private @Nullable Instant lockedUntil;
    private @Nullable Instant validUntil;
    private @Nullable Delegate delegate;
    private Quota quota;

    private PickupTicket(TicketSnapshot loaded, TicketPolicy policy) {
        this.loaded = loaded;
        this.policy = policy;
        this.state = loaded.state();
        this.pvzId = loaded.pvzId();
        this.code = loaded.code();
        this.rotatedAt = loaded.rotatedAt();
        this.attempts = loaded.attempts();
        this.lockedUntil = loaded.lockedUntil();
        this.validUntil = loaded.validUntil();
        this.delegate = loaded.delegate();
        this.quota = loaded.quota();
    }

    public static PickupTicket restored(TicketSnapshot snapshot, TicketPolicy policy) {
        return new PickupTicket(snapshot, policy);
    }

    public TicketSnapshot snapshot() {
        return new TicketSnapshot(
                loaded.id(),
                loaded.number(),
                loaded.orderId(),
                state,
                pvzId,
                code,
                rotatedAt,
                attempts,
                lockedUntil,
                validUntil,
                delegate,
                quota,
                loaded.issuedAt(),
                loaded.version());
    }

    public List<TicketFact> facts() {
        return List.copyOf(facts);
    }

    public int attemptsLeft() {
        return state == TicketState.LOCKED ? 0 : policy.wrongCodes() - attempts;
    }

    /** The parcels lie ready: the first code, or the old one again after the storage was extended. */
    public Optional<Rejection> activate(String pvz, @Nullable Instant until, CodeSource codes, Instant now) {
        if (state != TicketState.ISSUED && state != TicketState.EXPIRED) {
            return wrongState(TicketState.ISSUED, TicketState.EXPIRED);
        }
        boolean first = state == TicketState.ISSUED;
        become(TicketState.ACTIVE);
        pvzId = pvz;
        validUntil = until;
        attempts = 0;
        lockedUntil = null;
        if (first) {
            newCode(codes, now);
        }
        facts.add(new TicketFact.Activated(pvz, until));
        return Optional.empty();
    }

    /** The client wants another code. It ends a lock. */
    public Optional<Rejection> rotate(CodeSource codes, Instant now) {
        Quota today = quota.on(LocalDate.ofInstant(now, Numbers.MINSK));
        return recode(today.rotations() < policy.rotations(), today.rotated(), "CLIENT", codes, now);
    }

    /** An operator has a code sent again: a fresh one, so that whoever has the old message has nothing. */
    public Optional<Rejection> resend(CodeSource codes, Instant now) {
        Quota today = quota.on(LocalDate.ofInstant(now, Numbers.MINSK));
        return recode(today.resends() < policy.resends(), today.resent(), "RESEND", codes, now);
    }

    /**
     * Somebody shows a code at a pick-up point.
     *
     * @param verificationId id of the verification in case that the code is right
     */
    public Optional<Rejection> verify(
            String digits, String atPvz, String verificationId, PickupCodes check, CodeSource codes, Instant now) {
        if (!PickupCode.wellFormed(digits, code.length())) {
            return Optional.of(Rejection.invalid(
                    FieldError.of("/code", "CODE", "must have exactly " + code.length() + " digits")));
        }
        Optional<Rejection> unusable = unusable(atPvz, now);
        if (unusable.isPresent()) {
            return unusable;
        }
        if (check.matches(atPvz, digits, Objects.requireNonNull(code.hash(), "an active ticket has a code"))) {
            attempts = 0;
            facts.add(new TicketFact.Verified(atPvz, verificationId));
            return Optional.empty();
        }
        return Optional.of(wrongCode(atPvz, codes, now));
    }

    /** The client shows the QR of this ticket instead of the code. @param read what the token proved to be */
    public Optional<Rejection> verifyQr(QrTokens.Read read, String atPvz, String verificationId, Instant now) {
        return switch (read) {
            case QrTokens.Read.Expired expired -> Optional.of(Rejection.rule("QR_EXPIRED", "The QR code is too old."));
            case QrTokens.Read.Invalid invalid ->
                Optional.of(Rejection.rule("QR_INVALID", "This is no valid QR code."));
            case QrTokens.Read.Valid valid
            when !valid.number().equals(loaded.number()) ->
                Optional.of(Rejection.rule("QR_INVALID", "The QR code belongs to another ticket."));
            case QrTokens.Read.Valid valid -> {
                Optional<Rejection> unusable = unusable(atPvz, now);
                if (unusable.isEmpty()) {
                    attempts = 0;
                    facts.add(new TicketFact.Verified(atPvz, verificationId));
                }
                yield unusable;
            }
        };
    }

    public Optional<Rejection> redeem() {
        if (!state.mayBecome(TicketState.REDEEMED)) {
            return closed();
        }
        become(TicketState.REDEEMED);
        facts.add(new TicketFact.Redeemed());
        return Optional.empty();
    }

    /** @return false when there is nothing left to revoke */
    public boolean revoke(String reason) {
        if (!state.mayBecome(TicketState.REVOKED)) {
            return false;
        }
        become(TicketState.REVOKED);
        facts.add(new TicketFact.Revoked(reason));
        return true;
    }

    /** Storage ran out. @return false when the ticket is not in use */
    public boolean expire(Instant until) {
        if (!state.mayBecome(TicketState.EXPIRED)) {
            return false;
        }
        become(TicketState.EXPIRED);
        validUntil = until;
        facts.add(new TicketFact.Expired(until));
        return true;
    }

    /** The parcels moved. @return false when that is nothing to the ticket */
    public boolean follow(Standing standing, CodeSource codes, Instant now) {
        return switch (standing.verdict()) {
            case INCOMPLETE, LEFT_BEHIND -> false;
            case COLLECTABLE -> collectable(standing, codes, now);
            case OVERDUE -> expire(Objects.requireNonNullElse(standing.until(), now));
            case COLLECTED -> redeem().isEmpty();
            case RETURNED -> revoke("ORDER_RETURNED");
        };
    }

    private boolean collectable(Standing standing, CodeSource codes, Instant now) {
        if (state == TicketState.ISSUED || state == TicketState.EXPIRED) {
            String where = Objects.requireNonNull(standing.pvzId(), "a stored parcel lies somewhere");
            return activate(where, standing.until(), codes, now).isEmpty();
        }
        if (state.terminal() || Objects.equals(validUntil, standing.until())) {
            return false;
        }
        validUntil = standing.until();
        return true;
    }

    public Optional<Rejection> delegateTo(Delegate person) {
        if (state.terminal()) {
            return Optional.of(closed().orElseThrow());
        }
        delegate = person;
        facts.add(new TicketFact.Delegated());
        return Optional.empty();
    }

    private Optional<Rejection> recode(boolean allowed, Quota used, String reason, CodeSource codes, Instant now) {
        if (state != TicketState.ACTIVE && state != TicketState.LOCKED) {
            return wrongState(TicketState.ACTIVE, TicketState.LOCKED);
        }
        if (!allowed) {
            return Optional.of(Rejection.of(
                    Rejection.Kind.RATE_LIMITED, "RATE_LIMITED", "No more new codes for this ticket today."));
        }
        if (state == TicketState.LOCKED) {
            become(TicketState.ACTIVE);
        }
        quota = used;
        lockedUntil = null;
        attempts = 0;
        newCode(codes, now);
        facts.add(new TicketFact.CodeRotated(reason));
        return Optional.empty();
    }

    private void newCode(CodeSource codes, Instant now) {
        code = codes.next(loaded.id(), Objects.requireNonNull(pvzId, "a code belongs to a pick-up point"), code);
        rotatedAt = now;
    }

    private Optional<Rejection> unusable(String atPvz, Instant now) {
        if (state == TicketState.LOCKED && lockedUntil != null && !lockedUntil.isAfter(now)) {
            become(TicketState.ACTIVE);
            lockedUntil = null;
            attempts = 0;
        }
        if (state == TicketState.ISSUED) {
            return Optional.of(
                    Rejection.of(Rejection.Kind.CONFLICT, "PARCEL_NOT_READY", "The parcel cannot be collected yet."));
        }
        if (state == TicketState.EXPIRED || (!state.terminal() && validUntil != null && now.isAfter(validUntil))) {
            return Optional.of(Rejection.rule("STORAGE_EXPIRED", "The storage time is over."));
        }
        Optional<Rejection> closed = closed();
        if (closed.isPresent()) {
            return closed;
        }
        if (!atPvz.equals(pvzId)) {
            return Optional.of(Rejection.rule("WRONG_PVZ", "The parcel lies at another pick-up point.")
                    .with("pvz_id", Objects.requireNonNullElse(pvzId, "")));
        }
        return state == TicketState.LOCKED ? Optional.of(locked(now)) : Optional.empty();
    }

    /** One more wrong code; the last allowed one locks the ticket and replaces the code that was being guessed. */
    private Rejection wrongCode(String atPvz, CodeSource codes, Instant now) {
        attempts++;
        int left = attemptsLeft();
        facts.add(new TicketFact.VerificationFailed(atPvz, left));
        if (left > 0) {
            return Rejection.rule("CODE_INVALID", "The code is wrong.").with("attempts_left", left);
        }
        become(TicketState.LOCKED);
        lockedUntil = now.plus(policy.lock());
        facts.add(new TicketFact.Locked(lockedUntil));
        newCode(codes, now);
        facts.add(new TicketFact.CodeRotated("LOCKED"));
        return locked(now);
    }

    private Rejection locked(Instant now) {
        Instant until = Objects.requireNonNullElse(lockedUntil, now);
        long seconds = Math.max(1, Duration.between(now, until).toSeconds());
        return Rejection.of(Rejection.Kind.RATE_LIMITED, "CODE_LOCKED", "Too many wrong codes.")
                .with("retry_after", seconds);
    }

    private Optional<Rejection> closed() {
        return switch (state) {
            case REDEEMED ->
                Optional.of(
                        Rejection.of(Rejection.Kind.CONFLICT, "ALREADY_REDEEMED", "The parcel was already collected."));
            case REVOKED ->
                Optional.of(Rejection.of(Rejection.Kind.CONFLICT, "TICKET_REVOKED", "The ticket is no longer valid."));
            case ISSUED, ACTIVE, LOCKED, EXPIRED -> Optional.empty();
        };
    }

    private Optional<Rejection> wrongState(TicketState one, TicketState other) {
        return Optional.of(Rejection.invalidState(state.name(), List.of(one.name(), other.name())));
    }

    private void become(TicketState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("A ticket cannot go from " + state + " to " + next);
        }
        state = next;
    }
}
