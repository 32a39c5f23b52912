package by.belparcel.pickuptickets.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Codes that nobody would guess and nobody else at the pick-up point holds. */
public final class FreeCodes implements CodeSource {

    /** Candidates that are looked up at once. */
    public static final int CANDIDATES = 4;

    private final PickupCodes codes;
    private final Set<String> taken;

    /** @param taken hashes of live codes at the pick-up point, at least those among {@link #candidates} */
    public FreeCodes(PickupCodes codes, Set<String> taken) {
        this.codes = codes;
        this.taken = Set.copyOf(taken);
    }

    /** The hashes that the next code of this ticket may get. */
    public static List<String> candidates(PickupCodes codes, String ticketId, String pvzId, CodeSlot present) {
        List<String> hashes = new ArrayList<>();
        int counter = present.counter();
        for (int i = 0; i < CANDIDATES; i++) {
            counter = codes.firstFrom(ticketId, counter + 1, present.length());
            hashes.add(codes.hash(
                    pvzId, codes.code(ticketId, counter, present.length()).digits()));
        }
        return hashes;
    }

    @Override
    public CodeSlot next(String ticketId, String pvzId, CodeSlot present) {
        int counter = present.counter();
        for (int i = 0; i < CANDIDATES; i++) {
            counter = codes.firstFrom(ticketId, counter + 1, present.length());
            String hash = codes.hash(
                    pvzId, codes.code(ticketId, counter, present.length()).digits());
            if (!taken.contains(hash)) {
                return new CodeSlot(present.length(), counter, hash);
            }
        }
        throw new IllegalStateException("No free code; the next attempt looks again");
    }
}
