package org.communitycontracts.people.signin;

import org.communitycontracts.people.People;
import org.communitycontracts.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** One person, in the form in which Spring asks for the owner of a passkey; nobody, once the account is closed. */
final class Account implements PublicKeyCredentialUserEntityRepository {
    private final Owner owner;
    private final @Nullable Person person;

    private Account(Owner owner, @Nullable Person person) {
        this.owner = owner;
        this.person = person;
    }

    static Account of(Owner owner, People people) {
        return new Account(
                owner,
                people.find(owner.council(), owner.person())
                        .filter(found -> !found.isClosed())
                        .orElse(null));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return handle.equals(owner.handle()) ? entity() : null;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return name.equals(SignedIn.name(owner.council(), owner.person())) ? entity() : null;
    }

    private @Nullable PublicKeyCredentialUserEntity entity() {
        return person == null
                ? null
                : ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(owner.handle())
                        .name(person.email().written())
                        .displayName(person.name())
                        .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("Accounts are opened by the room of people");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Accounts are closed by the room of people");
    }
}
