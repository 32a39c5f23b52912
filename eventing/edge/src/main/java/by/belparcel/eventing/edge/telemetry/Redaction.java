package by.belparcel.eventing.edge.telemetry;

import java.util.regex.Pattern;

/** Removes from log text what must not stand in a log: tokens, passwords in addresses, signatures of presigned links. */
final class Redaction {

    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*)*");
    private static final Pattern ADDRESS = Pattern.compile("://([^:/@\\s]+):[^@/\\s]+@");
    private static final Pattern SIGNATURE = Pattern.compile("(?i)(X-Amz-Signature|password|secret)=[^&\\s\"]+");

    private Redaction() {}

    static String hide(String text) {
        String result = text;
        if (result.contains("eyJ")) {
            result = TOKEN.matcher(result).replaceAll("***");
        }
        if (result.contains("://")) {
            result = ADDRESS.matcher(result).replaceAll("://$1:***@");
        }
        return result.indexOf('=') >= 0 ? SIGNATURE.matcher(result).replaceAll("$1=***") : result;
    }
}
