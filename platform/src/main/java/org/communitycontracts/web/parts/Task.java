package org.communitycontracts.web.parts;

import org.jspecify.annotations.Nullable;

/**
 * One thing to do in a list of tasks.
 *
 * @param hint what it is about; null when its name says it all
 * @param done whether it needs doing no more
 */
public record Task(String name, String address, @Nullable String hint, String status, boolean done) {}
