package org.communitycontracts.people.signin;

import java.time.Instant;

/**
 * A passkey of a person, as its owner sees it.
 *
 * @param id its name at the device, in Base64 for addresses
 * @param label what its owner calls it
 */
record Passkey(String id, String label, Instant madeAt, Instant usedAt) {}
