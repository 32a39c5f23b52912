package by.belparcel.references.model;

/**
 * Where something is and what it is called.
 *
 * @param nameLatin spellings in Latin letters, for search
 * @param lat degrees, WGS 84
 * @param lng degrees, WGS 84
 */
public record Place(
        String nameRu, String nameBe, String nameLatin, String addressRu, String addressBe, double lat, double lng) {}
