@NullMarked
package by.belparcel.runner.main;

import org.jspecify.annotations.NullMarked;
