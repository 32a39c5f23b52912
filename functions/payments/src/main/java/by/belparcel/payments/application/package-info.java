/** What payments do when something happens: handlers of events, commands and queries, and the ports they need. */
@NullMarked
package by.belparcel.payments.application;

import org.jspecify.annotations.NullMarked;
