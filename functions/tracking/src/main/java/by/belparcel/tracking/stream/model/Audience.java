package by.belparcel.tracking.stream.model;

import java.util.List;

/**
 * Which trips a caller may see: staff all, a carrier those that he drives, a worker those to his pickup point.
 *
 * @param all whether nothing is hidden
 */
public record Audience(boolean all, List<String> carriers, List<String> pvz) {

    public Audience {
        carriers = List.copyOf(carriers);
        pvz = List.copyOf(pvz);
    }

    public boolean sees(FeedRow.Owner owner) {
        return all
                || (owner.carrierId() != null && carriers.contains(owner.carrierId()))
                || owner.pvzIds().stream().anyMatch(pvz::contains);
    }
}
