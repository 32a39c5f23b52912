@NullMarked
package by.belparcel.runner.gateway;

import org.jspecify.annotations.NullMarked;
