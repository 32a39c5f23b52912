package by.belparcel.events;

import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;

/** What the orders of a batch have in common (domain delivery.md section 3). @param origin id of the warehouse or hub it leaves from */
public record BatchKey(String origin, DestinationType destType, String destId, ServiceClass service) {}
