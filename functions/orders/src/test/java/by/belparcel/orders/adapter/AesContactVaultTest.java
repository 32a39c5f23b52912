package by.belparcel.orders.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.kernel.PhoneNumber;
import by.belparcel.orders.application.Contact;
import by.belparcel.orders.application.SealedContact;
import by.belparcel.orders.model.Language;
import by.belparcel.orders.model.NotifyChannel;
import by.belparcel.orders.model.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class AesContactVaultTest {

    private static final Contact CONTACT = new Contact(
            new Recipient(
                    "Алаіза Пашкевіч",
                    new PhoneNumber("+375291112233"),
                    null,
                    Language.BE,
                    List.of(NotifyChannel.SMS, NotifyChannel.EMAIL)),
            "code of the door: 12");

    private final AesContactVault vault = vault("first-key-first-key-first-key-1!");

    @Test
    void opensWhatItSealed() {
        assertThat(vault.open("o1", vault.seal("o1", CONTACT))).isEqualTo(CONTACT);
    }

    @Test
    void sealsTheSameContactDifferentlyEachTime() {
        assertThat(vault.seal("o1", CONTACT).data())
                .isNotEqualTo(vault.seal("o1", CONTACT).data());
    }

    @Test
    void refusesAContactThatWasMovedToAnotherOrder() {
        SealedContact sealed = vault.seal("o1", CONTACT);

        assertThatThrownBy(() -> vault.open("o2", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotOpenWithoutTheOrdersOwnKey() {
        SealedContact sealed = vault.seal("o1", CONTACT);
        SealedContact other = vault.seal("o1", CONTACT);
        var exchanged = new SealedContact(other.key(), sealed.data(), sealed.phoneIndex(), sealed.phoneLast4());

        assertThatThrownBy(() -> vault.open("o1", exchanged)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotOpenWithAnotherDeploymentsKey() {
        SealedContact sealed = vault.seal("o1", CONTACT);

        assertThatThrownBy(() -> vault("other-key-other-key-other-key-1!").open("o1", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void indexesEqualPhonesEquallyAndHidesThem() {
        SealedContact sealed = vault.seal("o1", CONTACT);

        assertThat(vault.phoneIndex(new PhoneNumber("+375291112233"))).isEqualTo(sealed.phoneIndex());
        assertThat(vault.phoneIndex(new PhoneNumber("+375291112234"))).isNotEqualTo(sealed.phoneIndex());
        assertThat(CONTACT.toString()).doesNotContain("1112233", "Пашкевіч", "door");
    }

    @Test
    void givesEachOrderItsOwnTrackingToken() {
        assertThat(vault.trackingToken("BP-1")).hasSize(24).isNotEqualTo(vault.trackingToken("BP-2"));
    }

    @Test
    void refusesAShortKeyWithoutRepeatingIt() {
        assertThatThrownBy(() -> vault("short"))
                .hasMessageContaining("less than 32 bytes")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> new AesContactVault("~~~")).hasMessageNotContaining("~~~");
    }

    private static AesContactVault vault(String key) {
        return new AesContactVault(
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
    }
}
