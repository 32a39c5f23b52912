/** Tests of the audit log. */
@NullMarked
package by.belparcel.auditlog;

import org.jspecify.annotations.NullMarked;
