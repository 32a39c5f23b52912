/** Remembers what happened at pick-up points so that nobody can change it afterwards. */
@NullMarked
package by.belparcel.auditlog;

import org.jspecify.annotations.NullMarked;
