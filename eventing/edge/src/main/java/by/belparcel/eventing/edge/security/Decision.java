package by.belparcel.eventing.edge.security;

/** What the access policy says. */
public sealed interface Decision {

    record Permit() implements Decision {}

    record Deny(Reason reason) implements Decision {}

    /** Why not. */
    enum Reason {
        /** The policy has no such action. */
        NO_POLICY,
        /** No role of the caller has the action. */
        ROLE,
        /** A role has the action, but not for this row. */
        SCOPE
    }
}
