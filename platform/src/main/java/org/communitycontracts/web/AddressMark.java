package org.communitycontracts.web;

/** A mark in the place of a network, another one each day, so that no address is kept and no two days are joined. */
@FunctionalInterface
public interface AddressMark {
    /**
     * The mark of this network for today.
     *
     * @param network as {@link Whence} tells it
     */
    String of(String network);
}
