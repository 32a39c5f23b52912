package by.belparcel.pricing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderDraftTest {

    private static final DraftParcel SMALL = new DraftParcel(1_200, null, null, null, 0);
    private static final DraftParcel BOX = new DraftParcel(3_000, 300, 200, 100, 5_000);

    @Test
    void addsUpWeightsAndVolumes() {
        Facts facts = draft("p", List.of(SMALL, BOX), null).facts(7, 3, Instant.EPOCH, Map.of());
        assertThat(facts.weightG()).isEqualTo(4_200);
        assertThat(facts.volumeCm3()).isEqualTo(5_000 + 6_000);
        assertThat(facts.volumetricWeightG()).isEqualTo(2_200);
    }

    @Test
    void keepsTheFingerprintOfEqualDrafts() {
        assertThat(draft("p", List.of(SMALL, BOX), null).fingerprint())
                .isEqualTo(draft("p", List.of(SMALL, BOX), null).fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void changesTheFingerprintWithEachField() {
        Set<String> prints = new HashSet<>();
        prints.add(draft("p", List.of(SMALL), null).fingerprint());
        prints.add(draft("q", List.of(SMALL), null).fingerprint());
        prints.add(draft("p", List.of(SMALL, SMALL), null).fingerprint());
        prints.add(draft("p", List.of(BOX), null).fingerprint());
        prints.add(draft("p", List.of(SMALL), "-").fingerprint());
        prints.add(draft("p", List.of(SMALL), "A\"|\"B").fingerprint());
        assertThat(prints).hasSize(6);
    }

    @Test
    void measuresGreatCirclesInWholeKilometres() {
        assertThat(Distance.km(53.9, 27.5667, 53.9, 27.5667)).isZero();
        assertThat(Distance.km(53.9, 27.5667, 52.0975, 23.6877))
                .as("Minsk to Brest")
                .isBetween(320, 335);
    }

    private static OrderDraft draft(String pvz, List<DraftParcel> parcels, @Nullable String promo) {
        return new OrderDraft(
                "shop",
                "wh",
                pvz,
                parcels,
                ServiceClass.NORMAL,
                Packaging.NONE,
                DraftOptions.NONE,
                PaymentMethod.CARD_PREPAID,
                null,
                promo);
    }
}
