/** Writes, reads and checks audit records through ports. */
@NullMarked
package by.belparcel.auditlog.application;

import org.jspecify.annotations.NullMarked;
