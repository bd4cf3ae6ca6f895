package org.communitycontracts.web.parts;

/** What is wrong with one field, in words that say what to do. */
public record Wrong(String field, String text) {}
