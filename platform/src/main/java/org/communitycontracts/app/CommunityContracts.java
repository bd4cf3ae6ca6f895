package org.communitycontracts.app;

/** Starts the house. */
public final class CommunityContracts {
    private CommunityContracts() {}

    public static void main(String[] args) {
        System.out.println("Community Contracts");
    }
}
