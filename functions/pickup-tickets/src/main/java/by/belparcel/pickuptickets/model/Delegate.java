package by.belparcel.pickuptickets.model;

/** The one other person who may collect. @param phoneHash keyed hash of the phone, see {@link PickupCodes#phoneHash} */
public record Delegate(String name, String phoneHash) {

    @Override
    public String toString() {
        return "Delegate";
    }
}
