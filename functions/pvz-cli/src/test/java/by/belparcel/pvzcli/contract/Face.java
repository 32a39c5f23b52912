package by.belparcel.pvzcli.contract;

import java.util.Map;

/** One way to the pick-up point. */
interface Face {

    /** @param token of who does it */
    Outcome perform(Verb verb, Map<String, String> values, String token);

    /** The transport's own word for a code (domain pickup-points.md 3.5), or for success. */
    String status(Expected expected);
}
