package by.belparcel.runner.admin;

/** A process of this system: the runner, a server, or an instance of a function. */
public record ProcessEntry(String name, String kind, long pid, int port) {}
