package by.belparcel.kernel;

/** Check digit of human order numbers (modulus 10, ISO/IEC 7812-1 Annex B). */
public final class Luhn {

    private Luhn() {}

    /** @param digits decimal digits only; other characters are skipped */
    public static int checkDigit(String digits) {
        int sum = 0;
        boolean twice = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit < 0) {
                continue;
            }
            int value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return (10 - sum % 10) % 10;
    }
}
