package by.belparcel.routing.solomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstanceReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsFleetDepotAndCustomers() {
        Instance instance = InstanceReader.read(InstanceFixture.square());

        assertThat(instance.name()).isEqualTo("SQUARE");
        assertThat(instance.vehicles()).isEqualTo(3);
        assertThat(instance.capacity()).isEqualTo(20);
        assertThat(instance.customers()).hasSize(5);
        assertThat(instance.customers().get(2)).isEqualTo(new Instance.Customer(2, 60, 40, 10, 0, 1000, 10));
    }

    @Test
    void lineEndsBlanksAndTabsDoNotMatter() {
        Instance plain = InstanceReader.read(InstanceFixture.square());

        assertThat(InstanceReader.read(InstanceFixture.square().replace("\n", "\r\n")))
                .isEqualTo(plain);
        assertThat(InstanceReader.read("\uFEFF\n  "
                        + InstanceFixture.square().replace("     ", "\t").replace("\n", " \n\n") + "\u001a\n"))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 50, 100, 200})
    void anyNumberOfCustomersIsRead(int customers) {
        assertThat(InstanceReader.read(InstanceFixture.random(customers, 1)).customers())
                .hasSize(customers + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C101", "C101\nVEHICLE\n1 2 3\n", "X\n25 200\n0 1 2 3\n1 2 3 4\n"})
    void whatIsNoInstanceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceReader.read(text));
    }

    @Test
    void readsEveryInstanceOfAFolderByNameAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("b.TXT"), InstanceFixture.random(5, 1));
        Files.writeString(folder.resolve("a.txt"), InstanceFixture.square());
        Files.writeString(folder.resolve("README.txt"), "VEHICLE routing with time windows, 100 CUSTOMER rows");
        Files.writeString(
                Files.createDirectory(folder.resolve("more")).resolve("c"),
                InstanceFixture.random(6, 1).replace("\n", "\r\n"));

        assertThat(InstanceReader.readFolder(folder))
                .extracting(Instance::name)
                .containsExactly("SQUARE", "RANDOM5", "RANDOM6");
    }
}
