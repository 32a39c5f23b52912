/** Orders, batches and reference data are followed, and storage deadlines are kept, in any order of the news. */
@NullMarked
package by.belparcel.pickuppoints.following;

import org.jspecify.annotations.NullMarked;
