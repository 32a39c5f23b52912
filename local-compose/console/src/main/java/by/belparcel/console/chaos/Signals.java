package by.belparcel.console.chaos;

import java.io.IOException;
import java.util.List;

/** Signals to processes of the system under test; a process that is gone is not an error. */
final class Signals {

    private Signals() {}

    /** @param signal its name without SIG; the shell's own kill, because not every machine has the program */
    static void send(String signal, long pid) throws IOException, InterruptedException {
        int code = new ProcessBuilder(List.of("sh", "-c", "kill -" + signal + " " + pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0 && ProcessHandle.of(pid).isPresent()) {
            throw new IOException("SIG" + signal + " could not be sent to process " + pid);
        }
    }
}
