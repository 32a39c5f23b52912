/** Which vehicle calls where in which order: the problem, its solvers and what they leave out and why. */
@NullMarked
package by.belparcel.routing.plan;

import org.jspecify.annotations.NullMarked;
