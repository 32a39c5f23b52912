/** Use cases of tracking: uploads, the way of a position, what trips and carriers tell, questions. */
@NullMarked
package by.belparcel.tracking.application;

import org.jspecify.annotations.NullMarked;
