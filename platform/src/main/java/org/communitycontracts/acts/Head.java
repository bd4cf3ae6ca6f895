package org.communitycontracts.acts;

import java.time.LocalDate;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The end of a council's record on a day, signed: whoever keeps it can tell later whether anything before it was changed.
 *
 * @param council the number of the council
 * @param day in UTC
 * @param number of the last act
 * @param hash the digest of that act in the chain, as hexadecimal digits
 * @param key the public key of whoever signed, its X.509 form in base 64
 * @param signature of the form {@code head/1} and the fields council, day, number and hash, each led by its length; in base 64
 */
public record Head(long council, LocalDate day, long number, String hash, String key, String signature) {
    static Head sign(long council, LocalDate day, long number, String hash, RecordKey key) {
        byte[] signature = key.sign(signed(council, day, number, hash));
        return new Head(
                council,
                day,
                number,
                hash,
                key.publicText(),
                Base64.getEncoder().encodeToString(signature));
    }

    static Head parse(String line) {
        JsonNode json = JsonMapper.shared().readTree(line);
        return new Head(
                json.required("council").asLong(),
                LocalDate.parse(json.required("day").asString()),
                json.required("number").asLong(),
                json.required("hash").asString(),
                base64(json.required("key").asString()),
                base64(json.required("signature").asString()));
    }

    /** The text as base 64 is written, whatever its reader would let pass. */
    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
    }

    /** The head as one line of JSON, always the same bytes. */
    public String line() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("council", council)
                .put("day", day.toString())
                .put("number", number)
                .put("hash", hash)
                .put("key", key)
                .put("signature", signature);
        return json.toString();
    }

    boolean isSigned() {
        byte[] made = Base64.getDecoder().decode(signature);
        return RecordKey.isBy(key, signed(council, day, number, hash), made);
    }

    private static byte[] signed(long council, LocalDate day, long number, String hash) {
        return new Fields("head/1")
                .add(council)
                .add(day.toString())
                .add(number)
                .add(hash)
                .bytes();
    }
}
