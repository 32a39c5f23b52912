package by.belparcel.pricing.rules;

import org.jspecify.annotations.Nullable;

/** A test inside a rule set. @param total expected kopecks, absent when the price must be refused with NO_BASE_PRICE */
record TestCase(String name, Facts facts, @Nullable Long total) {}
