package org.communitycontracts.web;

/** A mark in the place of a network address, another one each day, so that no address is kept and no two days are joined. */
@FunctionalInterface
public interface AddressMark {
    /**
     * The mark of this address for today. Of an IPv6 address the first 64 bits count, since a household has them all.
     *
     * @param address as the server tells it
     */
    String of(String address);
}
