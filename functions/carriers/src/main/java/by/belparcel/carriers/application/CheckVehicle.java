package by.belparcel.carriers.application;

import by.belparcel.carriers.model.CheckItem;
import by.belparcel.carriers.model.CheckResult;
import java.util.List;
import java.util.Map;

/**
 * A driver looked his vehicle over.
 *
 * @param items every item of the check
 * @param attachmentIds photos; at least one when anything is wrong
 */
public record CheckVehicle(Map<CheckItem, CheckResult> items, List<String> attachmentIds) {

    public CheckVehicle {
        items = Map.copyOf(items);
        attachmentIds = List.copyOf(attachmentIds);
    }
}
