/** What the live stream knows: feed rows, snapshots of the database, who may see which trip. */
@NullMarked
package by.belparcel.tracking.stream.model;

import org.jspecify.annotations.NullMarked;
