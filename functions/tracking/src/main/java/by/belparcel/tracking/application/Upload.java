package by.belparcel.tracking.application;

import java.util.List;

/** Body of {@code POST /carrier/locations}. @param count entries that were sent; beyond the limit none of them is read */
public record Upload(int count, List<UploadItem> items) {

    /** Most entries of one request (domain README 4.8). */
    static final int MOST = 500;

    public Upload {
        items = List.copyOf(items);
    }

    boolean isTooMany() {
        return count > MOST;
    }
}
