package by.belparcel.payments.adapter;

import by.belparcel.payments.application.BookLine;
import by.belparcel.payments.application.PaymentProvider;
import by.belparcel.payments.model.ProviderAnswer;
import by.belparcel.payments.model.ProviderRequest;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Cash at the pick-up point and the shop's account: nobody is asked and nothing expires, only our ledger moves (rule 10).
 */
public final class BookkeepingProvider implements PaymentProvider {

    public static final String NAME = "cash";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Mono<ProviderAnswer> send(ProviderRequest request) {
        return Mono.just(new ProviderAnswer.Done(request.charge(), null));
    }

    @Override
    public Mono<List<BookLine>> book(Instant from, Instant to) {
        return Mono.just(List.of());
    }
}
