package by.belparcel.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. For root it runs in a user namespace of its own, in which the files of root belong to nobody in
 * particular and it is nobody too; where that is forbidden (most containers), it runs as user {@code nobody}, who then owns the data.
 */
enum Unprivileged {
    PLAIN,
    USER_NAMESPACE,
    NOBODY;

    private static final String NOBODY_ID = "65534";

    private static final Unprivileged MODE = detect();

    static Unprivileged mode() {
        return MODE;
    }

    private static Unprivileged detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return PLAIN;
        }
        return Tools.works(List.of("unshare", "-U", "true")) ? USER_NAMESPACE : NOBODY;
    }

    /** The command as somebody who is not root. */
    List<String> wrap(List<String> command) {
        List<String> wrapped = new ArrayList<>();
        switch (this) {
            case PLAIN -> {}
            case USER_NAMESPACE -> wrapped.addAll(List.of("unshare", "-U", "--"));
            case NOBODY ->
                wrapped.addAll(List.of("setpriv", "--reuid", NOBODY_ID, "--regid", NOBODY_ID, "--clear-groups", "--"));
        }
        wrapped.addAll(command);
        return wrapped;
    }

    /** Gives the folder to the user that the wrapped command runs as. */
    void own(Path folder) {
        if (this == NOBODY && !Tools.works(List.of("chown", "-R", NOBODY_ID + ":" + NOBODY_ID, folder.toString()))) {
            throw new IllegalStateException("cannot give " + folder + " to user " + NOBODY_ID);
        }
    }
}
