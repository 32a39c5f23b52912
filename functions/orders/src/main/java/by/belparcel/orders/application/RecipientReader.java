package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.kernel.PhoneNumber;
import by.belparcel.orders.model.Language;
import by.belparcel.orders.model.NotifyChannel;
import by.belparcel.orders.model.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields of a recipient one by one, so that creation and change share their rules. */
final class RecipientReader {

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} '’-]{0,99}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\"<>]{1,64}@[^@\\s\"<>]{1,180}\\.[^@\\s\"<>.]{2,63}");
    private static final PhoneNumber NOBODY = new PhoneNumber("+00000000");

    private RecipientReader() {}

    static Recipient read(Input input) {
        String name = name(input).orElseGet(() -> input.text("name", 1, 100));
        PhoneNumber phone = phone(input).orElseGet(() -> {
            input.text("phone", 1, 32);
            return NOBODY;
        });
        return new Recipient(
                name,
                phone,
                email(input).orElse(null),
                locale(input).orElse(Language.RU),
                notifyBy(input).orElse(List.of(NotifyChannel.SMS)));
    }

    static Optional<String> name(Input input) {
        return input.optionalMatching("name", NAME, "NAME", "1 to 100 letters, spaces, hyphens and apostrophes");
    }

    static Optional<PhoneNumber> phone(Input input) {
        return input.optionalText("phone", 1, 32).flatMap(text -> {
            Optional<PhoneNumber> phone = PhoneNumber.parse(text);
            if (phone.isEmpty()) {
                input.reject(
                        "phone", "INVALID_PHONE", "must be in the form +375XXXXXXXXX: use +375, not 80", null, null);
                return Optional.of(NOBODY);
            }
            return phone;
        });
    }

    static Optional<String> email(Input input) {
        return input.optionalText("email", 3, 254).filter(text -> {
            boolean valid = EMAIL.matcher(text).matches();
            if (!valid) {
                input.reject("email", "EMAIL", "must be an e-mail address", null, null);
            }
            return valid;
        });
    }

    static Optional<Language> locale(Input input) {
        return input.optionalText("locale", 1, 10).flatMap(text -> {
            for (Language language : Language.values()) {
                if (language.code().equals(text)) {
                    return Optional.of(language);
                }
            }
            input.reject("locale", "ENUM", "must be ru, be or en", "ru,be,en", text);
            return Optional.empty();
        });
    }

    static Optional<List<NotifyChannel>> notifyBy(Input input) {
        if (!input.has("notify")) {
            return Optional.empty();
        }
        List<NotifyChannel> channels = new ArrayList<>();
        for (String text : input.texts("notify", 0, NotifyChannel.values().length, 10)) {
            channel(text)
                    .ifPresentOrElse(
                            channels::add,
                            () -> input.reject("notify", "ENUM", "must be SMS, EMAIL or PUSH", "SMS,EMAIL,PUSH", text));
        }
        return Optional.of(channels.stream().distinct().toList());
    }

    private static Optional<NotifyChannel> channel(String text) {
        for (NotifyChannel channel : NotifyChannel.values()) {
            if (channel.name().equals(text)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
