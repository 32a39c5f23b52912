package by.belparcel.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "elevenchars",
                "abababababab",
                "Password1234",
                "xx-BORIS-1234567",
                "changeme-now!",
                "ЙЦУКЕН123456"
            })
    void refuses(String password) {
        assertThat(PasswordPolicy.refusal("boris", password)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"twelve chars", "correct horse battery", "пароль из слов", "my very long password of words"})
    void accepts(String password) {
        assertThat(PasswordPolicy.refusal("boris", password)).isEmpty();
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(PasswordPolicy.refusal("boris", "🔑🔒🗝🔐🔓🔏🛡🧱🚪🪟🏰"))
                .as("11 characters")
                .isPresent();
        assertThat(PasswordPolicy.refusal("boris", "я".repeat(PasswordPolicy.MAX - 4) + "абвг"))
                .isEmpty();
        assertThat(PasswordPolicy.refusal("boris", "x".repeat(PasswordPolicy.MAX - 3) + "abcd"))
                .isPresent();
    }
}
