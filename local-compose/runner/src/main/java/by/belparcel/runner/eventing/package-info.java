/** The half of the runner that stands in for Knative Eventing: KafkaSource, Broker, Trigger, KafkaSink and PingSource. */
@NullMarked
package by.belparcel.runner.eventing;

import org.jspecify.annotations.NullMarked;
