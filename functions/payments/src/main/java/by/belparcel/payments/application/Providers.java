package by.belparcel.payments.application;

import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.model.ProviderAnswer;
import by.belparcel.payments.model.ProviderRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The providers by name, asked within the time limit; whatever goes wrong on the way is silence, never a refusal (rule 1). */
public final class Providers {

    private final Map<String, PaymentProvider> byName;
    private final String card;
    private final String book;
    private final Duration timeout;

    /**
     * @param card name of the provider of card payments
     * @param book name of the provider that only keeps books
     */
    public Providers(List<PaymentProvider> providers, String card, String book, Duration timeout) {
        this.byName = providers.stream().collect(Collectors.toMap(PaymentProvider::name, Function.identity()));
        this.card = card;
        this.book = book;
        this.timeout = timeout;
    }

    /** Nothing to pay needs no card. */
    String nameFor(PaymentMethod method, long amount) {
        return method == PaymentMethod.CARD_PREPAID && amount > 0 ? card : book;
    }

    /** The provider of card payments. */
    public PaymentProvider card() {
        return named(card).orElseThrow(() -> new IllegalStateException("There is no payment provider " + card));
    }

    Optional<PaymentProvider> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Mono<ProviderAnswer> ask(String provider, ProviderRequest request) {
        return Mono.justOrEmpty(named(provider))
                .flatMap(p -> p.send(request))
                .timeout(timeout, Mono.just(new ProviderAnswer.Silent()))
                .onErrorReturn(new ProviderAnswer.Silent())
                .defaultIfEmpty(new ProviderAnswer.Silent());
    }
}
