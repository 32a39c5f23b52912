package by.belparcel.pvzcli.syntax;

import java.util.List;

/** Flags that every command understands, before or behind its name. */
public final class GlobalFlags {

    public static final Flag ENDPOINT = Flag.text("--endpoint");
    public static final Flag TOKEN = Flag.text("--token");
    public static final Flag OUTPUT = Flag.text("--output", "-o");
    public static final Flag LANG = Flag.text("--lang");
    public static final Flag TIMEOUT = Flag.text("--timeout");
    public static final Flag KEY = Flag.text("--idempotency-key");
    public static final Flag PVZ = Flag.text("--pvz-id");
    public static final Flag HELP = Flag.toggle("--help", "-h");
    public static final Flag VERSION = Flag.toggle("--version", "-V");

    static final List<Flag> ALL = List.of(ENDPOINT, TOKEN, OUTPUT, LANG, TIMEOUT, KEY, PVZ, HELP, VERSION);

    private GlobalFlags() {}
}
