/** The public port: HTTPRoutes of the Gateway API in front of the services. */
@NullMarked
package by.belparcel.runner.gateway;

import org.jspecify.annotations.NullMarked;
