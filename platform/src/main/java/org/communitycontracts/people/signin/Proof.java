package org.communitycontracts.people.signin;

import java.io.Serializable;
import org.communitycontracts.people.EmailAddress;

/** What a link or code that was used in time has shown: this address is theirs, in this council. */
record Proof(long council, String address, String onward) implements Serializable {
    EmailAddress email() {
        return new EmailAddress(address);
    }
}
