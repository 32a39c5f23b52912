@NullMarked
package by.belparcel.references.model;

import org.jspecify.annotations.NullMarked;
