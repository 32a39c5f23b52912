@NullMarked
package by.belparcel.alerts.adapter;

import org.jspecify.annotations.NullMarked;
