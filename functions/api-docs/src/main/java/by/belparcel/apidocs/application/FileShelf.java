package by.belparcel.apidocs.application;

import java.util.Optional;

/** The files that may be shown, by name. A name is a key, never a path. */
@FunctionalInterface
public interface FileShelf {

    Optional<StaticFile> find(String name);
}
