package by.belparcel.pvzcli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What the program itself says, in one language; {@code {}} stands for the word that is put in. */
public final class Texts {

    private final Language language;
    private final Properties texts;

    private Texts(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Texts in(Language language) {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(
                        Texts.class.getResourceAsStream("texts_" + language.code() + ".properties"));
                InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(language, texts);
    }

    public Language language() {
        return language;
    }

    /** A text that exists in every language; a missing one shows its key. */
    public String of(String key) {
        return texts.getProperty(key, key);
    }

    public String of(String key, String word) {
        return of(key).replace("{}", word);
    }

    /** What a refusal of the pick-up point means, when this program knows it by its code. */
    public Optional<String> code(String code) {
        return Optional.ofNullable(texts.getProperty("code." + code));
    }
}
