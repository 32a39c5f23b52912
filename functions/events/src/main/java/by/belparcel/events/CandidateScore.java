package by.belparcel.events;

import java.util.Map;

/** A carrier that was considered, with score and the parts of it. */
public record CandidateScore(String carrierId, double score, Map<String, Double> parts) {}
