package by.belparcel.trips.application.assigning;

import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.Candidate;
import by.belparcel.trips.model.assigning.Need;
import by.belparcel.trips.model.assigning.Ranker;
import by.belparcel.trips.model.assigning.Ranking;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ranks without locks, then locks the best carrier and looks at it once more, because in the meantime another trip may have
 * taken it. Only the first carrier is waited for, and only by those who hold no other carrier: so waiting makes no circles.
 */
final class CarrierChoice {

    private final Carriers carriers;
    private final AssigningSettings settings;

    CarrierChoice(Carriers carriers, AssigningSettings settings) {
        this.carriers = carriers;
        this.settings = settings;
    }

    /** @param carrier the locked one, empty when nobody fits; @param candidates the inputs, for the stored decision */
    record Choice(Need need, Ranking ranking, List<Candidate> candidates, Optional<String> carrier) {}

    /** @param patient whether to wait for the best carrier when somebody else has locked it */
    Mono<Choice> choose(TripWork work, TripRecord trip, Need need, boolean patient) {
        return carriers.all(work.tx(), trip.id(), work.now()).flatMap(all -> {
            Ranking ranking = Ranker.rank(need, all, work.now(), settings.ranking());
            return Flux.fromIterable(ranking.ordered())
                    .index()
                    .concatMap(
                            place -> take(work, trip, need, place.getT2().carrierId(), patient && place.getT1() == 0),
                            1)
                    .next()
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .map(taken -> new Choice(need, ranking, all, taken));
        });
    }

    private Mono<String> take(TripWork work, TripRecord trip, Need need, String carrierId, boolean wait) {
        return carriers.lock(work.tx(), carrierId, wait)
                .filter(locked -> locked)
                .flatMap(locked -> carriers.one(work.tx(), trip.id(), carrierId, work.now()))
                .filter(found -> found.isPresent() && fits(work, need, found.get()))
                .map(found -> carrierId);
    }

    private boolean fits(TripWork work, Need need, Candidate carrier) {
        return Ranker.rank(need, List.of(carrier), work.now(), settings.ranking())
                .best()
                .isPresent();
    }
}
