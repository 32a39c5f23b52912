/** Live connections: limits, heartbeat, planned and forced ends of WebSockets and server-sent events. */
@NullMarked
package by.belparcel.eventing.edge.live;

import org.jspecify.annotations.NullMarked;
