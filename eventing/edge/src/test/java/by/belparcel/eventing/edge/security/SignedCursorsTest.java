package by.belparcel.eventing.edge.security;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SignedCursorsTest {

    private static final String SECRET = "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6";
    private final SigningKeys keys = SigningKeys.from(new Settings(Map.of("AUTH_HS256SECRET", SECRET)));
    private final SignedCursors mine = new SignedCursors(keys, "me");

    @Test
    void givesBackThePosition() {
        String cursor = mine.issue("state=NEW", List.of("2026-11-20", "заказ"));
        assertThat(mine.read("state=NEW", cursor)).hasValue(List.of("2026-11-20", "заказ"));
    }

    @Test // S-054
    void isBoundToCallerAndFilter() {
        String cursor = mine.issue("state=NEW", List.of("1"));
        assertThat(mine.read("state=DONE", cursor)).isEmpty();
        assertThat(new SignedCursors(keys, "you").read("state=NEW", cursor)).isEmpty();
        assertThat(new SignedCursors(keys, "mestate").read("=NEW", cursor)).isEmpty();
    }

    @Test // H-32
    void noticesEveryChange() {
        String cursor = mine.issue("f", List.of("1"));
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(mine.read("f", cursor.substring(0, i) + other + cursor.substring(i + 1)))
                    .isEmpty();
        }
        for (String wrong : List.of("", "a", "%%%", "A".repeat(3000), cursor + "A", cursor.substring(4))) {
            assertThat(mine.read("f", wrong)).isEmpty();
        }
    }
}
