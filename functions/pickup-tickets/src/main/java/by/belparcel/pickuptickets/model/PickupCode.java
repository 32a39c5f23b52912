package by.belparcel.pickuptickets.model;

/** Digits that the client shows. Its text form hides them; {@link #digits()} is for the client's own page only. */
public record PickupCode(String digits) {

    public static final int LENGTH = 6;
    public static final int LOCKER_LENGTH = 8;

    /** Whether anybody would guess it: all digits equal, or each one more or one less than the one before. */
    static boolean guessable(String digits) {
        int step = digits.charAt(1) - digits.charAt(0);
        if (Math.abs(step) > 1) {
            return false;
        }
        for (int i = 2; i < digits.length(); i++) {
            if (digits.charAt(i) - digits.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    /** @param text what somebody typed; a code has exactly that many ASCII digits */
    public static boolean wellFormed(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return "******";
    }
}
