/** What people ask about trips. */
@NullMarked
package by.belparcel.trips.application.queries;

import org.jspecify.annotations.NullMarked;
