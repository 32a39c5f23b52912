package by.belparcel.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.AppFolder;

/** These tests run the packaged application. */
final class PackagedApp {

    private PackagedApp() {}

    static void require() {
        assertThat(AppFolder.path().resolve("java.args"))
                .as("the packaged application; ./belparcel build makes it")
                .isRegularFile();
    }
}
