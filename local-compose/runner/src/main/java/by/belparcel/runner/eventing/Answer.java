package by.belparcel.runner.eventing;

import by.belparcel.runner.serving.ClusterNetwork;

/** What came of one attempt. */
sealed interface Answer {

    boolean retryable();

    /** An HTTP answer. */
    record Responded(ClusterNetwork.Reply reply) implements Answer {

        @Override
        public boolean retryable() {
            return RetryCodes.retryable(reply.status());
        }

        @Override
        public String toString() {
            return "status " + reply.status();
        }
    }

    /** No answer: connection refused, reset or timed out. */
    record Silent(String why) implements Answer {

        @Override
        public boolean retryable() {
            return true;
        }

        @Override
        public String toString() {
            return why;
        }
    }
}
