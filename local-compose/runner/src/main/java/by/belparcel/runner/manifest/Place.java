package by.belparcel.runner.manifest;

/** Where something stands in the manifests: the file as seen from the working folder and the line, counted from 1. */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
