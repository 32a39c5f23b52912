package by.belparcel.references.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PlatformEvent;
import by.belparcel.references.ReferencesFunctions;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnnounceReferencesHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references");

    @Test
    void announcesEverythingOnceForAProjectionThatIsNew() {
        FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new ReferencesFunctions());

        HttpReply reply = harness.command("announceReferences")
                .as(Principals.admin())
                .body("{}")
                .send();

        assertThat(reply.json().at("/count").asInt()).isEqualTo(7 + 75 + 5);
        assertThat(harness.emitted(PlatformEvent.ReferenceUpdated.TYPE).stream()
                        .collect(Collectors.groupingBy(PlatformEvent.ReferenceUpdated::kind, Collectors.counting())))
                .containsEntry("warehouse", 7L)
                .containsEntry("pvz", 75L)
                .containsEntry("shop", 5L);
        assertThat(harness.emitted(PlatformEvent.ReferenceUpdated.TYPE))
                .allSatisfy(event -> assertThat(event.version()).isEqualTo(1))
                .anySatisfy(event -> assertThat(event.state()).containsEntry("code", "OSI-001"));
    }

    @Test
    void isLeftToAdministrators() {
        FunctionHarness harness = FunctionHarness.of(POSTGRES.database(), new ReferencesFunctions());

        assertThat(harness.command("announceReferences")
                        .as(Principals.operator())
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(403);
    }
}
