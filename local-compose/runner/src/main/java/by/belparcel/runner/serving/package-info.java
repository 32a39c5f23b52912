/** Knative Serving on one machine: services as processes, from zero to N and back. */
@NullMarked
package by.belparcel.runner.serving;

import org.jspecify.annotations.NullMarked;
