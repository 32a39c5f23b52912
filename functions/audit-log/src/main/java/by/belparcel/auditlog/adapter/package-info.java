/** Audit records in PostgreSQL. */
@NullMarked
package by.belparcel.auditlog.adapter;

import org.jspecify.annotations.NullMarked;
