package by.belparcel.events;

/** A carrier that was not considered, and why (domain delivery.md section 5). */
public record CandidateExclusion(String carrierId, String reason) {}
