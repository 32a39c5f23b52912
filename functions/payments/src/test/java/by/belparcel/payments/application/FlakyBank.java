package by.belparcel.payments.application;

import by.belparcel.payments.model.ProviderAnswer;
import by.belparcel.payments.model.ProviderRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** A provider in memory that loses questions and answers, refuses, runs out of patience and settles late. */
final class FlakyBank implements PaymentProvider {

    private final Random random;
    private final boolean forgetsKeys;
    private final Map<String, ProviderAnswer> answers = new HashMap<>();
    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Map<String, Long> refunds = new HashMap<>();
    private final List<ProviderRequest> heard = new ArrayList<>();
    private boolean healthy;
    private int extra;

    /** @param forgetsKeys broken on purpose: every authorisation is a new one */
    FlakyBank(Random random, boolean forgetsKeys) {
        this.random = random;
        this.forgetsKeys = forgetsKeys;
    }

    private static final class Charge {
        private String state = "AUTHORIZED";
        private long captured;
        private boolean told;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Mono<ProviderAnswer> send(ProviderRequest request) {
        return Mono.defer(() -> {
            if (trouble()) {
                return Mono.error(new IllegalStateException("the question was lost"));
            }
            ProviderAnswer answer = answer(request);
            if (trouble()) {
                return Mono.error(new IllegalStateException("the answer was lost"));
            }
            if (request instanceof ProviderRequest.Authorize && charges.get(request.charge()) != null) {
                charges.get(request.charge()).told = true;
            }
            return Mono.just(answer);
        });
    }

    @Override
    public Mono<List<BookLine>> book(Instant from, Instant to) {
        return Mono.just(List.of());
    }

    void recover() {
        healthy = true;
    }

    /** Something that was asked before, to be reported by a callback. */
    List<ProviderRequest> heard() {
        return List.copyOf(heard);
    }

    ProviderAnswer answerOf(ProviderRequest request) {
        return answers.getOrDefault(request.key(), new ProviderAnswer.Pending());
    }

    long captured() {
        return charges.values().stream().mapToLong(c -> c.captured).sum();
    }

    long refunded() {
        return refunds.values().stream().mapToLong(Long::longValue).sum();
    }

    long timesCharged() {
        return charges.values().stream().filter(c -> c.captured > 0).count();
    }

    long reserved() {
        return charges.values().stream()
                .filter(c -> c.state.equals("AUTHORIZED"))
                .count();
    }

    @Override
    public String toString() {
        return charges.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().state + ":" + e.getValue().captured)
                .collect(Collectors.joining(", "));
    }

    private boolean trouble() {
        return !healthy && random.nextInt(4) == 0;
    }

    private ProviderAnswer answer(ProviderRequest request) {
        heard.add(request);
        if (request instanceof ProviderRequest.GiveBack refund) {
            boolean late = !refunds.containsKey(refund.refundId()) && random.nextInt(3) == 0;
            refunds.putIfAbsent(refund.refundId(), refund.amount().amount());
            if (late) {
                return new ProviderAnswer.Pending();
            }
        }
        ProviderAnswer known = answers.get(request.key());
        if (known != null && !(forgetsKeys && request instanceof ProviderRequest.Authorize)) {
            return known;
        }
        ProviderAnswer answer = decide(request);
        answers.put(request.key(), answer);
        return answer;
    }

    private ProviderAnswer decide(ProviderRequest request) {
        return switch (request) {
            case ProviderRequest.Authorize a -> authorize(a);
            case ProviderRequest.Capture c ->
                capture(charges.get(c.charge()), c.amount().amount());
            case ProviderRequest.Release r -> release(r);
            case ProviderRequest.GiveBack g -> done();
        };
    }

    private ProviderAnswer authorize(ProviderRequest.Authorize request) {
        Charge tombstone = charges.get(request.charge());
        if (tombstone != null && !forgetsKeys) {
            return new ProviderAnswer.Refused("PROVIDER_ERROR");
        }
        if (random.nextInt(8) == 0) {
            return new ProviderAnswer.Refused("INSUFFICIENT_FUNDS");
        }
        charges.put(tombstone == null ? request.charge() : request.charge() + "#" + ++extra, new Charge());
        return done();
    }

    private ProviderAnswer capture(Charge charge, long amount) {
        if (charge == null || charge.state.equals("VOIDED") || random.nextInt(10) == 0) {
            return new ProviderAnswer.Refused("PROVIDER_ERROR");
        }
        if (charge.state.equals("EXPIRED") || (charge.state.equals("AUTHORIZED") && random.nextInt(6) == 0)) {
            charge.state = "EXPIRED";
            return new ProviderAnswer.Refused(ProviderAnswer.EXPIRED);
        }
        charge.state = "CAPTURED";
        charge.captured = amount;
        return done();
    }

    private ProviderAnswer release(ProviderRequest.Release request) {
        Charge charge = charges.computeIfAbsent(request.charge(), id -> {
            Charge never = new Charge();
            never.state = "VOIDED";
            return never;
        });
        boolean hasty = charge.state.equals("AUTHORIZED") && charge.told && random.nextInt(4) == 0;
        if (hasty) {
            charge.state = "CAPTURED";
            charge.captured = request.amount().amount();
        }
        if (charge.state.equals("CAPTURED")) {
            return new ProviderAnswer.Refused(ProviderAnswer.ALREADY_CAPTURED);
        }
        if (charge.state.equals("AUTHORIZED")) {
            charge.state = "VOIDED";
        }
        return done();
    }

    private static ProviderAnswer done() {
        return new ProviderAnswer.Done("BANK-1", Instant.parse("2026-11-27T08:00:00Z"));
    }
}
