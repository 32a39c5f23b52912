/** Tests of the audit log. */
@NullMarked
package by.belparcel.auditlog.application;

import org.jspecify.annotations.NullMarked;
