package by.belparcel.eventing.cache;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.cache.Source.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameTest {

    private final byte[] bytes =
            Frame.of("k", 5, 60_000, Map.of("t", "s"), new Answer("a", 1)).bytes();

    @Test
    void carriesAnAnswer() {
        Frame frame = Frame.read("k", bytes).orElseThrow();

        assertThat(frame.as(Answer.class)).contains(new Answer("a", 1));
        assertThat(frame.stamps()).containsEntry("t", "s");
    }

    @Test
    void carriesThatThereIsNone() {
        byte[] none = Frame.of("k", 5, 5_000, Map.of("t", "s"), null).bytes();

        assertThat(Frame.read("k", none).orElseThrow().as(Answer.class)).isEmpty();
    }

    @Test
    void isNotReadWhenAnyBitIsWrong() {
        for (int i = 0; i < bytes.length * Byte.SIZE; i++) {
            byte[] damaged = bytes.clone();
            damaged[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
            assertThat(Frame.read("k", damaged)).as("bit " + i).isEmpty();
        }
    }

    @Test
    void isNotReadForAnotherKeyNorWhenItIsSomethingElse() {
        assertThat(Frame.read("other", bytes)).isEmpty();
        assertThat(Frame.read("k", new byte[0])).isEmpty();
        assertThat(Frame.read("k", "{\"key\": \"k\"}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
