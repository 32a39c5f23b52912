@NullMarked
package by.belparcel.alerts.application;

import org.jspecify.annotations.NullMarked;
