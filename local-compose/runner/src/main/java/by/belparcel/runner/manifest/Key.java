package by.belparcel.runner.manifest;

/** Namespace and name of an object. */
public record Key(String namespace, String name) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
