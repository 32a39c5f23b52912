@NullMarked
package by.belparcel.alerts.model;

import org.jspecify.annotations.NullMarked;
