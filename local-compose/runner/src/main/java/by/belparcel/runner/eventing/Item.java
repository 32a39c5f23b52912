package by.belparcel.runner.eventing;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record and the event in it, decoded once for all that read its topic. */
record Item(ConsumerRecord<byte[], byte[]> record, Optional<Event> event) {

    static Item of(ConsumerRecord<byte[], byte[]> record) {
        return new Item(record, KafkaFormat.read(record));
    }
}
