package org.communitycontracts.people.signin;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.communitycontracts.permissions.Actor;
import org.communitycontracts.permissions.Deed;
import org.communitycontracts.permissions.Policy;
import org.communitycontracts.permissions.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;

/** Whose a lock is; as bytes it is the handle that a device keeps with a passkey and gives back when it is used. */
record Owner(long council, UUID person) {
    private static final int LENGTH = 3 * Long.BYTES;

    /**
     * Whoever is signed in, as the owner of their own locks.
     *
     * @throws org.communitycontracts.permissions.NotAllowed when nobody is
     */
    static Owner of(Actor actor) {
        Policy.demand(actor, Deed.CORRECT_PERSON, Where.council(actor.council()).about(actor.person()));
        return new Owner(actor.council(), Objects.requireNonNull(actor.person()));
    }

    /** Reads a handle; empty when it is none of ours. */
    static Optional<Owner> parse(@Nullable Bytes handle) {
        if (handle == null || handle.getBytes().length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(handle.getBytes());
        return Optional.of(new Owner(read.getLong(), new UUID(read.getLong(), read.getLong())));
    }

    Bytes handle() {
        return new Bytes(ByteBuffer.allocate(LENGTH)
                .putLong(council)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array());
    }
}
